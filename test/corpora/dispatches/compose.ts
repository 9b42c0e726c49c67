import { chanceOf } from './chance.js';
import { expand, sceneFor } from './expand.js';
import { type Told, whenOf } from './innocent.js';
import { type Planted, quote, unmark, wrap } from './marks.js';
import type { Language } from './people.js';
import { card, peopleTable, plainTable } from './sheets.js';
import { LANGUAGES, readSource } from './source.js';

export interface Dispatch {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly planted: readonly Planted[];
}

const GENRES = ['cable', 'incident', 'minutes', 'mail', 'desk', 'note'] as const;
type Genre = (typeof GENRES)[number];

function say(told: Told, section: string): string {
  const words = told.chance.pick(told.source.lines(section));
  return expand(sceneFor(told, words), words);
}

/** Different lines of a section, each about somebody else. */
function several(told: Told, section: string, count: number): string[] {
  const { chance, source } = told;
  const left = [...source.lines(section)];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [words = ''] = left.splice(chance.int(0, left.length - 1), 1);
    // An abbreviation at the end of a sentence brings its own stop.
    const said = expand(sceneFor(told, words), words).replaceAll('..', '.');
    return words.startsWith('{cit}') ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said;
  });
}

/** What is in a planted text about people, by its turn: one or two of numbers, zones, births. */
function carried(told: Told, turn: number): string[] {
  const { chance } = told;
  const parts: (() => string[])[] = [
    () => several(told, 'doc', chance.int(1, 2)),
    () => several(told, 'mrz', 1),
    () => several(told, 'both', chance.int(1, 2)),
    () => [peopleTable(told, chance.often(60))],
    () => several(told, 'doc', 1).concat(several(told, 'mrz', 1)),
    () => [card(told)],
    () => several(told, 'nb', chance.int(1, 2)),
    () => several(told, 'doc', chance.int(2, 3)),
    () => several(told, 'mrz', 1).concat(several(told, 'nb', 1)),
    () => several(told, 'doc', 1),
  ];
  return (parts[turn % parts.length] ?? (() => []))();
}

function body(told: Told, genre: Genre, people: readonly string[]): string[] {
  const { chance } = told;
  const usual = genre === 'note' ? 1 : 3;
  const most = genre !== 'note' && chance.often(12) ? 9 : usual;
  const least = people.length === 0 ? 2 : 0;
  const paragraphs = several(told, 'fill', chance.int(least, most + least));
  if (people.length === 0 && chance.often(35)) paragraphs.push(plainTable(told));
  for (const part of people) paragraphs.splice(chance.int(0, paragraphs.length), 0, part);
  return genre === 'minutes' ? paragraphs.map((one, at) => `${at + 1}. ${one}`) : paragraphs;
}

function compose(told: Told, people: readonly string[]): string {
  const { chance } = told;
  const genre = chance.pick(GENRES);
  const middle = body(told, genre, people).join(chance.often(70) ? '\n\n' : '\n');
  if (genre === 'note') return middle;
  const whole = [say(told, `head.${genre}`), middle, say(told, `close.${genre}`)].join('\n\n');
  if (genre !== 'mail') return chance.often(12) ? wrap(whole, 76) : whole;
  const wrapped = chance.often(60) ? wrap(whole, chance.int(64, 74)) : whole;
  return chance.often(55) ? `${say(told, 'forward')}\n\n${quote(wrapped)}` : wrapped;
}

function texts(language: Language, half: 'planted' | 'clean'): Dispatch[] {
  const source = readSource(language);
  const seed = LANGUAGES.indexOf(language) * 2 + (half === 'clean' ? 1 : 0);
  const chance = chanceOf(20261128 + seed * 7919);
  const written = new Set<string>();
  while (written.size < 136) {
    const told = { chance, source, when: whenOf(chance, source) };
    written.add(compose(told, half === 'planted' ? carried(told, written.size) : []));
  }
  return [...written].map((marked, at) => {
    const id = `${language}-${half === 'planted' ? 'p' : 'c'}${String(at + 1).padStart(3, '0')}`;
    return { id, language, ...unmark(marked) };
  });
}

/** All texts of one half, in a fixed order; the same each time. */
export function dispatches(half: 'planted' | 'clean'): Dispatch[] {
  return LANGUAGES.flatMap((language) => texts(language, half));
}
