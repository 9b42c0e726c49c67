/**
 * The written record of what the two sides say to each other in a case: numbered, dated, from one to the other, confirmed by
 * both. Corrections and the report on use are entries of it. Nothing is taken back: what was wrong is corrected by another.
 */
import type { Day, Item } from '../treaty/index.js';
import type { Hand, Side } from './side.js';

/**
 * LETTER: what has to be said. CORRECTION: of an item that was given for a subject. USE_QUESTION: what was received used
 * for; USE_REPORT: the recipient's answer to it.
 */
export const RECORD_KINDS = ['LETTER', 'CORRECTION', 'USE_QUESTION', 'USE_REPORT'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type WrittenRecord = {
  /** From 1, without a gap. */
  readonly number: number;
  readonly kind: RecordKind;
  readonly from: Side;
  readonly text: string;
  /** The subject that a correction is about, and what was given. */
  readonly n: number | null;
  readonly item: Item | null;
  /** The number of the question that a report answers. */
  readonly answers: number | null;
  /** By which day a question is to be answered. */
  readonly due: Day | null;
  readonly by: Hand;
  /** By the other side; null until it has. */
  readonly confirmed: Hand | null;
};

export const USE_STATES = ['ASKED', 'OVERDUE', 'ANSWERED'] as const;
export type UseState = (typeof USE_STATES)[number];

/** Where a question about use stands; null for what is none. */
export function useState(
  record: WrittenRecord,
  all: readonly WrittenRecord[],
  today: Day,
): UseState | null {
  if (record.kind !== 'USE_QUESTION') return null;
  if (all.some(({ answers }) => answers === record.number)) return 'ANSWERED';
  return record.due !== null && record.due < today ? 'OVERDUE' : 'ASKED';
}

/** What a side would write. */
export type Draft = Pick<WrittenRecord, 'kind' | 'text' | 'n' | 'item' | 'answers' | 'due'>;

export type DraftFault =
  | 'CORRECTION_WITHOUT_ITEM'
  | 'DUE_DAY_MISSING'
  | 'DAY_PASSED'
  | 'NO_SUCH_QUESTION'
  | 'NOT_OF_THIS_KIND';

/** What an entry of each kind may carry beside its text. */
const CARRIES: Readonly<Record<RecordKind, readonly (keyof Draft)[]>> = {
  LETTER: [],
  CORRECTION: ['n', 'item'],
  USE_QUESTION: ['n', 'item', 'due'],
  USE_REPORT: ['answers'],
};
const MEMBERS = ['n', 'item', 'answers', 'due'] as const satisfies readonly (keyof Draft)[];

/** What is wrong with what a side would write; undefined where nothing is. */
export function whyNotWritten(
  draft: Draft,
  from: Side,
  { records, today }: { readonly records: readonly WrittenRecord[]; readonly today: Day },
): DraftFault | undefined {
  const { kind, n, item, answers, due } = draft;
  if (MEMBERS.some((name) => draft[name] !== null && !CARRIES[kind].includes(name))) {
    return 'NOT_OF_THIS_KIND';
  }
  switch (kind) {
    case 'LETTER':
      return undefined;
    case 'CORRECTION':
      return n === null || item === null ? 'CORRECTION_WITHOUT_ITEM' : undefined;
    case 'USE_QUESTION':
      return whyNotDue(due, today);
    case 'USE_REPORT':
      return isOpenQuestion(answers, from, records) ? undefined : 'NO_SUCH_QUESTION';
  }
}

function whyNotDue(due: Day | null, today: Day): DraftFault | undefined {
  if (due === null) return 'DUE_DAY_MISSING';
  return due < today ? 'DAY_PASSED' : undefined;
}

// A question is answered once, by the side that it was put to.
const isOpenQuestion = (
  number: number | null,
  from: Side,
  records: readonly WrittenRecord[],
): boolean =>
  records.some(
    (one) => one.number === number && one.kind === 'USE_QUESTION' && one.from !== from,
  ) && !records.some(({ answers }) => answers !== null && answers === number);
