import type { Chance } from './chance.js';

export const STATES = ['az', 'kz', 'be', 'tr', 'ge', 'pk', 'af', 'uz', 'ru', 'ir', 'bd'] as const;
export type State = (typeof STATES)[number];
export type Language = 'az' | 'ru' | 'kk' | 'en';

/** A name as one language writes it. */
export interface Name {
  readonly surname: string;
  readonly given: string;
  /** Empty where the state gives none. */
  readonly father: string;
}

export interface Person {
  readonly state: State;
  readonly female: boolean;
  readonly born: { readonly year: number; readonly month: number; readonly day: number };
  readonly names: Readonly<Record<Language, Name>>;
}

type Rows = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Reads `source/people.txt`: a line has a state, a role and names as `az|en|ru|kk`, the last if it differs. */
export function readPeople(text: string): Rows {
  const lines = text.trim().split('\n');
  return new Map(
    lines.map((line) => [
      line.slice(0, 4),
      line
        .slice(5)
        .split('; ')
        .map((one) => one.split('|')),
    ]),
  );
}

const COLUMN = { az: 0, en: 1, ru: 2, kk: 3 } as const;
const SON = {
  az: ['oğlu', 'qızı'],
  en: ['oglu', 'gizi'],
  ru: ['оглы', 'кызы'],
  kk: ['оглы', 'кызы'],
};
const UZBEK_SON = {
  az: ["o'g'li", 'qizi'],
  en: ['ugli', 'kizi'],
  ru: ['угли', 'кизи'],
  kk: ['угли', 'кизи'],
};

function cell(row: readonly string[], language: Language): string {
  return row[COLUMN[language]] ?? row[COLUMN.ru] ?? '';
}

function feminine(surname: string): string {
  if (/(ov|ev|in|yev)$/.test(surname)) return `${surname}a`;
  return /(ов|ев|ин)$/.test(surname) ? `${surname}а` : surname;
}

const INFLECTED: readonly State[] = ['az', 'kz', 'uz', 'ru'];

/** Somebody who never lived. */
export function inventPerson(chance: Chance, rows: Rows, state: State): Person {
  const female = chance.often(35);
  const draw = (role: string) => chance.pick(rows.get(`${state} ${role}`) ?? [['']]);
  const surname = draw('s');
  const given = draw(female ? 'f' : 'm');
  const father = draw(patronymRole(state, female));
  const inflect = female && INFLECTED.includes(state);
  const as = (language: Language): Name => ({
    surname: inflect ? feminine(cell(surname, language)) : cell(surname, language),
    given: cell(given, language),
    father: fatherOf({ state, female, language }, cell(father, language)),
  });
  const born = { year: chance.int(1955, 2006), month: chance.int(1, 12), day: chance.int(1, 28) };
  return { state, female, born, names: { az: as('az'), ru: as('ru'), kk: as('kk'), en: as('en') } };
}

function patronymRole(state: State, female: boolean): string {
  if (state === 'az' || state === 'uz') return 'm';
  return female ? 'q' : 'p';
}

function fatherOf(of: { state: State; female: boolean; language: Language }, name: string): string {
  const which = of.female ? 1 : 0;
  if (of.state === 'az') return `${name} ${SON[of.language][which]}`;
  if (of.state === 'uz') return `${name} ${UZBEK_SON[of.language][which]}`;
  if (of.state === 'kz' && of.language === 'az') return `${name} ${SON.az[which]}`;
  return of.state === 'kz' || of.state === 'ru' ? name : '';
}

/** The ways in which a name stands in a text. */
export function nameWays(person: Person, language: Language): readonly string[] {
  const { surname, given, father } = person.names[language];
  const tail = father === '' ? '' : ` ${father}`;
  const upper = language === 'az' ? surname.toLocaleUpperCase('az') : surname.toLocaleUpperCase();
  const initials = `${given.charAt(0)}.${father === '' ? '' : `${father.charAt(0)}.`}`;
  return [
    `${surname} ${given}${tail}`,
    `${upper} ${given}${tail}`,
    `${given} ${surname}`,
    `${upper} ${given}`,
    `${surname} ${initials}`,
  ];
}
