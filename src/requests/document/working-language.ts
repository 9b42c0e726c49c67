/**
 * Whether a text looks written in a language (Article 15): by its letters, so that an officer is shown a request that
 * is not in Russian. An estimate: it refuses nothing, and a text too short to tell passes.
 */
import type { Language } from '../../base/index.js';

interface Alphabet {
  readonly own: RegExp;
  readonly script: RegExp;
}

const cyrillic = /\p{Script=Cyrillic}/gu;
const latin = /\p{Script=Latin}/gu;
const ALPHABETS: Readonly<Record<Language, Alphabet>> = {
  ru: { own: /[а-яё]/giu, script: cyrillic },
  kk: { own: /[а-яёәғқңөұүһі]/giu, script: cyrillic },
  en: { own: /[a-z]/giu, script: latin },
  az: { own: /[a-zçəğıöşü]/giu, script: latin },
};
const TOO_SHORT = 20;
/** At least this part of all letters is of the language; foreign names and document numbers are the rest. */
const OWN_SHARE = 0.5;
/** At most this part of the letters of its script is foreign to it: Kazakh has about a sixth that Russian lacks. */
const FOREIGN_SHARE = 0.06;

/** Whether the letters of a text are those of the language. */
export function looksWrittenIn(text: string, language: Language): boolean {
  const { own, script } = ALPHABETS[language];
  const told = telling(text);
  const letters = count(told, /\p{L}/gu);
  if (letters < TOO_SHORT) return true;
  const ofLanguage = count(told, own);
  const ofScript = count(told, script);
  return ofLanguage >= letters * OWN_SHARE && ofScript - ofLanguage <= ofScript * FOREIGN_SHARE;
}

// Names keep their own letters in any language: words with a capital are left out where enough others remain.
function telling(text: string): string {
  const others = text.replace(/\p{Lu}[\p{L}\p{Nd}]*/gu, ' ');
  return count(others, /\p{L}/gu) < TOO_SHORT ? text : others;
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
