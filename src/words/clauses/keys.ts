/** What is said of the texts of clauses wherever they are shown (A-Final, B-Final), with the places of each text. */
import type { Texts } from '../spoken.js';

export const CLAUSE_KEYS = {
  CLAUSES: [],
  PREVAILS: ['language'],
  EQUALLY_AUTHENTIC: ['language', 'prevailing'],
  TEXT_NOT_AT_HAND: ['instrument'],
  TEXT_UNCONFIRMED: ['instrument'],
  LANGUAGE_RU: [],
  LANGUAGE_EN: [],
  LANGUAGE_AZ: [],
  LANGUAGE_KK: [],
} as const;

/** One language's texts, as ICU messages. */
export type ClauseCatalogue = Texts<typeof CLAUSE_KEYS>;
