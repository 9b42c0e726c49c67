/** Inquiries on the officer's sheet: opened, answered, given up. */
import { type Inquiry, type InquiryAnswer, isWaiting } from './inquiry.js';
import { isWanted, type Noted, refuse, type Sheet, withoutOutcomes } from './sheet.js';

/** Sends an inquiry to another body. The items it is about have no outcome until it is answered or dropped. */
export function openInquiry(sheet: Sheet, inquiry: Omit<Inquiry, 'answer' | 'dropped'>): Noted {
  const { id, n, items, askedAt, dueBefore } = inquiry;
  if (items.length === 0 || dueBefore <= askedAt) return refuse('CONTENT_MISSING');
  if (!items.every((item) => isWanted(sheet, { n, item }))) return refuse('NOT_WANTED');
  if (sheet.inquiries.some((other) => other.id === id)) return refuse('INQUIRY_TWICE');
  const inquiries = [...sheet.inquiries, { ...inquiry, answer: null, dropped: null }];
  return { sheet: { ...sheet, inquiries, outcomes: withoutOutcomes(sheet, n, items) } };
}

/** Records a body's answer. */
export function answerInquiry(sheet: Sheet, id: string, answer: InquiryAnswer): Noted {
  if (answer.source.trim() === '') return refuse('CONTENT_MISSING');
  return settleInquiry(sheet, id, { answer });
}

/** Gives an inquiry up, with the reason. */
export function dropInquiry(sheet: Sheet, id: string, reason: string): Noted {
  if (reason.trim() === '') return refuse('CONTENT_MISSING');
  return settleInquiry(sheet, id, { dropped: reason });
}

function settleInquiry(
  sheet: Sheet,
  id: string,
  change: Partial<Pick<Inquiry, 'answer' | 'dropped'>>,
): Noted {
  const found = sheet.inquiries.find((inquiry) => inquiry.id === id);
  if (found === undefined || !isWaiting(found)) return refuse('UNKNOWN_INQUIRY');
  const inquiries = sheet.inquiries.map((one) => (one === found ? { ...one, ...change } : one));
  return { sheet: { ...sheet, inquiries } };
}
