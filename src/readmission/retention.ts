/**
 * How long a case is kept. The text of EU-AZ-2014 is not at hand, so the days are what the operator has configured; where
 * nobody has, a default of this gateway counts, and each case says that it is unconfirmed. There is no case without an end.
 */

/** Whole days of 24 hours. */
export interface CaseRetention {
  /** From the step that closed the case. */
  readonly days: number;
  /** From its opening: closed or not, put off or not, no case is kept longer. */
  readonly longest: number;
}

/** As long as what was received for readmission is held from its receipt; and three years for a case that nobody closes. */
export const DEFAULT_RETENTION: CaseRetention = { days: 365, longest: 1_095 };

const DAY = 86_400_000;

/** The end of a case that is not closed; no end is later. Instants in milliseconds since the epoch. */
export const latestEnd = (openedAt: number, { longest }: CaseRetention): number =>
  openedAt + longest * DAY;

/** The end of a case that was closed. */
export const endOnceClosed = (closedAt: number, { days }: CaseRetention): number =>
  closedAt + days * DAY;

export type EndFault = 'END_NOT_LATER' | 'BEYOND_LONGEST';

/** Why an end is not put off; undefined where it is, or is as late already. */
export function whyNotPutOff(
  { endsAt, opened }: { readonly endsAt: number; readonly opened: { readonly at: number } },
  until: number,
  { retention }: { readonly retention: CaseRetention },
): EndFault | undefined {
  if (until < endsAt) return 'END_NOT_LATER';
  return until > latestEnd(opened.at, retention) ? 'BEYOND_LONGEST' : undefined;
}
