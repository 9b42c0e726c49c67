/**
 * The moves of a case: what each side may do to a request, with what it has to say for it (Articles 8 to 11).
 * Plain JSON throughout: a move is signed, exchanged and kept as it stands here. Instants are milliseconds since the epoch.
 */
import type { Condition } from './conditions.js';
import type { SubjectOutcomes } from './outcomes.js';

/** The two sides of a request (9(2)): the body that asks and the body that is asked. */
export const SIDES = ['REQUESTING', 'REQUESTED'] as const;
export type Side = (typeof SIDES)[number];

/** Who may move: the officers of the contract's roles, and the gateway itself for what no officer decides. */
export const MOVER_ROLES = [
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
  'EXECUTING_OFFICER',
  'GATEWAY',
] as const;
export type MoverRole = (typeof MOVER_ROLES)[number];

/** Who moved. `officer` is a service number, or the gateway's own name; never a person's name. */
export type Mover = { readonly side: Side; readonly role: MoverRole; readonly officer: string };

/** Why a request is taken back; NOT_OURS answers a doubt about a request that its supposed author never signed. */
export const WITHDRAWAL_REASONS = ['NO_LONGER_NEEDED', 'NOT_ON_THESE_TERMS', 'NOT_OURS'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** How a request came (9(1)): through the gateway, or on paper, registered by an officer with its receipt stamp. */
export const CHANNELS = ['ELECTRONIC', 'PAPER'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a case ends in when it was executed: the outcomes, the conditions of 10(2), and the grant's two instants. */
export type Conclusion = {
  readonly outcomes: readonly SubjectOutcomes[];
  readonly conditions: readonly Condition[];
  /** The register is read as recorded then: when the executing officer approved. */
  readonly asOf: number;
  /** First instant at which the grant is no longer good. */
  readonly grantUntil: number;
};

/** A move and its content. `question` is the number of the record whose question is answered. */
export type Move =
  /** The signatory signs the request (9(3)); `document` is the SHA-256 of what was signed, hexadecimal. */
  | { readonly kind: 'SIGN'; readonly document: string }
  | { readonly kind: 'SEND' }
  /** First verified delivery: the day from which 10(3) counts. */
  | { readonly kind: 'RECEIVE'; readonly receivedAt: number; readonly channel: Channel }
  /** Doubt about authenticity or content (9(5)). */
  | { readonly kind: 'ASK_CONFIRMATION'; readonly reasons: readonly string[] }
  | { readonly kind: 'CONFIRM'; readonly question: number; readonly text: string }
  /** Further information needed for execution (10(1)). */
  | { readonly kind: 'ASK_INFORMATION'; readonly questions: readonly string[] }
  | { readonly kind: 'INFORM'; readonly question: number; readonly answers: readonly string[] }
  /** Circumstances that prevent or substantially delay execution (10(1)): a notice, it changes no state. */
  | { readonly kind: 'TELL_DELAY'; readonly reason: string; readonly expectedAt: number | null }
  /** 10(2). The reason need not reveal the proceeding that it protects. */
  | { readonly kind: 'POSTPONE'; readonly reason: string; readonly reviewAt: number }
  | { readonly kind: 'RESUME' }
  /** The request cannot be executed confidentially (11(1)); `terms` says on which terms it could be. */
  | { readonly kind: 'TELL_NOT_CONFIDENTIAL'; readonly terms: string }
  | { readonly kind: 'PROCEED'; readonly question: number }
  | { readonly kind: 'WITHDRAW'; readonly reason: WithdrawalReason }
  /** Takes the request into execution. */
  | { readonly kind: 'ACCEPT' }
  | ({ readonly kind: 'ANSWER' } & Conclusion)
  | ({ readonly kind: 'PARTLY_REFUSE' } & Conclusion)
  /** Refuses all of it, with the grounds of 10(4) at every item. */
  | { readonly kind: 'REFUSE'; readonly outcomes: readonly SubjectOutcomes[] }
  | { readonly kind: 'CLOSE' };
export type MoveKind = Move['kind'];

/** A move that somebody puts forward. The id is the mover's own: the same motion twice is one move. */
export type Motion = {
  readonly case: string;
  /** UUID version 4. */
  readonly id: string;
  readonly by: Mover;
  /** By the mover's own clock: said, not relied on. */
  readonly at: number;
  readonly move: Move;
};
