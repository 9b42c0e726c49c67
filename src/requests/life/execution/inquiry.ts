/**
 * Inquiries: items that lie with other bodies of the requested State (police, courts, border service; in Kazakhstan the
 * other ministry of Article 2). Each has its deadline, its source, and that body's own permission to release.
 */
import type { Item } from '../../../treaty/index.js';
import type { ItemPlace } from '../outcomes.js';

export const INQUIRED_BODIES = ['POLICE', 'COURT', 'BORDER_SERVICE', 'OTHER_MINISTRY'] as const;
export type InquiredBody = (typeof INQUIRED_BODIES)[number];

/** What a body answered: where it has it from, and whether it may go to the other Party. */
export type InquiryAnswer = {
  readonly at: number;
  readonly source: string;
  readonly mayRelease: boolean;
};

export type Inquiry = {
  readonly id: string;
  readonly to: InquiredBody;
  readonly n: number;
  readonly items: readonly Item[];
  readonly askedAt: number;
  /** First instant at which the body is late. */
  readonly dueBefore: number;
  readonly answer: InquiryAnswer | null;
  /** Why it was given up without an answer; null while it was not. */
  readonly dropped: string | null;
};

/** Whether an inquiry still waits. */
export const isWaiting = ({ answer, dropped }: Inquiry): boolean =>
  answer === null && dropped === null;

/** The inquiries that are late at `now`. */
export function lateInquiries(inquiries: readonly Inquiry[], now: number): readonly Inquiry[] {
  return inquiries.filter((inquiry) => isWaiting(inquiry) && now >= inquiry.dueBefore);
}

/** The inquiries about one item of one subject. */
export function inquiriesOn(
  inquiries: readonly Inquiry[],
  { n, item }: ItemPlace,
): readonly Inquiry[] {
  return inquiries.filter((inquiry) => inquiry.n === n && inquiry.items.includes(item));
}
