/** A request for assistance (Articles 8 and 9) as the gateway holds it: what was signed, where it stands, what was approved. */
import type { Clause, Item } from '../treaty/index.js';

export const REQUEST_STATES = [
  'DRAFT',
  'SIGNED',
  'SENT',
  'RECEIVED',
  'CONFIRMATION_REQUESTED',
  'INFO_REQUESTED',
  'POSTPONED',
  'CONFIDENTIALITY_NOT_ASSURED',
  'IN_EXECUTION',
  'ANSWERED',
  'PARTLY_REFUSED',
  'REFUSED',
  'WITHDRAWN',
  'CLOSED',
] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** The aim every request states (Article 5(1)). */
export type Aim = 'PREVENTION' | 'RIGHTS';

/** A purpose of a request, the clause it rests on, and why it is necessary (9(2)). */
export interface StatedPurpose {
  readonly purpose: string;
  readonly basis: Clause;
  readonly justification: string;
}

/** A person the request is about, by the number in the signed request. */
export interface RequestSubject {
  readonly n: number;
  /** The register's own key of the confirmed match; null while nobody was matched. */
  readonly person: string | null;
  /** Items approved for this subject; null where the whole purpose was approved. */
  readonly items: readonly Item[] | null;
  /** Under 18 when the executing officer approved, as the officer recorded it (A-10.4d). */
  readonly child: boolean;
  /** The coordinator's own decision on a child's biometrics and liability. */
  readonly coordinatorDecision: boolean;
}

export interface Request {
  /** UUID version 4. */
  readonly id: string;
  /** SHA-256 of the signed document, hexadecimal. */
  readonly digest: string;
  readonly instrument: string;
  readonly requestingAuthority: string;
  readonly requestedAuthority: string;
  readonly aim: Aim;
  readonly purposes: readonly StatedPurpose[];
  readonly state: RequestState;
  /** Milliseconds since the epoch: the instant as of which the register is read. Null before execution began. */
  readonly asOf: number | null;
  /** Milliseconds since the epoch: when it came (10(3)): the version in force on that day decides it. */
  readonly receivedAt?: number | null;
  /** Milliseconds since the epoch: the first instant at which the grant is no longer good. */
  readonly grantUntil: number | null;
  readonly subjects: readonly RequestSubject[];
}
