import type { ClauseCatalogue } from './keys.js';

export const en: ClauseCatalogue = {
  CLAUSES: 'What the clauses say',
  PREVAILS: 'text in {language}, which prevails',
  EQUALLY_AUTHENTIC:
    'authentic text in {language}; the text in {prevailing}, which prevails, is not at hand',
  TEXT_NOT_AT_HAND: 'No text of {instrument} is at hand.',
  TEXT_UNCONFIRMED: 'The text of {instrument} is not at hand, and its data are unconfirmed.',
  LANGUAGE_RU: 'Russian',
  LANGUAGE_EN: 'English',
  LANGUAGE_AZ: 'Azerbaijani',
  LANGUAGE_KK: 'Kazakh',
};
