/** The page in the language that the browser prefers. */
import type { ReceiptState } from '../src/index.js';
import { az } from './words/az.js';
import { en } from './words/en.js';
import { kk } from './words/kk.js';
import { ru } from './words/ru.js';
import type { Words } from './words/words.js';

export const CATALOGUES = { ru, en, az, kk } as const satisfies Readonly<Record<string, Words>>;
type Language = keyof typeof CATALOGUES;

const isOurs = (code: string): code is Language => Object.hasOwn(CATALOGUES, code);

/** The first of the preferred languages that the page speaks; else English. */
export const languageFor = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOurs) ?? 'en';

/** What is said of a receipt. */
export function receiptWords(receipt: ReceiptState, words: Words): string {
  switch (receipt.state) {
    case 'verified':
      return words.verified(String(receipt.index), receipt.origin);
    case 'notVerified':
      return words.notVerified;
    case 'none':
      return words.noReceipt;
  }
}
