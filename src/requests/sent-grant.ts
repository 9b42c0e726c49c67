/**
 * The grant on what a request of one's own brought (11(2)): its own authority reads custody, by who was put on the case,
 * is of the unit that asked, and states a purpose for which it is held. One answer for every "no", as on the register.
 */
import { type Clause, dayOf, type Instrument, type Item, versionOn } from '../treaty/index.js';
import type { Asker, GrantResult, HeldGround, NoGrantReason } from './grant.js';
import type { RequestState } from './request.js';

/** What is held and may be read for the purpose that was stated, or why nothing may. */
export type SentReading =
  | {
      readonly ground: HeldGround;
      readonly basis: Clause;
      readonly subjects: readonly { readonly n: number; readonly items: readonly Item[] }[];
    }
  | { readonly ground: null; readonly why: NoGrantReason };

/** A request that this authority sent, as far as a grant on it is weighed. */
export interface SentRequest {
  readonly id: string;
  /** SHA-256 of the signed document, hexadecimal. */
  readonly digest: string;
  readonly instrument: string;
  readonly requestingAuthority: string;
  readonly state: RequestState;
  /** Service numbers of those on the case. */
  readonly officers: readonly string[];
  /** When the executing officer of the other side approved; milliseconds since the epoch. */
  readonly asOf: number;
  readonly reading: SentReading;
}

/** Whether a role asks custody, and never the register. */
export const asksCustody = (role: string): boolean => ROLES.has(role);

const ROLES: ReadonlySet<string> = new Set(['REQUESTING_ANALYST', 'SIGNATORY', 'COORDINATOR']);

/** Doubt closes what was answered (9(5)); the end of the exchange does not: its own end does (11(5)). */
const OPEN: ReadonlySet<RequestState> = new Set<RequestState>([
  'ANSWERED',
  'PARTLY_REFUSED',
  'CLOSED',
]);

export interface SentQuestion {
  readonly asker: Asker;
  /** Undefined where there is none of this id. */
  readonly sent: SentRequest | undefined;
  /** As stated in the header; may be anything. */
  readonly purpose: string;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly ownAuthority: string;
}

/** The grant on custody, or the reason why there is none. */
export function sentGrantFor(question: SentQuestion): GrantResult {
  const { asker, sent, purpose, instruments } = question;
  const why = whyNot(question);
  if (sent === undefined || why !== undefined) return refuse(why ?? 'UNKNOWN_REQUEST');
  const { reading, id, digest, asOf } = sent;
  if (reading.ground === null) return refuse(reading.why);
  const known = instruments.get(sent.instrument);
  // Under the version by which it was approved.
  const instrument = known && versionOn(known, dayOf(asOf));
  if (instrument === undefined) return refuse('PURPOSE_NOT_STATED');
  const opens = instrument.opens.get(purpose);
  return {
    grant: {
      ...{ request: id, requestDigest: digest, instrument, purpose, basis: reading.basis },
      ...{ condition: null, statedBy: 'requesting', asOf, held: reading.ground },
      ...{ standsOn: 'REQUEST', authority: asker.authority },
      subjects: reading.subjects.map(({ n, items }) => ({
        ...{ n, person: null, childItems: false },
        items: new Set(items.filter((item) => opens?.has(item))),
      })),
    },
  };
}

const refuse = (reason: NoGrantReason): GrantResult => ({ grant: null, reason });

function whyNot({ asker, sent, ownAuthority }: SentQuestion): NoGrantReason | undefined {
  if (sent === undefined) return 'UNKNOWN_REQUEST';
  const isOwn = asker.authority === ownAuthority && sent.requestingAuthority === ownAuthority;
  if (!isOwn) return 'NOT_THIS_AUTHORITY';
  if (!asksCustody(asker.role)) return 'NOT_THIS_ROLE';
  if (!sent.officers.includes(asker.officer ?? '')) return 'NOT_ON_THE_CASE';
  return OPEN.has(sent.state) ? undefined : 'NOT_OPEN';
}
