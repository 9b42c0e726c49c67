import { fromPattern } from './chance.js';
import { writeNumber, writeZone } from './disguise.js';
import { innocent, type Told, writeDay } from './innocent.js';
import { mark } from './marks.js';
import { hasCard, numberOf, type Paper, printed } from './numbers.js';
import { inventPerson, nameWays, type Person, STATES, type State } from './people.js';
import { zoneOf } from './zones.js';

/** One sentence, row or card being written, about one person. */
export interface Scene extends Told {
  readonly person: Person;
}

const PAPERS: Readonly<Record<string, Paper>> = {
  pass: 'passport',
  ser: 'passport',
  idc: 'card',
  res: 'residence',
  visa: 'sticker',
};

/** A scene about somebody who can have what the words speak of. */
export function sceneFor(told: Told, words: string): Scene {
  const { chance, source } = told;
  const state = chance.pick(STATES.filter((one) => fits(one, words)));
  return { ...told, person: inventPerson(chance, source.people, state) };
}

/** A number that stands without a word for the paper has a series, which Russian ones lack. */
function fits(state: State, words: string): boolean {
  if (words.includes('{ser}')) return state !== 'ru';
  return !words.includes('{idc}') || hasCard(state);
}

/** A paper's number, marked. */
export function plantNumber({ chance, person }: Scene, paper: Paper, oneLine: boolean): string {
  const bare = numberOf(chance, person, paper);
  return mark('DOCUMENT_NUMBER', writeNumber(chance, printed(person.state, paper, bare), oneLine));
}

/** Fills the open places of `{…}`, the innermost first: a choice `{a|b}`, a count `{2..9}`, a pattern `{~##}`, a word by sex `{g:he/she}`, or a word. */
export function expand(scene: Scene, words: string): string {
  let text = words;
  while (/\{[^{}]*\}/.test(text))
    text = text.replace(/\{([^{}]*)\}/g, (_, slot: string) => fillSlot(scene, slot));
  return text;
}

function fillSlot(scene: Scene, slot: string): string {
  const { chance, source } = scene;
  if (slot.includes('|')) return chance.pick(slot.split('|'));
  if (slot.startsWith('g:')) return slot.slice(2).split('/')[scene.person.female ? 1 : 0] ?? '';
  const count = /^(\d+)\.\.(\d+)$/.exec(slot);
  if (count !== null) return String(chance.int(Number(count[1]), Number(count[2])));
  if (slot.startsWith('~')) return fromPattern(chance, slot.slice(1));
  if (slot.startsWith('@')) return chance.pick(source.lines(slot.slice(1)));
  const found = innocent(scene, slot) ?? personal(scene, slot);
  if (found === undefined) throw new Error(`${source.language}: nothing to put for ${slot}`);
  return found;
}

function personal(scene: Scene, slot: string): string | undefined {
  const { chance, source, person } = scene;
  const paper = PAPERS[slot];
  if (paper !== undefined) return plantNumber(scene, paper, false);
  switch (slot) {
    case 'pn':
      return source
        .entry('pn', person.state)
        .replace('#', () => plantNumber(scene, 'personal', false));
    case 'cit':
      return (
        source.entry('cit', person.state).split('/')[person.female ? 1 : 0] ??
        source.entry('cit', person.state)
      );
    case 'who':
      return chance.pick(nameWays(person, source.language).slice(0, 4));
    case 'nb':
      return plantBirth(scene, source.lines('birth'));
    case 'other':
      return plantBirth(sceneFor(scene, ''), source.lines('birth'));
    case 'nbl':
      return plantBirth(scene, [...source.lines('birth'), ...source.lines('birth.list')]);
    case 'mrz':
      return mark('MRZ', writeZone(chance, zoneOf(scene)));
    default:
      return undefined;
  }
}

/** In a line of `birth`, `[[` and `]]` stand around `NAME` and `DAY` or `YEAR`; `DATED` is a day in Kazakh words. */
function plantBirth(scene: Scene, lines: readonly string[]): string {
  const { chance, source, person } = scene;
  const words = chance.pick(lines);
  const year = String(person.born.year);
  return words
    .replace(/\[\[(.*)\]\]/s, (_, inner: string) => {
      const values: Readonly<Record<string, string>> = {
        NAME: chance.pick(nameWays(person, source.language)),
        DAY: writeDay(source, chance.pick(source.lines('date')), person.born),
        DATED: writeDay(source, 'YYYY жылғы D MONTH', person.born),
        YEAR: year,
      };
      return mark(
        'NAME_AND_BIRTH_DATE',
        inner.replace(/NAME|DAY|DATED|YEAR/g, (one) => values[one] ?? one),
      );
    })
    .replace('ENDING', azerbaijaniEnding(year));
}

/** `1987-ci`, `1986-cı`: the ending follows the last vowel of the number as it is said. */
function azerbaijaniEnding(year: string): string {
  const tens: Readonly<Record<string, string>> = {
    '1': 'cu',
    '3': 'cu',
    '4': 'cı',
    '6': 'cı',
    '9': 'cı',
  };
  const ones: Readonly<Record<string, string>> = { '3': 'cü', '4': 'cü', '6': 'cı', '9': 'cu' };
  const last = year.charAt(3);
  return (last === '0' ? tens[year.charAt(2)] : ones[last]) ?? 'ci';
}
