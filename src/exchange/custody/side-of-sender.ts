/**
 * On which side of a link a message stands by who sent it (11(1), 11(3)). Who opens a matter as a provider is whoever this
 * gateway got it from. Who opens one as a recipient got it from here, or is of the same Party and names the digest, which
 * those alone know who hold the document.
 */
import {
  type CustodyFile,
  type CustodyMessage,
  isOfSameParty,
  type LinkSide,
  MATTER_TRANSITIONS,
  type Matter,
  partPassed,
} from '../../custody/index.js';
import type { Instrument } from '../../treaty/index.js';
import type { ExchangeRooms } from '../rooms.js';
import type { Holding } from './holding.js';

export interface Sent {
  readonly message: CustodyMessage;
  readonly matter: Matter | undefined;
}

/** The side on which the sender makes its step; undefined for whoever has no part in it. */
export function sideOfSender(
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

/** One that overtook the transfer it is about comes again; of what another passed on it is never taken. */
function isPassedBy(
  received: CustodyFile['received'],
  sender: string,
  act: CustodyMessage['act'],
): boolean {
  if (!('scope' in act)) return false;
  const { subjects, items } = partPassed(received, sender, act.scope);
  return subjects.length > 0 && items.length > 0;
}

function isAbove(
  { from, received, provider }: Holding['file'],
  { from: sender, to, act }: CustodyMessage,
): boolean {
  if (act.kind !== 'TRANSFER' || act.step !== 'TELL') {
    return received.length === 0 ? from === sender : isPassedBy(received, sender, act);
  }
  const { transfer } = act;
  const isIts = transfer.from === sender && transfer.recipient.code === to && transfer.gateway;
  // What came from the provider itself nobody else brings again: he could put other values in its place.
  return isIts && act.provider === provider && provider !== to && received.length > 0;
}
