/**
 * What was taken back or replaced (11(4), 11(5)): neither is read or passed on any more as it first came. Pure.
 */
import { ITEMS } from '../../treaty/index.js';
import { meets, type Scope } from '../consents/scope.js';
import type { ValuePlace } from '../holding.js';
import { isItemGroup, itemsIn } from '../item-group.js';
import type { Matter } from '../messages/step.js';
import { type CustodyFile, scopeOf } from './custody-file.js';
import { mergeValues, onlyItems, type SubjectValues } from './only-items.js';

type Told = Pick<CustodyFile, 'matters' | 'received'>;

/** What was taken back or replaced. */
export const closedScopes = (file: Told): readonly Scope[] =>
  scopesTold(file, ['RECALL', 'CORRECTION']);

/** What was taken back. */
export const recalledScopes = (file: Told): readonly Scope[] => scopesTold(file, ['RECALL']);

const scopesTold = (file: Told, kinds: readonly Matter['kind'][]): readonly Scope[] =>
  file.matters
    .filter(({ kind, side }) => kinds.includes(kind) && side === 'RECIPIENT')
    .flatMap((matter) => scopeOf(file, matter) ?? []);

/** Whether anything of a scope was recalled. */
export const isRecalled = (file: Told, scope: Scope): boolean =>
  recalledScopes(file).some((recalled) => meets(recalled, scope));

/** The values that are held, as corrections and recalls have left them; what a matter brought stands beside it. */
export function currentValues(
  file: Told,
  came: readonly SubjectValues[],
  brought: ReadonlyMap<string, readonly SubjectValues[]>,
): readonly SubjectValues[] {
  const told = file.matters.filter(
    ({ kind, side }) => (kind === 'RECALL' || kind === 'CORRECTION') && side === 'RECIPIENT',
  );
  return told.reduce((held, matter) => {
    const scope = scopeOf(file, matter);
    const left = scope === null ? held : onlyItems(held, everythingIn(held), [scope]);
    return mergeValues(left, brought.get(matter.id) ?? []);
  }, came);
}

const everythingIn = (held: readonly SubjectValues[]): Scope => ({
  subjects: held.map(({ n }) => n),
  items: ITEMS,
});

/** Why a value that was taken back is destroyed: it was corrected, unless it, or a part of it, was recalled. */
export function groundOf(
  file: Told,
  { n, group }: Pick<ValuePlace, 'n' | 'group'>,
): 'RECALLED' | 'CORRECTED' {
  if (!isItemGroup(group)) return 'RECALLED';
  const part = { subjects: [n], items: itemsIn(group) };
  const isCorrected = closedScopes(file).some((closed) => meets(closed, part));
  return isCorrected && !isRecalled(file, part) ? 'CORRECTED' : 'RECALLED';
}
