/** The words of readmission and interviews. */
import type { Language } from '../base/index.js';
import { az } from './readmission/az.js';
import { en } from './readmission/en.js';
import type { ReadmissionCatalogue } from './readmission/keys.js';
import { kk } from './readmission/kk.js';
import { ru } from './readmission/ru.js';

const CATALOGUES: Readonly<Record<Language, ReadmissionCatalogue>> = { ru, en, az, kk };

/** The sentences for the codes in a language: `readmissionWords('ru').WARNING.CLOCK_OVERDUE`. */
export function readmissionWords(language: Language): ReadmissionCatalogue {
  return CATALOGUES[language];
}
