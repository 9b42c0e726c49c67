/** The words of the console's pages. */
import type { Language } from '../base/index.js';
import { az } from './page/az.js';
import { en } from './page/en.js';
import type { PAGE_KEYS, PageCatalogue } from './page/keys.js';
import { kk } from './page/kk.js';
import { ru } from './page/ru.js';
import { type Say, sayIn } from './spoken.js';

const CATALOGUES: Readonly<Record<Language, PageCatalogue>> = { ru, en, az, kk };

export type PageWords = Say<typeof PAGE_KEYS>;

/** The words of the pages in a language. */
export const pageWords = (language: Language): PageWords => sayIn(language, CATALOGUES[language]);
