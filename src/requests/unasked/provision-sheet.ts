/**
 * The provider's own sheet of a provision: by what each person is looked for, who it is in the register, whether a
 * child. It stays with the provider; what leaves is read under the grant that follows from it.
 */
import { CHILD_ITEMS, isClause } from '../../treaty/index.js';
import type { DocumentSubject } from '../document/request-document.js';
import type { ChildDecision, SubjectAge } from '../life/index.js';
import type { Request } from '../request.js';
import { type ProvisionDocument, provisionDigest } from './provision-document.js';

export type ProvisionSheet = {
  readonly sought: readonly DocumentSubject[];
  /** Confirmed matches by subject number: the register's own key. */
  readonly matches: Readonly<Record<number, string>>;
  readonly ages: readonly SubjectAge[];
};

/** A sheet on which nothing is noted. */
export const blankSheet = (sought: readonly DocumentSubject[]): ProvisionSheet => ({
  sought,
  matches: {},
  ages: sought.map(({ n }) => ({ n, child: null, decision: null })),
});

/** Notes who a person is. What was noted of another falls. */
export const noteMatch = (sheet: ProvisionSheet, n: number, person: string): ProvisionSheet =>
  sheet.matches[n] === person
    ? sheet
    : {
        ...sheet,
        matches: { ...sheet.matches, [n]: person },
        ages: sheet.ages.map((age) => (age.n === n ? { n, child: null, decision: null } : age)),
      };

/** Notes whether a person is a child, or what the coordinator decided about one (A-10.4d). */
export const noteAge = (
  sheet: ProvisionSheet,
  n: number,
  note: { readonly child: boolean } | { readonly decision: ChildDecision },
): ProvisionSheet => ({
  ...sheet,
  ages: sheet.ages.map((age) => {
    if (age.n !== n) return age;
    return 'child' in note ? { n, child: note.child, decision: null } : { ...age, ...note };
  }),
});

/** Why a sheet does not bear its document yet: a subject and what it lacks, none where it does. */
export type SheetGap = {
  readonly n: number;
  readonly code: 'MATCH_MISSING' | 'AGE_NOT_RECORDED' | 'COORDINATOR_NEEDED';
};

/** What is missing before a provision can be signed. */
export function sheetGaps(
  { subjects }: Pick<ProvisionDocument, 'subjects'>,
  { matches, ages }: ProvisionSheet,
): readonly SheetGap[] {
  return subjects.flatMap(({ n, items }): readonly SheetGap[] => {
    const age = ages.find((one) => one.n === n);
    if (matches[n] === undefined) return [{ n, code: 'MATCH_MISSING' }];
    if (!items.some((item) => CHILD_ITEMS.has(item)) || age?.child === false) return [];
    if (age?.child !== true) return [{ n, code: 'AGE_NOT_RECORDED' }];
    return age.decision?.give === true ? [] : [{ n, code: 'COORDINATOR_NEEDED' }];
  });
}

/**
 * The provision as `grantFor` weighs it: as an answered request of the recipient for the one purpose, so that the one
 * maker of grants, the policy and the walls of the register hold for it unchanged.
 */
export function requestToProvide(
  document: ProvisionDocument,
  { matches, ages }: ProvisionSheet,
  asOf: number,
): Request {
  const { id, instrument, provider, recipient, purpose, basis, justification } = document;
  return {
    ...{ id, instrument, aim: 'PREVENTION', state: 'ANSWERED', asOf },
    digest: provisionDigest(document),
    requestingAuthority: recipient,
    requestedAuthority: provider,
    purposes: isClause(basis) ? [{ purpose, basis, justification }] : [],
    grantUntil: document.keepUntil,
    subjects: document.subjects.map(({ n, items }) => {
      const age = ages.find((one) => one.n === n);
      return {
        ...{ n, items, person: matches[n] ?? null },
        child: age?.child ?? true,
        coordinatorDecision: age?.decision?.give ?? false,
      };
    }),
  };
}
