import { type Chance, chanceOf } from './chance.js';
import { expand, sceneFor } from './expand.js';
import { type Planted, quote, unmark, wrap } from './marks.js';
import { card, peopleTable, plainTable } from './sheets.js';
import { LANGUAGES, type Language, readSource, type Source } from './source.js';

export interface Dispatch {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly planted: readonly Planted[];
}

const GENRES = ['cable', 'incident', 'minutes', 'mail', 'desk', 'note'] as const;
type Genre = (typeof GENRES)[number];

interface Desk {
  readonly chance: Chance;
  readonly source: Source;
}

function say({ chance, source }: Desk, section: string): string {
  const words = chance.pick(source.lines(section));
  return expand(sceneFor(chance, source, words), words);
}

/** Different lines of a section, each about somebody else. */
function several({ chance, source }: Desk, section: string, count: number): string[] {
  const left = [...source.lines(section)];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [words = ''] = left.splice(chance.int(0, left.length - 1), 1);
    const said = expand(sceneFor(chance, source, words), words);
    return words.startsWith('{cit}') ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said;
  });
}

/** What is in a planted text about people, by its turn: one or two of numbers, zones, births. */
function carried(desk: Desk, turn: number): string[] {
  const { chance, source } = desk;
  const parts: (() => string[])[] = [
    () => several(desk, 'doc', chance.int(1, 2)),
    () => several(desk, 'mrz', 1),
    () => several(desk, 'both', chance.int(1, 2)),
    () => [peopleTable(chance, source, chance.often(60))],
    () => several(desk, 'doc', 1).concat(several(desk, 'mrz', 1)),
    () => [card(chance, source)],
    () => several(desk, 'nb', chance.int(1, 2)),
    () => several(desk, 'doc', chance.int(2, 3)),
    () => several(desk, 'mrz', 1).concat(several(desk, 'nb', 1)),
    () => several(desk, 'doc', 1),
  ];
  return (parts[turn % parts.length] ?? (() => []))();
}

function body(desk: Desk, genre: Genre, people: readonly string[]): string[] {
  const { chance } = desk;
  const most = genre === 'note' ? 1 : 3;
  const least = people.length === 0 ? 1 : 0;
  const paragraphs = several(desk, 'fill', chance.int(least, most + least));
  if (people.length === 0 && chance.often(35)) paragraphs.push(plainTable(chance, desk.source));
  for (const part of people) paragraphs.splice(chance.int(0, paragraphs.length), 0, part);
  return genre === 'minutes' ? paragraphs.map((one, at) => `${at + 1}. ${one}`) : paragraphs;
}

function compose(desk: Desk, people: readonly string[]): string {
  const { chance } = desk;
  const genre = chance.pick(GENRES);
  const middle = body(desk, genre, people).join(chance.often(70) ? '\n\n' : '\n');
  if (genre === 'note') return middle;
  const whole = [say(desk, `head.${genre}`), middle, say(desk, `close.${genre}`)].join('\n\n');
  if (genre !== 'mail') return chance.often(12) ? wrap(whole, 76) : whole;
  const wrapped = chance.often(60) ? wrap(whole, chance.int(64, 74)) : whole;
  return chance.often(55) ? `${say(desk, 'forward')}\n\n${quote(wrapped)}` : wrapped;
}

function texts(language: Language, half: 'planted' | 'clean'): Dispatch[] {
  const source = readSource(language);
  const seed = LANGUAGES.indexOf(language) * 2 + (half === 'clean' ? 1 : 0);
  const chance = chanceOf(20261128 + seed * 7919);
  const desk = { chance, source };
  return Array.from({ length: 136 }, (_, at) => {
    const marked = compose(desk, half === 'planted' ? carried(desk, at) : []);
    const id = `${language}-${half === 'planted' ? 'p' : 'c'}${String(at + 1).padStart(3, '0')}`;
    return { id, language, ...unmark(marked) };
  });
}

/** All texts of one half, in a fixed order; the same each time. */
export function dispatches(half: 'planted' | 'clean'): Dispatch[] {
  return LANGUAGES.flatMap((language) => texts(language, half));
}
