/** The words of the statistical tables. */
import type { Language } from '../base/index.js';
import { az } from './statistics/az.js';
import { en } from './statistics/en.js';
import type { StatisticsCatalogue } from './statistics/keys.js';
import { kk } from './statistics/kk.js';
import { ru } from './statistics/ru.js';

const CATALOGUES: Readonly<Record<Language, StatisticsCatalogue>> = { ru, en, az, kk };

/** The words of the tables in a language. */
export function statisticsWords(language: Language): StatisticsCatalogue {
  return CATALOGUES[language];
}
