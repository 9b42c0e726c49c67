/**
 * A message about what was received, as it arrives (11(2) to 11(5)): signed by the sending gateway, about a holding that
 * it has or gave, a step that the table allows it. Then what follows of itself is made with it, sealed and kept at once.
 */
import {
  accountsTold,
  answersAsk,
  type CustodyFile,
  type CustodyMessage,
  custodyDigest,
  type HeldConsent,
  isOfSameParty,
  isOver,
  type LinkSide,
  MATTER_TRANSITIONS,
  type Matter,
  type SubjectValues,
  type Transfer,
  whyNotSaid,
} from '../../custody/index.js';
import type { Envelope } from '../../requests/index.js';
import type { KeptCustody } from '../../store/index.js';
import type { Instrument } from '../../treaty/index.js';
import { signingKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';
import { isBorneOut } from '../signatory.js';
import type { Taken } from '../taken.js';
import { holdBrought } from './hold-brought.js';
import { type Holding, holdingOf, receivedHolding, subjectsOf } from './holding.js';
import { packedValues } from './packed-values.js';
import { settle } from './spread.js';
import { type Draft, keepCustody, leaveCustody, takeStep } from './steps.js';

/** More matters about one holding than officers will open. */
const MOST_MATTERS = 1000;

const FAULTY: Taken = { delivery: 'MISDIRECTED', code: 'CUSTODY_FAULTY' };
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

interface Arriving {
  readonly message: CustodyMessage;
  readonly jws: string;
  /** Values beside it, encrypted; null where none came. */
  readonly packed: string | null;
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
  if (holding !== undefined && holding.file.received.length === 0) return holding;
  const blank = {
    transfers: [],
    applied: {},
    consents: [],
    matters: [],
    registered: [],
    officers: [],
  };
  const file = holding?.file ?? { ...blank, about, instrument, provider, from, received: [] };
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
  if (side === 'RECIPIENT') await holdBrought(rooms, { holding, message, brought });
  return keepCustody(rooms, settled, {
    value: { delivery: 'TAKEN', code: null },
    arrived: { message, jws },
  });
}

// An account that overtook the one before it comes again.
const isNext = ({ act }: CustodyMessage, matter: Matter | undefined): boolean => {
  if (!('account' in act) || matter === undefined) return true;
  // A step that came before is told the same again.
  const told = accountsTold(matter);
  return act.number <= told + 1;
};

interface Sent {
  readonly message: CustodyMessage;
  readonly matter: Matter | undefined;
}

/**
 * The side on which the sender makes its step; undefined for whoever has no part in it. Who opens a matter as a provider
 * is whoever this gateway got it from. Who opens one as a recipient got it from here, or is of the same Party and names
 * the digest, which those alone know who hold the document.
 */
function sideOfSender(
  { head, instruments }: ExchangeRooms,
  { file, given }: Holding,
  { message, matter }: Sent,
): LinkSide | undefined {
  const { from, act } = message;
  if (matter !== undefined) {
    if (matter.other !== from) return undefined;
    return matter.side === 'PROVIDER' ? 'RECIPIENT' : 'PROVIDER';
  }
  const opens = MATTER_TRANSITIONS.find(
    ({ kinds, from: state, step }) =>
      kinds.includes(act.kind) && state === null && step === act.step,
  );
  if (opens === undefined) return undefined;
  const isTheirs =
    opens.side === 'PROVIDER'
      ? isAbove(file, message)
      : isBelow({ file, given, from, own: head.ownAuthority }, instruments.get(file.instrument));
  return isTheirs ? opens.side : undefined;
}

interface Below extends Pick<Holding, 'file' | 'given'> {
  readonly from: string;
  readonly own: string;
}

const isBelow = ({ file, given, from, own }: Below, instrument: Instrument | undefined): boolean =>
  file.provider === own &&
  given !== null &&
  (from === given || (instrument !== undefined && isOfSameParty(instrument, given, from)));

function isAbove(
  { from, received, provider }: CustodyFile,
  { from: sender, to, act }: CustodyMessage,
) {
  if (act.kind !== 'TRANSFER' || act.step !== 'TELL') {
    return from === sender || received.some((transfer) => transfer.from === sender);
  }
  const { transfer } = act;
  const isIts = transfer.from === sender && transfer.recipient.code === to && transfer.gateway;
  return isIts && act.provider === provider && provider !== to;
}

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

interface Came {
  readonly brought: readonly SubjectValues[];
  readonly consent: HeldConsent | null;
}

async function readWhatCame(
  rooms: ExchangeRooms,
  holding: Holding,
  { message, packed, matter }: Arriving & Sent,
): Promise<Came | Taken> {
  const instrument = rooms.instruments.get(holding.file.instrument);
  if (instrument === undefined || instrument.id !== message.instrument) return FAULTY;
  const ground = { instrument, subjects: subjectsOf(holding), now: rooms.clock.now() };
  if (whyNotSaid(message.act, ground) !== undefined) return FAULTY;
  if (message.act.step === 'GIVE') {
    const consent = await takeConsent(rooms, message, matter);
    return 'delivery' in consent ? consent : { brought: [], consent };
  }
  if (packed === null) {
    return isTransfer(message.act) ? FAULTY : { brought: [], consent: null };
  }
  const brought = await packedValues(rooms, {
    file: holding.file,
    jwe: packed,
    find: (kid) => signingKey(rooms, message.from, kid),
  });
  return brought === null
    ? { delivery: 'MISDIRECTED', code: 'PACKAGE_REFUSED' }
    : { brought, consent: null };
}

const isTransfer = (
  act: CustodyMessage['act'],
): act is Extract<CustodyMessage['act'], { readonly transfer: Transfer }> =>
  act.kind === 'TRANSFER' && act.step === 'TELL';

async function takeConsent(
  rooms: ExchangeRooms,
  { act, from }: CustodyMessage,
  matter: Matter | undefined,
): Promise<HeldConsent | Taken> {
  const ask = matter?.steps[0]?.message;
  if (act.step !== 'GIVE' || ask === undefined) return FAULTY;
  const opened = await rooms.post.openConsent(act.consent, act.key);
  if ('fault' in opened) return FAULTY;
  const { document: consent, kid } = opened;
  const keptAt = rooms.clock.now();
  if (!answersAsk(consent, ask, keptAt))
    return { delivery: 'MISDIRECTED', code: 'CONSENT_DIFFERS' };
  const { instrument, givenAt: writtenAt } = consent;
  const isListed = await isBorneOut(rooms, { authority: from, instrument, kid, writtenAt });
  // Not lost: a notice of change may be under way.
  if (!isListed) return { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
  return { consent, keptAt };
}
