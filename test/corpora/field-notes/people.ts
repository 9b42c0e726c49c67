import { readFileSync } from 'node:fs';
import type { Chance } from './chance.js';

export const LANGUAGES = ['az', 'ru', 'kk', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** States by the letters of `people.txt`, with their codes in a machine-readable zone. */
export const STATES = {
  AZ: 'AZE',
  KZ: 'KAZ',
  BE: 'BEL',
  TR: 'TUR',
  GE: 'GEO',
  PK: 'PAK',
  AF: 'AFG',
  UZ: 'UZB',
  RU: 'RUS',
  IR: 'IRN',
  BD: 'BGD',
} as const;
export type State = keyof typeof STATES;
export const ALL_STATES = [
  'AZ',
  'KZ',
  'BE',
  'TR',
  'GE',
  'PK',
  'AF',
  'UZ',
  'RU',
  'IR',
  'BD',
] as const;

interface Spelt {
  readonly state: string;
  readonly part: string;
  readonly az: string;
  readonly ru: string;
  readonly kk: string;
  readonly latin: string;
  /** As its bearer writes it in Latin letters. */
  readonly own: string;
}

export interface Born {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Person {
  readonly state: State;
  readonly woman: boolean;
  readonly born: Born;
  readonly surname: Spelt;
  readonly given: Spelt;
  readonly father: Spelt | undefined;
}

const ROWS = readFileSync(new URL('people.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((row): Spelt => {
    const [state = '', part = '', az = '', ru = '', kk = '', latin = '', own = ''] = row.split('|');
    return { state, part, az, ru, kk: kk || ru, latin: latin || az, own: own || latin || az };
  });

const rowsOf = (state: State, part: string) =>
  ROWS.filter((row) => row.state === state && row.part === part);

/** Somebody who never was. */
export function somebody(state: State, chance: Chance, womenToo = true): Person {
  const woman = womenToo && chance.roll(3) === 0;
  const fathers = rowsOf(state, 'T');
  return {
    state,
    woman,
    born: {
      year: chance.between(1958, 2006),
      month: chance.between(1, 12),
      day: chance.between(1, 28),
    },
    surname: chance.pick(rowsOf(state, 'S')),
    given: chance.pick(rowsOf(state, woman ? 'F' : 'M')),
    father: fathers.length > 0 ? chance.pick(fathers) : undefined,
  };
}

type Spelling = 'az' | 'ru' | 'kk' | 'latin' | 'own';

/** The family name, with the ending of a woman's where the people has one. */
export function surnameOf({ surname, woman, state }: Person, spelling: Spelling): string {
  const flects = woman && ['AZ', 'KZ', 'UZ', 'RU'].includes(state);
  if (!flects) return surname[spelling];
  return surname[spelling].replace(/(ov|ev|in)$/u, '$1a').replace(/([ое]в|ин)$/u, '$1а');
}
