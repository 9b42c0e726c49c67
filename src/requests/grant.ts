/**
 * The only key to personal data: what an approved request opens, for one caller and one stated purpose (8(1), 9(5),
 * 10(1), 11(2)). Whatever stands in the way, the caller hears one answer; the reason goes to the ledger alone.
 */
import {
  CHILD_ITEMS,
  type Clause,
  type Day,
  dayOf,
  type Instrument,
  type InstrumentStatus,
  type Item,
  mayAnswer,
  type PersonCondition,
  type PurposeData,
  partyOf,
  versionOn,
} from '../treaty/index.js';
import type { Request, RequestState, RequestSubject, StatedPurpose } from './request.js';

/** What the gateway knows of the one who asks. */
export interface Asker {
  readonly authority: string;
  readonly role: string;
  /** Service number; who is on a case is asked for it (11(1)). */
  readonly officer?: string;
  readonly unit?: string | null;
}

/** A subject of the grant, with its own items (10(4): refusal can differ from person to person). */
export interface GrantSubject {
  readonly n: number;
  /** The register's own key; null where nobody was matched: the subject counts for verdicts like any other. */
  readonly person: string | null;
  readonly items: ReadonlySet<Item>;
  /** The coordinator decided that a child's biometrics and liability may be given (A-10.4d). */
  readonly childItems: boolean;
}

export interface Grant {
  /**
   * What the database is asked about before it reads: the request as it stands; the answer that is being made to one that
   * is in execution, or drawn as a letter; or what is given unasked (8(2)).
   */
  readonly standsOn: 'REQUEST' | 'ANSWER' | 'PROVISION';
  /** The request's id; that of the provision, where nobody asked. */
  readonly request: string;
  readonly requestDigest: string;
  readonly instrument: Instrument;
  readonly purpose: string;
  /** The clause on which the request rests the purpose. */
  readonly basis: Clause;
  readonly condition: PersonCondition | null;
  /** Read by the executing officer of the requested authority, or by the requesting authority. */
  readonly statedBy: 'requesting' | 'requested';
  /** The authority that reads under it. */
  readonly authority: string;
  /** Milliseconds since the epoch: the register is read as it was recorded then. */
  readonly asOf: number;
  /**
   * In the order of their numbers, also those whom nobody was matched to: what is withheld is said of the request, so
   * that it does not tell who of it is in the register.
   */
  readonly subjects: readonly GrantSubject[];
  /**
   * The version of the request that it was weighed from, where that was remembered: who reads under it makes sure that
   * it is still the request's. Left out of a grant from a request that was loaded for this very question.
   */
  readonly version?: string;
  /** Where what was received is held; left out of a grant on the register. */
  readonly held?: HeldGround;
}

/** What of a request that this authority sent is held for one purpose. */
export interface HeldGround {
  /** Digests, hexadecimal: of the answer's record, then of each message that corrected it or took some of it back. */
  readonly sources: readonly string[];
  /** The purpose for which it was received; another than the grant's by the provider's consent alone (11(2)). */
  readonly purpose: string;
  readonly provider: string;
  /** By subject number, of whom something was told: the key of its tags in the ledger, base64url. */
  readonly tagKeys: ReadonlyMap<number, string>;
}

/** Why there is no grant. Sealed with the refusal; never told to the caller. */
export type NoGrantReason =
  | 'UNKNOWN_REQUEST'
  | 'NOT_THIS_AUTHORITY'
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_FORCE'
  | 'NOT_OPEN'
  | 'ENDED'
  | 'PURPOSE_NOT_STATED'
  | 'NOT_ON_THE_CASE'
  | 'NOT_THIS_UNIT'
  | 'NOTHING_HELD';

export type GrantResult =
  | { readonly grant: Grant }
  | { readonly grant: null; readonly reason: NoGrantReason };

