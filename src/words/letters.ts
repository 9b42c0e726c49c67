/** The words of the letters, in the working language of their instrument (Article 15). */
import type { Language } from '../base/index.js';
import { az } from './letters/az.js';
import { en } from './letters/en.js';
import type { LetterCatalogue } from './letters/keys.js';
import { kk } from './letters/kk.js';
import { ru } from './letters/ru.js';

const CATALOGUES: Readonly<Record<Language, LetterCatalogue>> = { ru, en, az, kk };

/** The words of a letter in a language; `{n}` and `{of}` in them are places for the letter to fill. */
export function letterWords(language: Language): LetterCatalogue {
  return CATALOGUES[language];
}
