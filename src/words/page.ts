/** The words of the console's pages. */
import type { Language } from '../base/index.js';
import { type Message, messageOf, type Values } from './message.js';
import { az } from './page/az.js';
import { en } from './page/en.js';
import { PAGE_KEYS, type PageCatalogue, type PageKey, type PageValues } from './page/keys.js';
import { kk } from './page/kk.js';
import { ru } from './page/ru.js';

const CATALOGUES: Readonly<Record<Language, PageCatalogue>> = { ru, en, az, kk };

// Object.keys loses the key type; the literal is the only source of it.
const PAGE_KEYS_IN_ORDER = Object.keys(PAGE_KEYS) as readonly PageKey[];

/** Says a text of the pages; one with places needs their values. */
export type PageWords = <Key extends PageKey>(
  key: Key,
  ...values: (typeof PAGE_KEYS)[Key] extends readonly [] ? [] : [PageValues<Key>]
) => string;

/** The words of the pages in a language. */
export function pageWords(language: Language): PageWords {
  const texts = new Map<PageKey, Message>(
    PAGE_KEYS_IN_ORDER.map((key) => [key, messageOf(language, CATALOGUES[language][key])]),
  );
  return (key, ...[values = {}]: [Values?]) => texts.get(key)?.(values) ?? key;
}