/** What `grantFor` weighs. */
export interface GrantQuestion {
  readonly asker: Asker;
  readonly request: Request | undefined;
  /** The purpose as stated in the header; may be anything. */
  readonly purpose: string;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** The authority this gateway answers for. */
  readonly ownAuthority: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const OPEN_TO_REQUESTING: ReadonlySet<RequestState> = new Set<RequestState>([
  'ANSWERED',
  'PARTLY_REFUSED',
]);
const OPEN_TO_REQUESTED: ReadonlySet<RequestState> = new Set<RequestState>(['IN_EXECUTION']);

/** The grant on which this caller may ask now, or the reason why there is none. */
export function grantFor(question: GrantQuestion): GrantResult {
  const { request, purpose } = question;
  if (request === undefined) return refuse('UNKNOWN_REQUEST');
  const instrument = versionFor(question, request);
  const data = instrument?.purposes.get(purpose);
  if (instrument === undefined || data === undefined) return refuse('PURPOSE_NOT_STATED');
  const standing =
    data.statedBy === 'requesting'
      ? whyNotRequesting(question, request)
      : whyNotRequested(question, request);
  if (standing !== undefined) return refuse(standing);
  const stated = statedPurpose(request, data);
  if (stated === undefined) return refuse('PURPOSE_NOT_STATED');
  return open({ question, request, instrument, data, stated });
}

// The version in force on the day of receipt decides, whatever came into force since.
function versionFor(question: GrantQuestion, request: Request): Instrument | undefined {
  const known = question.instruments.get(request.instrument);
  return known && versionOn(known, receivedOn(question, request));
}

const receivedOn = ({ now }: GrantQuestion, { receivedAt }: Request): Day =>
  dayOf(receivedAt ?? now);

const refuse = (reason: NoGrantReason): GrantResult => ({ grant: null, reason });

function whyNotRequesting(
  { asker, ownAuthority }: GrantQuestion,
  request: Request,
): NoGrantReason | undefined {
  if (asker.authority !== request.requestingAuthority) return 'NOT_THIS_AUTHORITY';
  if (request.requestedAuthority !== ownAuthority) return 'NOT_THIS_AUTHORITY';
  if (asker.role !== 'PARTNER_GATEWAY') return 'NOT_THIS_ROLE';
  return OPEN_TO_REQUESTING.has(request.state) ? undefined : 'NOT_OPEN';
}

function whyNotRequested(
  { asker, ownAuthority }: GrantQuestion,
  request: Request,
): NoGrantReason | undefined {
  if (asker.authority !== request.requestedAuthority) return 'NOT_THIS_AUTHORITY';
  if (request.requestedAuthority !== ownAuthority) return 'NOT_THIS_AUTHORITY';
  if (asker.role !== 'EXECUTING_OFFICER') return 'NOT_THIS_ROLE';
  return OPEN_TO_REQUESTED.has(request.state) ? undefined : 'NOT_OPEN';
}

// REQUEST_EXECUTION is not among a request's purposes: it is the requested authority's own (10(1)).
function statedPurpose(request: Request, data: PurposeData): StatedPurpose | undefined {
  if (data.statedBy === 'requested') {
    return { purpose: data.purpose, basis: data.clauses[0], justification: '' };
  }
  return request.purposes.find(({ purpose }) => purpose === data.purpose);
}

interface Opening {
  readonly question: GrantQuestion;
  readonly request: Request;
  readonly instrument: Instrument;
  readonly data: PurposeData;
  readonly stated: StatedPurpose;
}

function open({ question, request, instrument, data, stated }: Opening): GrantResult {
  const { asker, status, now } = question;
  if (partyOf(instrument, asker.authority) === undefined) return refuse('NOT_THIS_AUTHORITY');
  const days = { receivedOn: receivedOn(question, request), today: dayOf(now) };
  if (!mayAnswer(instrument, status.get(instrument.id) ?? {}, days)) return refuse('NOT_IN_FORCE');
  if (request.asOf === null || request.asOf > now) return refuse('NOT_OPEN');
  if (request.grantUntil === null || now >= request.grantUntil) return refuse('ENDED');
  return {
    grant: {
      standsOn: 'REQUEST',
      request: request.id,
      requestDigest: request.digest,
      instrument,
      purpose: data.purpose,
      basis: stated.basis,
      condition: data.conditions?.[stated.basis] ?? null,
      statedBy: data.statedBy,
      authority: asker.authority,
      asOf: request.asOf,
      subjects: grantedSubjects(request, instrument.opens.get(data.purpose) ?? new Map(), data),
    },
  };
}

function grantedSubjects(
  request: Request,
  opens: ReadonlyMap<Item, unknown>,
  data: PurposeData,
): readonly GrantSubject[] {
  // An instrument that opens nothing personal has no subjects either (AZ-BE-2019, B-8b).
  if (opens.size === 0) return [];
  // Subjects with the same items share one set: it is judged once.
  const sets = new Map<string, ReadonlySet<Item>>();
  return request.subjects.map((subject) => {
    const items = [...opens.keys()].filter((item) => isApproved(item, subject, data));
    const key = items.join(' ');
    const set = sets.get(key) ?? new Set(items);
    sets.set(key, set);
    return {
      n: subject.n,
      person: subject.person,
      items: set,
      childItems: subject.coordinatorDecision,
    };
  });
}

function isApproved(item: Item, subject: RequestSubject, data: PurposeData): boolean {
  if (subject.child && !subject.coordinatorDecision && CHILD_ITEMS.has(item)) return false;
  // What was approved for the partner does not bind the officer who weighs the whole request.
  return data.statedBy === 'requested' || (subject.items?.includes(item) ?? true);
}
