import type { Chance } from './chance.js';
import { type Language, type Person, type State, somebody, surnameOf } from './people.js';

/** What follows the father's name of a man, and of a woman. */
type Endings = readonly [man: string, woman: string];

const TURKIC: Readonly<Record<string, Endings>> = {
  'AZ az': [' oğlu', ' qızı'],
  'AZ ru': [' оглы', ' кызы'],
  'AZ kk': [' оглы', ' кызы'],
  'UZ az': [' oğlu', ' qızı'],
  'UZ ru': [' угли', ' кизи'],
  'UZ kk': [' угли', ' кизи'],
  'KZ kk': ['ұлы', 'қызы'],
};

/** In the Russian way, of which each alphabet has a hard and a soft form: Викторович, Андреевич. */
function slavic(father: string, language: Language): { stem: string; endings: Endings } {
  const soft = /[йy]$/u.test(father);
  if (language === 'az') {
    return { stem: `${father}${soft ? 'e' : 'o'}`, endings: ['viç', 'vna'] };
  }
  return { stem: soft ? father.replace(/й$/u, 'е') : `${father}о`, endings: ['вич', 'вна'] };
}

function fatherName({ state, woman, father }: Person, language: Language): string {
  if (!father || language === 'en') return '';
  const turkic = TURKIC[`${state} ${language}`];
  const { stem, endings } = turkic
    ? { stem: father[language], endings: turkic }
    : slavic(father[language], language);
  return `${stem}${endings[woman ? 1 : 0]}`;
}

const LOCALE = { az: 'az', ru: 'ru', kk: 'kk', en: 'en' } as const;

/** The name as an official writing in `language` puts it down: one of a few ways, mostly the family name first. */
export function nameOf(person: Person, language: Language, chance: Chance): string {
  const spelling = language === 'en' ? chance.pick(['latin', 'own'] as const) : language;
  const surname = surnameOf(person, spelling);
  const given = person.given[spelling];
  // Small i has a point of its own in Azerbaijani and Turkish.
  const locale =
    spelling === 'own' && ['AZ', 'TR'].includes(person.state) ? 'tr' : LOCALE[language];
  const shape = chance.roll(8);
  if (shape === 0) return `${surname.toLocaleUpperCase(locale)} ${given.toLocaleUpperCase(locale)}`;
  if (shape === 1 || (language === 'en' && shape < 4)) {
    return `${surname.toLocaleUpperCase(locale)} ${given}`;
  }
  if (language === 'en' || shape === 2) return `${given} ${surname}`;
  const father = shape > 4 ? fatherName(person, language) : '';
  return [surname, given, father].filter((part) => part !== '').join(' ');
}

const OFFICIALS: Readonly<Record<Language, readonly State[]>> = {
  az: ['AZ', 'AZ', 'AZ', 'KZ'],
  ru: ['KZ', 'KZ', 'AZ'],
  kk: ['KZ', 'KZ', 'KZ', 'AZ'],
  en: ['AZ', 'KZ', 'BE'],
};

/** An official: initial and family name. A man, for the sake of the verbs beside him. */
export function officialOf(language: Language, chance: Chance): string {
  const person = somebody(chance.pick(OFFICIALS[language]), chance, false);
  const spelling = language === 'en' ? 'latin' : language;
  const initial = person.given[spelling].charAt(0);
  const surname = surnameOf(person, spelling);
  return chance.roll(3) === 0 ? `${surname} ${initial}.` : `${initial}. ${surname}`;
}
