/** The words of publications: kinds, states, the labels of pages and feeds, and every code that stands in a publisher's way. */
import type { Language } from '../base/index.js';
import { az } from './publications/az.js';
import { en } from './publications/en.js';
import type { PublicationCatalogue } from './publications/keys.js';
import { kk } from './publications/kk.js';
import { ru } from './publications/ru.js';

const CATALOGUES: Readonly<Record<Language, PublicationCatalogue>> = { ru, en, az, kk };

/** The texts of each list in a language: `publicationWords('ru').KIND.METHOD`. */
export function publicationWords(language: Language): PublicationCatalogue {
  return CATALOGUES[language];
}
