/**
 * The forms of cooperation that need no person's file (Article 7 and 1(2); memorandum, paragraphs 1 and 3), as the
 * clauses of an instrument provide for them, and the clause on contact points.
 */
import type { Clause } from './clause.js';

export const ACTIVITY_KINDS = [
  'TRAINING',
  'TRAINEESHIP',
  'SEMINAR',
  'WORKING_GROUP',
  'EXPERT_EXCHANGE',
  'CONFERENCE',
  /** Getting to know territorial bodies and subordinate institutions. */
  'STUDY_VISIT',
  'JOINT_PROJECT',
  'TECHNICAL_ASSISTANCE',
  'CAMPAIGN',
  'JOINT_ACTION',
  'INITIATIVE',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** Bodies that are no competent authority: they are named in an activity, and get nothing by it (1(2), 11(3)). */
export const BODY_KINDS = ['INTERNATIONAL_ORGANISATION', 'BUSINESS'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What one clause provides for. */
export interface ActivityClause {
  readonly kinds: readonly [ActivityKind, ...ActivityKind[]];
  /** A body of this kind takes part in every activity under the clause: the text says so. */
  readonly joinedBy?: BodyKind;
}

export interface CooperationData {
  readonly activities: Readonly<Partial<Record<Clause, ActivityClause>>>;
  /** The clause by which contact points are assigned. */
  readonly contactPoints?: Clause;
}
