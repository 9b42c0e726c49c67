/**
 * Subjects of whom nothing may be told (A-10.4c): nobody was found, or nobody who may be named. Whatever an officer
 * noted of them, in whichever order and on whatever terms, one conclusion leaves for all of them.
 */
import { type Condition, isStated } from '../conditions.js';
import type { ItemOutcome, SubjectOutcomes, WantedItems } from '../outcomes.js';

/** The outcomes that leave, in the order of the request: for an absent subject every item is not available. */
export function toldOutcomes(
  {
    wanted,
    outcomes,
  }: { readonly wanted: readonly WantedItems[]; readonly outcomes: readonly SubjectOutcomes[] },
  absent: ReadonlySet<number>,
): readonly SubjectOutcomes[] {
  return wanted.map(({ n, items }) => {
    const noted = outcomes.find((subject) => subject.n === n)?.items ?? [];
    const told = absent.has(n) ? items.map(notAvailable) : inOrder(noted, items);
    return { n, items: told };
  });
}

/** The conditions that bind something: of items that are disclosed to nobody, none says anything (10(2)). */
export function bindingConditions(
  conditions: readonly Condition[],
  outcomes: readonly SubjectOutcomes[],
): readonly Condition[] {
  const disclosed = new Set(
    outcomes
      .flatMap(({ items }) => items)
      .filter(({ outcome }) => outcome === 'DISCLOSED')
      .map(({ item }) => item),
  );
  return conditions.flatMap((condition) => {
    // One that says nothing stays, and is told as a fault.
    if (!isStated(condition)) return [condition];
    const items = condition.items.filter((item) => disclosed.has(item));
    return items.length === 0 ? [] : [{ ...condition, items }];
  });
}

/** The subjects of whom a conclusion told nothing: what is asked again is concluded alike. */
export function absentIn(outcomes: readonly SubjectOutcomes[]): ReadonlySet<number> {
  const isAbsent = ({ items }: SubjectOutcomes): boolean =>
    items.every(({ outcome }) => outcome === 'NOT_AVAILABLE');
  return new Set(outcomes.filter(isAbsent).map(({ n }) => n));
}

const notAvailable = (item: WantedItems['items'][number]): ItemOutcome => ({
  item,
  outcome: 'NOT_AVAILABLE',
});

const inOrder = (
  noted: readonly ItemOutcome[],
  items: WantedItems['items'],
): readonly ItemOutcome[] => items.flatMap((item) => noted.filter((one) => one.item === item));
