/**
 * What became of each item that a request wants, subject by subject (10(1), 10(4)), and what the case ends in for it.
 * A refusal may differ from person to person, and names one ground of 10(4) or more and its reasons in words.
 */
import { REFUSAL_GROUNDS, type RefusalGround, type WithholdReason } from '../../policy/index.js';
import type { Item } from '../../treaty/index.js';

/** The items wanted for one subject of the request, by its number in the signed request. */
export type WantedItems = { readonly n: number; readonly items: readonly Item[] };

/** A refusal (10(4)): at least one ground, and the reasons that the other side is told in writing. */
export type ItemRefusal = {
  readonly outcome: 'REFUSED';
  readonly grounds: readonly RefusalGround[];
  readonly text: string;
};

export type Outcome =
  | { readonly outcome: 'DISCLOSED' }
  | ItemRefusal
  /** The register has none, or nobody was found, or nobody who may be named (A-10.4c): one outcome for all three. */
  | { readonly outcome: 'NOT_AVAILABLE' }
  /** The instrument, or the Party's own overlay, does not open the item for the stated purpose. */
  | { readonly outcome: 'WITHHELD_BY_POLICY'; readonly reason: WithholdReason };

export type ItemOutcome = Outcome & { readonly item: Item };
export type SubjectOutcomes = { readonly n: number; readonly items: readonly ItemOutcome[] };

/** The state in which a case ends. */
type ConcludingState = 'ANSWERED' | 'PARTLY_REFUSED' | 'REFUSED';

/** An item of a subject. */
export type ItemPlace = { readonly n: number; readonly item: Item };

/** What is wanted and has no outcome yet. A case with one of these cannot end (A-10.1a). */
export function openItems(
  wanted: readonly WantedItems[],
  outcomes: readonly SubjectOutcomes[],
): readonly ItemPlace[] {
  const done = new Set(placesOf(outcomes).map(nameOf));
  return wanted
    .flatMap(({ n, items }) => items.map((item) => ({ n, item })))
    .filter((place) => !done.has(nameOf(place)));
}

/** Whether every wanted item has exactly one outcome, nothing else has one, and every refusal has ground and words. */
export function areComplete(
  wanted: readonly WantedItems[],
  outcomes: readonly SubjectOutcomes[],
): boolean {
  const given = placesOf(outcomes).length;
  const asked = wanted.flatMap(({ items }) => items).length;
  return (
    given === asked &&
    openItems(wanted, outcomes).length === 0 &&
    outcomes.every(({ items }) => items.every(isReasoned))
  );
}

/** The state that follows from complete outcomes: refused only where all is refused, partly where some is. */
export function conclusionOf(outcomes: readonly SubjectOutcomes[]): ConcludingState {
  const all = outcomes.flatMap(({ items }) => items);
  const refused = all.filter(({ outcome }) => outcome === 'REFUSED').length;
  if (refused === 0) return 'ANSWERED';
  return refused === all.length ? 'REFUSED' : 'PARTLY_REFUSED';
}

/** The outcomes of a request refused as a whole. */
export function refuseAll(
  wanted: readonly WantedItems[],
  refusal: Omit<ItemRefusal, 'outcome'>,
): readonly SubjectOutcomes[] {
  return wanted.map(({ n, items }) => ({
    n,
    items: items.map((item) => ({ item, outcome: 'REFUSED', ...refusal })),
  }));
}

/** The items that the grant opens for a subject: those disclosed. */
export function disclosedItems(outcomes: readonly SubjectOutcomes[], n: number): readonly Item[] {
  const own = outcomes.find((subject) => subject.n === n)?.items ?? [];
  return own.filter(({ outcome }) => outcome === 'DISCLOSED').map(({ item }) => item);
}

/** Whether an outcome says what it has to: only a refusal has to say anything, its grounds and reasons (A-10.4b). */
export function isReasoned(outcome: Outcome): boolean {
  if (outcome.outcome !== 'REFUSED') return true;
  const { grounds, text } = outcome;
  const isKnown = (ground: string): boolean => REFUSAL_GROUNDS.some((known) => known === ground);
  const isOnce = new Set(grounds).size === grounds.length;
  return grounds.length > 0 && grounds.every(isKnown) && isOnce && text.trim() !== '';
}

const nameOf = ({ n, item }: ItemPlace): string => `${n} ${item}`;

const placesOf = (outcomes: readonly SubjectOutcomes[]): readonly ItemPlace[] =>
  outcomes.flatMap(({ n, items }) => items.map(({ item }) => ({ n, item })));
