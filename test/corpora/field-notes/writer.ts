import type { Chance } from './chance.js';
import {
  dayOf,
  onTheDay,
  pointedDate,
  shortDate,
  wordyDate,
  writingDay,
  yearEnding,
} from './dates.js';
import { type Grammar, opened } from './grammar.js';
import { officialOf } from './naming.js';
import { type Born, type Language, somebody } from './people.js';
import { PERSON_PLACES, type Scene } from './person-places.js';
import { broken, marked, quoted } from './spans.js';
import { THINGS } from './things.js';

/** What a text of the planted half is mostly about; `none` makes a clean one. */
export type Theme = 'doc' | 'nbd' | 'both' | 'mrz' | 'none';

export interface Order {
  readonly grammar: Grammar;
  readonly language: Language;
  readonly theme: Theme;
  readonly chance: Chance;
}

function inWords(day: Born, language: Language): string {
  const words = wordyDate(day, language);
  switch (language) {
    case 'az':
      return `${words}-${yearEnding(day.year)} il`;
    case 'ru':
      return `${words} года`;
    case 'kk':
      return onTheDay(day);
    case 'en':
      return words;
  }
}

const clockTime = (minutes: number): string =>
  [Math.floor(minutes / 60) % 24, minutes % 60]
    .map((one) => String(one).padStart(2, '0'))
    .join(':');

function yearInAzerbaijani(chance: Chance, first: number): string {
  const year = chance.between(first, first + 9);
  return `${year}-${yearEnding(year)}`;
}

/** A zone ends its line; an initial ends its sentence. */
const tidy = (text: string): string =>
  text
    .replace(/(\ue001[^\ue00f]*\n[^\ue00f]*\ue00f) (?=[^ –])/g, '$1\n')
    .replace(/\.\.(?=\s|$)/g, '.');

/** Writes one text, with marks round what is planted. */
export function written({ grammar, language, theme, chance }: Order, start: string): string {
  const scene = { chance, language, oneLine: false, person: somebody('AZ', chance) };
  const used = new Set<string>();
  let clock = chance.roll(24 * 60);
  const today = writingDay(chance);
  const day = (when: string) =>
    dayOf(today, when === 'now' || when === 'later' ? when : 'past', chance);

  function wayOf(name: string): string {
    const ways = grammar.get(name);
    if (!ways) throw new RangeError(`${language} has no ${name}`);
    // The same sentence twice in one text would give the generator away.
    const fresh = ways.filter((way) => !used.has(way));
    const way = chance.pick(fresh.length > 0 ? fresh : ways);
    if (way.length > 24) used.add(way);
    return way;
  }

  const write = (name: string, within: Scene): string =>
    tidy(opened(wayOf(name), (place, argument) => fill(place, argument, within)));

  const inCells = (within: Scene): Scene => ({ ...within, oneLine: true });

  function lines(argument: string, within: Scene): string {
    const [name = '', least = '3', most = '5'] = argument.split(' ');
    const count = chance.between(Number(least), Number(most));
    return Array.from({ length: count }, (_, index) =>
      write(name, within).replaceAll('№#', String(index + 1)),
    ).join('\n');
  }

  // What is told later happened later.
  function time(): string {
    clock += chance.between(1, 50);
    return clockTime(clock);
  }

  const forms: Readonly<Record<string, (argument: string, within: Scene) => string>> = {
    core: (_, within) => write(theme === 'none' ? 'noise' : theme, within),
    cells: (_, within) => write(`cells-${theme}`, inCells(within)),
    lines: (argument, within) => lines(argument, inCells(within)),
    quote: (argument, within) => quoted(broken(write(argument, within), 72)),
    beside: (argument, within) => marked('NAME_AND_BIRTH_DATE', write(argument, inCells(within))),
    dl: (when) => inWords(day(when), language),
    // In a sentence Azerbaijani, Russian and Kazakh have no date but with points.
    d: (when, within) =>
      language === 'en' || within.oneLine ? shortDate(day(when), chance) : pointedDate(day(when)),
    time,
    ya: (since) => yearInAzerbaijani(chance, since === 'old' ? 1988 : 2016),
    off: () => officialOf(language, chance),
    tel: () => THINGS.tel?.(chance, language) ?? '',
  };

  function fill(place: string, argument: string, within: Scene): string {
    const form = forms[place];
    if (form) return form(argument, within);
    const person = PERSON_PLACES[place];
    if (person) return person(within, argument);
    const thing = THINGS[place];
    return thing ? thing(chance, argument) : write(place, within);
  }

  return write(start, scene);
}

/** Breaks a text into lines as mail does, but for tables. */
export const asMail = (text: string, chance: Chance): string =>
  /[\t|;]|^>/m.test(text) ? text : broken(text, chance.pick([64, 68, 72]));
