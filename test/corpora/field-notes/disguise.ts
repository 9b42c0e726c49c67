import type { Chance } from './chance.js';
import type { Printed } from './documents.js';

const NO_BREAK = '\u00a0';
const INVISIBLE = ['\u200b', '\u200c', '\u2060', '\ufeff', '\u00ad'] as const;
const LIKE_FIGURES: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 5: 'S', 8: 'B' };
const LATIN = 'ABCEHKMOPTXY';
const CYRILLIC = 'АВСЕНКМОРТХУ';

const cyrillic = (text: string): string =>
  text.replace(/[A-Z]/g, (one) => CYRILLIC[LATIN.indexOf(one)] ?? one);
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
const misread = (text: string): string =>
  text.replace(/[0158]/g, (one) => LIKE_FIGURES[one] ?? one);

/** The text in groups of three or four, the last as it comes. */
function grouped(text: string, by: string, chance: Chance): string {
  const size = chance.pick([3, 4]);
  return (text.match(new RegExp(`.{${size}}(?=.{2})|.+`, 'g')) ?? [text]).join(by);
}

function inside(text: string, what: string, chance: Chance): string {
  const at = chance.between(2, text.length - 2);
  return `${text.slice(0, at)}${what}${text.slice(at)}`;
}

/** The same with `by` behind the series; where there is none, between groups of figures. */
const parted = ({ series, figures }: Printed, by: string, chance: Chance): string =>
  series === '' ? grouped(figures, by, chance) : `${series}${by}${figures}`;

type Disguise = (printed: Printed, chance: Chance) => string;

const whole = ({ series, figures }: Printed): string => `${series}${figures}`;

const DISGUISES: readonly Disguise[] = [
  (of, chance) => parted(of, ' ', chance),
  (of, chance) => parted(of, ' ', chance),
  ({ series, figures }, chance) =>
    `${series}${series === '' ? '' : ' '}${grouped(figures, ' ', chance)}`,
  (of, chance) => parted(of, '-', chance),
  (of, chance) => parted(of, of.series === '' ? ' ' : ' № ', chance),
  (of, chance) => parted(of, of.series === '' ? '-' : '№', chance),
  (of, chance) => parted(of, NO_BREAK, chance),
  (of) => whole(of).toLowerCase(),
  // Where letters stand among the figures nobody could tell which is which.
  (of) => `${of.series}${/^\d+$/.test(of.figures) ? misread(of.figures) : of.figures}`,
  (of) => wide(whole(of)),
  (of) => cyrillic(whole(of)),
  (of, chance) => inside(whole(of), chance.pick(INVISIBLE), chance),
];

/** A number as somebody puts it down: half as printed, half as it should not be. */
export function written(of: Printed, chance: Chance, oneLine: boolean): string {
  if (chance.roll(100) < 46) return whole(of);
  if (!oneLine && chance.roll(10) === 0) return inside(whole(of), '\n', chance);
  return chance.pick(DISGUISES)(of, chance);
}

type Veil = (line: string, chance: Chance) => string;

const VEILS: readonly Veil[] = [
  (line, chance) => inside(inside(line, ' ', chance), ' ', chance),
  (line) => line.replace(/(<+)(?=[^<])/g, '$1 '),
  (line) => line.toLowerCase(),
  misread,
  wide,
  cyrillic,
  (line, chance) => inside(line, chance.pick(INVISIBLE), chance),
  (line, chance) => inside(line, NO_BREAK, chance),
  (line, chance) => inside(line, '\n', chance),
  (line) => line.replace(/<</g, '«'),
];

/** A zone as it comes into a text: on lines of its own, or run into one. */
export function zoneWritten(lines: readonly string[], chance: Chance, oneLine: boolean): string {
  const veil = chance.roll(2) === 0 ? undefined : chance.pick(VEILS);
  const veiled = veil ? lines.map((line) => veil(line, chance)) : lines;
  if (!oneLine) return veiled.join('\n');
  return veiled.join(chance.pick([' ', ' ', ' / ', '  '])).replace(/\n/g, ' ');
}
