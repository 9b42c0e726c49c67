/** What the legal clock tells of all cases together: figures for whoever runs the gateway, a list for who may see them. */
import type { Cases, ListedCase, NoticeCount } from '../store/index.js';
import { WARN_DAYS } from './file.js';
import { type Officer, seesAll } from './officer.js';

const DAY = 86_400_000;

// Days of the calendar are not all as long as each other.
const horizon = (now: number): number => now + (WARN_DAYS + 2) * DAY;

/** How many cases have each notice; of closed lists, so that no case shows (11(1)). */
export const countNotices = (cases: Cases, now: number): Promise<readonly NoticeCount[]> =>
  cases.countNotices({ dueBefore: horizon(now) });

/** The cases with a notice that exist for this officer. */
export const noticedCases = (
  cases: Cases,
  {
    officer,
    now,
    first,
  }: { readonly officer: Officer; readonly now: number; readonly first: number },
): Promise<readonly ListedCase[]> =>
  cases.noticed({
    dueBefore: horizon(now),
    officer: seesAll(officer) ? null : officer.officer,
    first,
  });
