/**
 * How long what was received may be held (11(5)): not longer than the purpose of its transfer requires, never past the
 * time for which its provider gave it, and never without an end. Default days are this gateway's assessment of
 * necessity; an authority's own law may only shorten them.
 */
import { type Clause, RETENTION_DAYS } from '../treaty/index.js';

/** A retention rule: what a purpose may be held for, and the clause it rests on. */
export interface RetentionRule {
  readonly clause: Clause;
  /** Days from receipt. */
  readonly days: number;
}

/** What an authority's own law makes of a rule; shorter or as long. */
export interface Shortening {
  readonly purpose: string;
  readonly days: number;
}

const CLAUSE: Clause = '11(5)';

/** Why a shortening is none. */
export type ShorteningFault = 'PURPOSE_WITHOUT_RULE' | 'NOT_SHORTER' | 'NO_WHOLE_DAYS';

/** The rule of a purpose, shortened; undefined where there is none: nothing can be held for it then. */
export function retentionRule(
  purpose: string,
  shortenings: readonly Shortening[] = [],
): RetentionRule | undefined {
  const usual = RETENTION_DAYS.get(purpose);
  if (usual === undefined) return undefined;
  const own = shortenings.filter((one) => one.purpose === purpose).map(({ days }) => days);
  return { clause: CLAUSE, days: Math.min(usual, ...own) };
}

/** Why an authority's own rule cannot be taken; undefined where it can. */
export function whyNoShortening({ purpose, days }: Shortening): ShorteningFault | undefined {
  const usual = retentionRule(purpose)?.days;
  if (usual === undefined) return 'PURPOSE_WITHOUT_RULE';
  if (!Number.isSafeInteger(days) || days < 1) return 'NO_WHOLE_DAYS';
  return days > usual ? 'NOT_SHORTER' : undefined;
}

const DAY = 86_400_000;

/** What a term is counted from and bounded by. Instants in milliseconds since the epoch. */
export interface RetentionQuestion {
  readonly purpose: string;
  readonly receivedAt: number;
  /** First instant at which it may no longer be held, as its provider gave it. */
  readonly limit: number;
  readonly shortenings?: readonly Shortening[];
}

/** The first instant at which it may no longer be held; undefined where the purpose has no rule. */
export function endOfRetention(question: RetentionQuestion): number | undefined {
  const { purpose, receivedAt, limit, shortenings } = question;
  const rule = retentionRule(purpose, shortenings);
  return rule && Math.min(receivedAt + rule.days * DAY, limit);
}

/** Why an end is not put off. */
export type ExtensionFault =
  | 'REASON_MISSING'
  | 'NOT_LATER'
  /** The provider gave it for no longer: only the provider can. */
  | 'BEYOND_THE_PROVIDERS_TIME'
  /** What has ended is not brought back. */
  | 'RETENTION_ENDED';

/** An end that an officer asks to be put off. */
export interface ExtensionQuestion {
  readonly endsAt: number;
  readonly limit: number;
  readonly until: number;
  readonly reason: string;
  readonly now: number;
}

/** Why an end is not put off (review, 11(5)); undefined where it is. */
export function whyNoExtension(question: ExtensionQuestion): ExtensionFault | undefined {
  const { endsAt, limit, until, reason, now } = question;
  if (now >= endsAt) return 'RETENTION_ENDED';
  if (reason.trim() === '') return 'REASON_MISSING';
  if (until <= endsAt) return 'NOT_LATER';
  return until > limit ? 'BEYOND_THE_PROVIDERS_TIME' : undefined;
}
