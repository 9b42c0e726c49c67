/**
 * A message about what was received, as it arrives (11(2) to 11(5)): signed by the sending gateway, about a holding that
 * it has or gave, a step that the table allows it. Then what follows of itself is made with it, sealed and kept at once.
 */
import {
  accountsTold,
  type CustodyFile,
  type CustodyMessage,
  custodyDigest,
  isOver,
  type Matter,
} from '../../custody/index.js';
import type { Envelope } from '../../requests/index.js';
import type { KeptCustody } from '../../store/index.js';
import { signingKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';
import type { Taken } from '../taken.js';
import { type Arriving, FAULTY, readWhatCame } from './came.js';
import { holdBrought } from './hold-brought.js';
import { type Holding, holdingOf, NOTHING_KEPT, receivedHolding } from './holding.js';
import { sideOfSender } from './side-of-sender.js';
import { settle } from './spread.js';
import { type Draft, keepCustody, leaveCustody, takeStep } from './steps.js';

/** More matters about one holding than officers will open. */
const MOST_MATTERS = 1000;

/** What is not about the sender's own holding is told nothing (11(1)). */
const UNKNOWN: Taken = { delivery: 'LATER', code: null };

/** Takes a message of custody; what it comes to, with the code for which it changes nothing. */
export async function takeCustody(rooms: ExchangeRooms, envelope: Envelope): Promise<Taken> {
  const message = await openBrought(rooms, envelope);
  if (message === null) return { delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' };
  const jws = envelope.document ?? '';
  return rooms.custodyFiles.change<Taken>(message.about.id, async (found) => {
    const arriving = { message, jws, packed: envelope.answer };
    return takeInto(rooms, await holdingFor(rooms, message, found), arriving);
  });
}

async function openBrought(
  rooms: ExchangeRooms,
  { message, document, from, to }: Envelope,
): Promise<CustodyMessage | null> {
  if (message.kind !== 'CUSTODY' || document === null) return null;
  const opened = await rooms.post.openCustody(document, (kid) => signingKey(rooms, from, kid));
  if ('fault' in opened) return null;
  const { document: brought } = opened;
  const isThis =
    brought.id === message.id &&
    custodyDigest(brought) === message.digest &&
    brought.from === from &&
    brought.to === to;
  return isThis ? brought : null;
}

/** The holding that a message is about; a transfer brings its own. */
async function holdingFor(
  rooms: ExchangeRooms,
  { act, about, instrument, from }: CustodyMessage,
  found: CustodyFile | undefined,
): Promise<Holding | undefined> {
  const holding = await holdingOf(rooms, about.id, found);
  if (act.kind !== 'TRANSFER' || act.step !== 'TELL') return holding;
  const { provider, transfer } = act;
  const own = (await rooms.cases.load(about.id)) ?? (await rooms.provisions.load(about.id));
  if (own !== undefined) return holding;
  const file = holding?.file ?? { ...NOTHING_KEPT, about, instrument, provider, from };
  const isKnown = file.received.some(({ id }) => id === transfer.id);
  const received = isKnown ? file.received : [...file.received, transfer];
  return receivedHolding({ ...file, received });
}

async function takeInto(
  rooms: ExchangeRooms,
  holding: Holding | undefined,
  arriving: Arriving,
): Promise<KeptCustody<Taken>> {
  const { message, jws } = arriving;
  const isIts =
    holding !== undefined &&
    holding.file.about.kind === message.about.kind &&
    holding.file.about.digest === message.about.digest;
  if (!isIts) return leaveCustody(UNKNOWN);
  const { file } = holding;
  const matter = file.matters.find(({ id }) => id === message.matter);
  const by = sideOfSender(rooms, holding, { message, matter });
  if (by === undefined) return leaveCustody(UNKNOWN);
  if (!isNext(message, matter)) return leaveCustody(UNKNOWN);
  if (matter === undefined && file.matters.length >= MOST_MATTERS) return leaveCustody(FAULTY);
  const side = by === 'PROVIDER' ? 'RECIPIENT' : 'PROVIDER';
  const blank: Draft = { file, made: [] };
  const stepped = takeStep(rooms, blank, { message, jws, by, side, other: message.from });
  if ('fault' in stepped) return leaveCustody(refusedStep(stepped.fault, matter));
  const read = await readWhatCame(rooms, holding, { ...arriving, matter });
  if ('delivery' in read) return leaveCustody(read);
  const { brought, consent } = read;
  const consents = consent === null ? file.consents : [...file.consents, consent];
  const taken = { ...stepped, file: { ...stepped.file, consents } };
  const settled = await settle(rooms, taken, { message, brought });
  // Sealed before values are held or closed, and they before the file is kept: cut off anywhere, it comes again.
  const kept = await keepCustody<Taken>(rooms, settled, {
    value: { delivery: 'TAKEN', code: null },
    arrived: { message, jws },
  });
  if (side === 'RECIPIENT') await holdBrought(rooms, { holding, message, brought });
  return kept;
}

// An account that overtook the one before it comes again.
const isNext = ({ act }: CustodyMessage, matter: Matter | undefined): boolean => {
  if (!('account' in act) || matter === undefined) return true;
  // A step that came before is told the same again.
  const told = accountsTold(matter);
  return act.number <= told + 1;
};

function refusedStep(
  fault: Exclude<ReturnType<typeof takeStep>, Draft>['fault'],
  matter: Matter | undefined,
): Taken {
  switch (fault) {
    case 'DUPLICATE':
    case 'CONFLICT':
      return { delivery: fault, code: null };
    case 'NOT_THIS_ROLE':
      return FAULTY;
    case 'NOT_IN_THIS_STATE':
      // One that overtook another comes again; in a matter that is over nothing can come any more.
      return matter !== undefined && isOver(matter)
        ? { delivery: 'CONFLICT', code: null }
        : UNKNOWN;
  }
}
