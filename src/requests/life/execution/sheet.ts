/**
 * The executing officer's sheet (10(1)): what was found for each wanted item, what was asked of other bodies, and who
 * decided about a child. It stays with the requested side; what leaves is the conclusion that follows from it.
 */
import { CHILD_ITEMS } from '../../../treaty/index.js';
import type { Conclusion, Move, Mover } from '../moves.js';
import {
  conclusionOf,
  type ItemPlace,
  isReasoned,
  type Outcome,
  openItems,
  type SubjectOutcomes,
  type WantedItems,
} from '../outcomes.js';
import { bindingConditions, toldOutcomes } from './absent.js';
import { type Inquiry, inquiriesOn, isWaiting } from './inquiry.js';

/** The coordinator's own decision on a child's biometrics and liability (A-10.4d). */
export type ChildDecision = {
  readonly by: Mover;
  readonly at: number;
  readonly give: boolean;
  readonly reason: string;
};

/** Whether a subject is under 18; null until the executing officer has recorded it. */
export type SubjectAge = {
  readonly n: number;
  readonly child: boolean | null;
  readonly decision: ChildDecision | null;
};

export type Sheet = {
  readonly wanted: readonly WantedItems[];
  readonly outcomes: readonly SubjectOutcomes[];
  readonly ages: readonly SubjectAge[];
  readonly inquiries: readonly Inquiry[];
};

/** Why something cannot be put on the sheet. Closed. */
export const SHEET_FAULTS = [
  'NOT_WANTED',
  /** A refusal without a ground of 10(4), or anything without its reason. */
  'CONTENT_MISSING',
  /** The body that has the item did not answer yet. */
  'INQUIRY_OPEN',
  /** The body that has the item does not let it go. */
  'NO_PERMISSION',
  'AGE_NOT_RECORDED',
  /** A child's biometrics and liability wait for the coordinator. */
  'COORDINATOR_NEEDED',
  'NOT_THIS_ROLE',
  'UNKNOWN_INQUIRY',
  'INQUIRY_TWICE',
] as const;
export type SheetFault = (typeof SHEET_FAULTS)[number];

/** The sheet with something noted, or why it cannot be. */
export type Noted =
  | { readonly sheet: Sheet }
  | { readonly sheet: null; readonly fault: SheetFault };

/** Nothing is noted. */
export const refuse = (fault: SheetFault): Noted => ({ sheet: null, fault });

/** An empty sheet for what a request wants. */
export function openSheet(wanted: readonly WantedItems[]): Sheet {
  const ages = wanted.map(({ n }) => ({ n, child: null, decision: null }));
  const outcomes = wanted.map(({ n }) => ({ n, items: [] }));
  return { wanted, outcomes, ages, inquiries: [] };
}

/** Notes what became of one item; replaces what was noted before. */
export function noteOutcome(sheet: Sheet, place: ItemPlace, outcome: Outcome): Noted {
  if (!isWanted(sheet, place)) return refuse('NOT_WANTED');
  if (!isReasoned(outcome)) return refuse('CONTENT_MISSING');
  const fault = outcome.outcome === 'DISCLOSED' ? whyNotDisclosed(sheet, place) : undefined;
  if (fault !== undefined) return refuse(fault);
  const { n, item } = place;
  const outcomes = withoutOutcomes(sheet, n, [item]).map((subject) =>
    subject.n === n ? { n, items: [...subject.items, { item, ...outcome }] } : subject,
  );
  return { sheet: { ...sheet, outcomes } };
}

/** What keeps the case open, or the move that concludes it. */
export type SheetEnd =
  | { readonly open: readonly ItemPlace[] }
  | {
      readonly open: null;
      readonly move: Extract<Move, { kind: 'ANSWER' | 'PARTLY_REFUSE' | 'REFUSE' }>;
    };

/**
 * Concludes a sheet. An item on which an inquiry waits is open, whatever was noted. Of an absent subject nothing is told
 * but that nothing is available (A-10.4c).
 */
export function concludeSheet(
  sheet: Sheet,
  terms: Omit<Conclusion, 'outcomes'>,
  absent: ReadonlySet<number>,
): SheetEnd {
  const open = openPlaces(sheet);
  if (open.length > 0) return { open };
  const outcomes = toldOutcomes(sheet, absent);
  const conditions = bindingConditions(terms.conditions, outcomes);
  switch (conclusionOf(outcomes)) {
    case 'ANSWERED':
      return { open: null, move: { kind: 'ANSWER', outcomes, ...terms, conditions } };
    case 'PARTLY_REFUSED':
      return { open: null, move: { kind: 'PARTLY_REFUSE', outcomes, ...terms, conditions } };
    case 'REFUSED':
      return { open: null, move: { kind: 'REFUSE', outcomes } };
  }
}

/** What has no outcome yet, or waits for another body. */
function openPlaces({ wanted, outcomes, inquiries }: Sheet): readonly ItemPlace[] {
  const unsaid = new Set(openItems(wanted, outcomes).map(nameOf));
  return openItems(wanted, []).filter(
    (place) =>
      unsaid.has(nameOf(place)) || inquiriesOn(inquiries, place).some((one) => isWaiting(one)),
  );
}

/** Whether a request wants this item for this subject. */
export function isWanted({ wanted }: Sheet, { n, item }: ItemPlace): boolean {
  return wanted.some((subject) => subject.n === n && subject.items.includes(item));
}

/** The outcomes of a sheet without those of some items of a subject. */
export function withoutOutcomes(
  { outcomes }: Sheet,
  n: number,
  items: readonly string[],
): readonly SubjectOutcomes[] {
  return outcomes.map((subject) =>
    subject.n === n
      ? { n, items: subject.items.filter(({ item }) => !items.includes(item)) }
      : subject,
  );
}

const nameOf = ({ n, item }: ItemPlace): string => `${n} ${item}`;

function whyNotDisclosed(sheet: Sheet, place: ItemPlace): SheetFault | undefined {
  const asked = inquiriesOn(sheet.inquiries, place);
  if (asked.some(isWaiting)) return 'INQUIRY_OPEN';
  if (asked.some(({ answer }) => answer?.mayRelease === false)) return 'NO_PERMISSION';
  if (!CHILD_ITEMS.has(place.item)) return undefined;
  const age = sheet.ages.find(({ n }) => n === place.n);
  if (age === undefined || age.child === null) return 'AGE_NOT_RECORDED';
  return age.child && age.decision?.give !== true ? 'COORDINATOR_NEEDED' : undefined;
}
