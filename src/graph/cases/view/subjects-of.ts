/** The persons of a request: what the request says of them, and what the requested side has recorded beside it. */
import type { RequestDocument } from '../../../requests/index.js';
import type { ListedCase } from '../../../store/index.js';
import type { MatchState } from '../types/case-enums.js';
import type { CaseChildDecision, CaseSubject } from '../types/case-parts.js';

/** The subjects in the order of the request. */
export function subjectsOf(
  { subjects }: RequestDocument,
  file: ListedCase,
): readonly CaseSubject[] {
  return subjects.map((subject) => ({
    ...subject,
    match: file.sheet === null ? null : matchOf(file, subject.n),
    ...ageOf(file, subject.n),
  }));
}

// Whom the register's key means is read through `subjects`, under REQUEST_EXECUTION.
function matchOf({ matches }: ListedCase, n: number): MatchState {
  const key = matches[n];
  if (key === undefined) return 'UNDECIDED';
  return key === null ? 'NOBODY' : 'FOUND';
}

function ageOf(
  { sheet }: ListedCase,
  n: number,
): { readonly child: boolean | null; readonly childDecision: CaseChildDecision | null } {
  const age = sheet?.ages.find((one) => one.n === n);
  const decision = age?.decision ?? null;
  return {
    child: age?.child ?? null,
    childDecision: decision && {
      give: decision.give,
      reason: decision.reason,
      officer: decision.by.officer,
      at: decision.at,
    },
  };
}
