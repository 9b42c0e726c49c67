/** Invented people and the forms in which a report names them. */

import { pick, type Roll } from './draw.js';
import type { Language, Material } from './material.js';

const LOCALES: Readonly<Record<Language, string>> = { az: 'az', ru: 'ru', kk: 'kk', en: 'en' };

/** The names of a language; `latin` are the English ones, as passports have them. */
export interface Names {
  readonly language: Language;
  readonly own: readonly string[];
  readonly latin: readonly string[];
}

/** The names to draw from. Russian verbs and adjectives of the carriers are masculine: so are the names there. */
export function namesFor(material: Material, english: Material): Names {
  const own =
    material.language === 'ru'
      ? material.names.filter((name) => !name.endsWith('вна'))
      : material.names;
  return { language: material.language, own, latin: english.names };
}

/** A name in a form: `short`, `upper`, `comma`, `initials`, `gen` (Russian genitive), `latin`, or in full. */
export function nameOf(roll: Roll, names: Names, form: string): string {
  const full = pick(roll, form === 'latin' ? names.latin : names.own);
  const [surname = '', given = '', ...rest] = full.split(' ');
  const upper = (text: string) => text.toLocaleUpperCase(LOCALES[names.language]);
  switch (form) {
    case 'short':
      return roll(3) === 0 ? `${given} ${upper(surname)}` : `${given} ${surname}`;
    case 'upper':
      return upper(full);
    case 'comma':
      return `${upper(surname)}, ${given}`;
    case 'initials':
      return `${surname} ${given[0]}.${rest[0] === undefined ? '' : `${rest[0][0]}.`}`;
    case 'gen':
      return [surname, given, ...rest].map(genitive).join(' ');
    case 'latin':
      return upper(full);
    default:
      // Where a line ends, a name may end with it.
      return roll(12) === 0 ? full.replace(' ', '\n') : full;
  }
}

/** The genitive of a man's name. */
function genitive(word: string): string {
  if (/[йь]$/u.test(word)) return word.replace(/.$/u, 'я');
  return /[аеиоуыэюя]$/u.test(word) ? word : `${word}а`;
}
