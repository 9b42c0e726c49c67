/** In which language the page speaks, and the words of it. */
import { createContext, useContext } from 'react';
import purposes from '../../../schema/purposes.json' with { type: 'json' };
import {
  type ClauseWords,
  clauseWords,
  languageOf,
  type PageWords,
  pageWords,
} from '../../words/index.js';

/** The languages to choose from, each by its own name. */
export const LANGUAGES = {
  ru: 'Русский',
  en: 'English',
  az: 'Azərbaycan dili',
  kk: 'Қазақша',
} as const;
export type Language = keyof typeof LANGUAGES;

/** As their instruments name them. */
const PURPOSES: Readonly<Record<string, Readonly<Record<Language, string>>>> = purposes;

export interface Speech {
  readonly language: Language;
  readonly say: PageWords;
  readonly clauses: ClauseWords;
  /** The name of a purpose; a code without one in small letters. */
  readonly purpose: (code: string) => string;
}

/** Speaks a language. */
export function speechIn(language: Language): Speech {
  const purpose = (code: string): string =>
    (Object.hasOwn(PURPOSES, code) ? PURPOSES[code]?.[language] : undefined) ??
    code.toLowerCase().replaceAll('_', ' ');
  return { language, say: pageWords(language), clauses: clauseWords(language), purpose };
}

/** The language of ours that the browser prefers. */
export const preferredLanguage = (): Language => languageOf(navigator.languages.join(',')) ?? 'en';

/** Whether a text is the code of a language of ours. */
export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

export const SpeechContext = createContext(speechIn('en'));

/** The speech of the page. */
export const useSpeech = (): Speech => useContext(SpeechContext);
