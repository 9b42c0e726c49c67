/**
 * A name in the Latin capitals of a machine readable travel document, by the declared table of its script. It stands
 * beside the name as written and never in its place.
 */
import type { NameScript } from '../search-key.js';
import { AZERBAIJANI_LATIN_LETTERS, latinOfOldCyrillic } from './azerbaijani-letters.js';
import { KAZAKH_LATIN_LETTERS, KAZAKH_LETTERS } from './kazakh-letters.js';
import { smallLetters, spell } from './letter-table.js';
import { RUSSIAN_LETTERS } from './russian-letters.js';

type Rule = (small: string) => string;

const RULES: Readonly<Record<NameScript, Rule>> = {
  'ru-Cyrl': (name) => spell(name, RUSSIAN_LETTERS),
  'kk-Cyrl': (name) => spell(name, KAZAKH_LETTERS),
  'az-Cyrl': (name) => spell(latinOfOldCyrillic(name), AZERBAIJANI_LATIN_LETTERS),
  'az-Latn': (name) => spell(name, AZERBAIJANI_LATIN_LETTERS),
  'kk-Latn': (name) => spell(name, KAZAKH_LATIN_LETTERS),
  'und-Latn': (name) => spell(name, AZERBAIJANI_LATIN_LETTERS),
};

const TURKIC: ReadonlySet<NameScript> = new Set<NameScript>(['az-Latn', 'kk-Latn']);
const notLatin = /[^a-z]+/g;
const marks = /\p{M}+/gu;

/**
 * The name in A to Z, words set apart by one space; letters that no table has are left out.
 *
 * @example latinOf('Щербаков', 'ru-Cyrl') // 'SHCHERBAKOV'
 * @example latinOf('Əliyev', 'az-Latn') // 'ELIYEV'
 */
export function latinOf(name: string, script: NameScript): string {
  const spelled = RULES[script](smallLetters(name, TURKIC.has(script)));
  const plain = spelled
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/['’ʼ`]/g, '');
  return plain.replace(notLatin, ' ').trim().toUpperCase();
}
