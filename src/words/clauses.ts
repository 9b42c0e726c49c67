/** The words that stand beside the text of a clause: in which language it is, and whether that one prevails. */
import { LANGUAGES, type Language } from '../base/index.js';
import { az } from './clauses/az.js';
import { en } from './clauses/en.js';
import type { CLAUSE_KEYS, ClauseCatalogue } from './clauses/keys.js';
import { kk } from './clauses/kk.js';
import { ru } from './clauses/ru.js';
import { type Say, sayIn } from './spoken.js';

const CATALOGUES: Readonly<Record<Language, ClauseCatalogue>> = { ru, en, az, kk };

export type ClauseWords = Say<typeof CLAUSE_KEYS>;

/** The words about texts of clauses in a language. */
export const clauseWords = (language: Language): ClauseWords =>
  sayIn(language, CATALOGUES[language]);

/** What is known of the texts of an instrument. */
export interface TextStanding {
  readonly instrument: string;
  /** Of the texts that are shown; undefined where there are none. */
  readonly language: string | undefined;
  readonly prevailing: string;
  /** False where the data of the instrument wait for its text. */
  readonly confirmed: boolean;
}

/** The sentence to put beside texts that are shown, or in their place: never a translation of ours without a word. */
export function standingOfTexts(
  say: ClauseWords,
  { instrument, language, prevailing, confirmed }: TextStanding,
): string {
  if (language === undefined) {
    return say(confirmed ? 'TEXT_NOT_AT_HAND' : 'TEXT_UNCONFIRMED', { instrument });
  }
  const names = { language: nameOf(say, language), prevailing: nameOf(say, prevailing) };
  return language === prevailing ? say('PREVAILS', names) : say('EQUALLY_AUTHENTIC', names);
}

function nameOf(say: ClauseWords, code: string): string {
  const language = LANGUAGES.find((known) => known === code);
  return language === undefined ? code : say(NAMES[language]);
}

const NAMES = {
  ru: 'LANGUAGE_RU',
  en: 'LANGUAGE_EN',
  az: 'LANGUAGE_AZ',
  kk: 'LANGUAGE_KK',
} as const;
