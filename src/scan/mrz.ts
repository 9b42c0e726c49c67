/**
 * Machine readable zones (ICAO Doc 9303 parts 3 to 7: TD1, TD2, TD3, visas), also with line ends, spaces and confused
 * characters in them, and single lines. Found from their fillers, or where there are none by the form of the second line.
 */
import { KIND } from './characters.js';
import { isZoneChecked } from './check-digits.js';
import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import { matchesIn } from './matches.js';
import type { Run } from './runs.js';

/** Fillers of a zone at least, and characters of one that is worth looking at. */
const FILLERS = 4;
const SHORTEST = 15;

/** Finds them. */
export function findZones(folded: FoldedText, runs: readonly Run[]): readonly Finding[] {
  const found: Finding[] = [];
  const { latin } = folded;
  let end = 0;
  for (let at = latin.indexOf('<'); at !== -1; at = latin.indexOf('<', Math.max(end, at + 1))) {
    const stretch = stretchAround(folded, at, end);
    end = stretch.to;
    const finding = judge(folded, stretch);
    if (finding !== undefined) found.push(finding);
  }
  return [...found, ...secondLines(folded, runs)];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Its characters without what separates them. */
  readonly zone: string;
}

const GAP = 3;

/** What belongs together around a filler: capitals, digits and fillers, with little between them. */
function stretchAround(folded: FoldedText, seed: number, least: number): Stretch {
  const from = farthest(folded, seed, { step: -1, least });
  const to = farthest(folded, seed, { step: 1, least }) + 1;
  return { from, to, zone: folded.latin.slice(from, to).replace(/\s+/gu, '') };
}

/** The last character of a zone on one side of a place that is one. */
function farthest(
  folded: FoldedText,
  seed: number,
  { step, least }: { readonly step: 1 | -1; readonly least: number },
): number {
  let last = seed;
  for (let at = seed + step; at >= least && at < folded.length; at += step) {
    if (isZoneCharacter(folded, at)) last = at;
    else if (!isSpace(folded, at) || Math.abs(at - last) > GAP) break;
  }
  return last;
}

// In small letters a word is one of a zone only where a filler or a digit touches it.
function isZoneCharacter({ kinds, latin }: FoldedText, at: number): boolean {
  const kind = kinds[at];
  return (
    kind === KIND.capital ||
    kind === KIND.digit ||
    latin.charAt(at) === '<' ||
    (kind === KIND.small && isTouched(latin, kinds, at))
  );
}

const WORD = 40;

function isTouched(latin: string, kinds: Uint8Array, at: number): boolean {
  for (const step of [-1, 1]) {
    let place = at;
    while (kinds[place] === KIND.small && Math.abs(place - at) < WORD) place += step;
    if (latin.charAt(place) === '<' || kinds[place] === KIND.digit) return true;
  }
  return false;
}

const isSpace = ({ kinds }: FoldedText, at: number): boolean =>
  kinds[at] === KIND.space || kinds[at] === KIND.line;

function judge(folded: FoldedText, { from, to, zone }: Stretch): Finding | undefined {
  const fillers = zone.length - zone.replaceAll('<', '').length;
  if (zone.length < SHORTEST || fillers < FILLERS || isTemplate(zone)) return undefined;
  const isChecked = coresIn(zone).some((core) => checksOf(core) >= 2);
  return findingOf(folded, [from, to], isChecked);
}

/** A form to be filled in has one character for nearly all. */
function isTemplate(zone: string): boolean {
  const written = zone.replaceAll('<', '').replace(/^[PVIAC]?[A-Z]?(?:UTO|XXX)?/, '');
  const marks = written.length - written.replaceAll('X', '').length;
  return new Set(written).size <= 3 || marks * 2 > written.length;
}

function findingOf(
  folded: FoldedText,
  [from, to]: readonly [number, number],
  isChecked: boolean,
): Finding {
  return {
    kind: 'MRZ',
    ...placeIn(folded, from, to),
    weight: isChecked ? 3 : 2,
    why: isChecked ? 'CHECK_DIGITS' : 'FORM',
  };
}

/** Number with its digit, state, birth, sex, end: as on the second line of a book and of a visa. */
const BOOK = /([A-Z0-9<]{9})([0-9OI<])[A-Z0<]{3}([0-9OI]{6})([0-9OI])[MFX<]([0-9OI]{6})([0-9OI])/g;
/** Birth, sex, end, state: as on the second line of a card. */
const CARD = /([0-9OI]{6})([0-9OI])[MFX<]([0-9OI]{6})([0-9OI])[A-Z<]{3}/g;

type Core = readonly (readonly [field: string, digit: string])[];

function coresIn(zone: string): readonly Core[] {
  const books = matchesIn(zone, BOOK).map(
    ([, number = '', a = '', birth = '', b = '', end = '', c = '']): Core => [
      [number, a],
      [asDigits(birth), b],
      [asDigits(end), c],
    ],
  );
  const cards = matchesIn(zone, CARD).map(
    ([, birth = '', a = '', end = '', b = '']): Core => [
      [asDigits(birth), a],
      [asDigits(end), b],
    ],
  );
  return [...books, ...cards];
}

const asDigits = (text: string): string => text.replaceAll('O', '0').replaceAll('I', '1');
const checksOf = (core: Core): number =>
  core.filter(([field, digit]) => isZoneChecked(field, asDigits(digit))).length;

const SHORTEST_SECOND = 28;

/** Second lines that have no filler at all, each in one run or in a few. */
function secondLines(folded: FoldedText, runs: readonly Run[]): readonly Finding[] {
  const long = runs.filter(({ text }) => text.length >= SHORTEST_SECOND);
  return long.flatMap((run) => {
    const isChecked = coresIn(run.text).some((core) => checksOf(core) >= 2);
    return isChecked ? [findingOf(folded, [run.from, run.to], true)] : [];
  });
}
