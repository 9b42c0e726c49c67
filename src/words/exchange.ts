/** The words of the life of a request: states, notices of the clock, and every code that stands in somebody's way. */
import type { Language } from '../base/index.js';
import { az } from './exchange/az.js';
import { en } from './exchange/en.js';
import type { ExchangeCatalogue } from './exchange/keys.js';
import { kk } from './exchange/kk.js';
import { ru } from './exchange/ru.js';

const CATALOGUES: Readonly<Record<Language, ExchangeCatalogue>> = { ru, en, az, kk };

/** The sentences for the codes of each list in a language: `exchangeWords('ru').HOLD.SIGNATORY_UNKNOWN`. */
export function exchangeWords(language: Language): ExchangeCatalogue {
  return CATALOGUES[language];
}
