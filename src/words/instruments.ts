/** The words of what can be wrong with an instrument's file, or with an act on an instrument. */
import type { Language } from '../base/index.js';
import { az } from './instruments/az.js';
import { en } from './instruments/en.js';
import type { InstrumentCatalogue } from './instruments/keys.js';
import { kk } from './instruments/kk.js';
import { ru } from './instruments/ru.js';

const CATALOGUES: Readonly<Record<Language, InstrumentCatalogue>> = { ru, en, az, kk };

/** The sentences for the codes of each list in a language. */
export function instrumentWords(language: Language): InstrumentCatalogue {
  return CATALOGUES[language];
}
