/** Who acts in a readmission case: a side, its authority and officer; and what each side may do. */

/** The State that asks for readmission, and the State that is asked. */
export const SIDES = ['REQUESTING', 'REQUESTED'] as const;
export type Side = (typeof SIDES)[number];

export interface Actor {
  readonly side: Side;
  readonly authority: string;
  /** Service number. */
  readonly officer: string;
  readonly role: string;
}

/** By whose hand something was written, and when. */
export type Hand = {
  readonly authority: string;
  /** Service number. */
  readonly officer: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
};

/** What can be done in a case; NOTE is the humanitarian one. */
export type StepKind =
  | 'OPEN'
  | 'EVIDENCE'
  | 'VOLUNTARY_RETURN'
  | 'WRITE'
  | 'CONFIRM'
  | 'EVENT'
  | 'BOOK'
  | 'CANCEL'
  | 'OUTCOME'
  | 'NOTE'
  | 'EXTEND';

/** Of the requested side these officers have the case before them; the auditor reads it and changes nothing. */
const CASE_ROLES = ['EXECUTING_OFFICER', 'COORDINATOR', 'AUDITOR'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Whether cases exist for a role of the requested side. */
export const isCaseRole = (role: string): role is CaseRole =>
  CASE_ROLES.some((known) => known === role);

/** Whether a role of the requested side works in cases, and reads what is written for this authority alone. */
export const isWorking = (role: string): boolean => isCaseRole(role) && role !== 'AUDITOR';

const OF_REQUESTED: ReadonlySet<StepKind> = new Set<StepKind>(['EVENT', 'OUTCOME', 'NOTE']);

/** Whether an actor may make a step of this kind at all; the requesting side works in the case by its gateway. */
export function mayStep({ side, role }: Pick<Actor, 'side' | 'role'>, kind: StepKind): boolean {
  if (kind === 'EXTEND') return side === 'REQUESTED' && role === 'COORDINATOR';
  return side === 'REQUESTED'
    ? isWorking(role)
    : role === 'PARTNER_GATEWAY' && !OF_REQUESTED.has(kind);
}
