/** How numbers and zones come to stand in a text: as printed, as people write them, as a scanner reads or a hand hides them. */
import { pick, pickWeighted, type Roll } from './draw.js';
import type { Numbered } from './numbers.js';

/** How a number is written. */
type Way = (roll: Roll, parts: Numbered) => string;

/** Digits keep their gap from other digits, letters stand close. */
const close: Way = (_, { series, number }) =>
  /\d$/.test(series) && /^\d/.test(number) ? `${series} ${number}` : series + number;

const LOOK_ALIKE = {
  ocr: { '0': 'O', '1': 'I', '5': 'S', '8': 'B' },
  cyrillic: {
    A: 'А',
    B: 'В',
    C: 'С',
    E: 'Е',
    H: 'Н',
    K: 'К',
    M: 'М',
    P: 'Р',
    T: 'Т',
    X: 'Х',
    Y: 'У',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** Replaces up to `most` characters that have a look-alike. */
function replaceSome(text: string, table: Readonly<Record<string, string>>, most: number): string {
  let left = most;
  return [...text]
    .map((one) => {
      const other = left > 0 ? table[one] : undefined;
      if (other !== undefined) left -= 1;
      return other ?? one;
    })
    .join('');
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));

/** Puts something between two characters of the number, in the middle. */
const parted = (number: string, between: string): string => {
  const middle = Math.ceil(number.length / 2);
  return number.slice(0, middle) + between + number.slice(middle);
};

const grouped: Way = (roll, { series, number }) => {
  if (!/^\d{6,}$/.test(number)) return `${series} ${number}`.trim();
  const size = pick(roll, [2, 3, 4]);
  const groups = number.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
  return [series, ...groups].join(' ').trim();
};

const WAYS = {
  asPrinted: close,
  spaced: (roll, parts) =>
    roll(2) === 0 ? grouped(roll, parts) : `${parts.series} ${parts.number}`.trim(),
  hyphened: (_, { series, number }) => (series === '' ? number : `${series}-${number}`),
  numbered: (_, { series, number }) => (series === '' ? number : `${series} № ${number}`),
  broken: (roll, { series, number }) =>
    series === '' || roll(2) === 0
      ? series + parted(number, pick(roll, ['\n', '-\n']))
      : `${series}\n${number}`,
  lowered: (roll, parts) => close(roll, parts).toLowerCase(),
  noBreakSpace: (_, { series, number }) => (series === '' ? number : `${series}\u00a0${number}`),
  ocr: (roll, { series, number }) =>
    close(roll, { series, number: replaceSome(number, LOOK_ALIKE.ocr, 1 + roll(2)) }),
  fullWidth: (roll, parts) => fullWidth(close(roll, parts)),
  homoglyph: (roll, parts) => replaceSome(close(roll, parts), LOOK_ALIKE.cyrillic, 3),
  zeroWidth: (_, { series, number }) =>
    series === '' ? parted(number, '\u200b') : `${series}\u200b${number}`,
} as const satisfies Record<string, Way>;

const SHARES = [
  ['asPrinted', 45],
  ['spaced', 15],
  ['hyphened', 5],
  ['numbered', 5],
  ['broken', 6],
  ['lowered', 5],
  ['noBreakSpace', 3],
  ['ocr', 6],
  ['fullWidth', 3],
  ['homoglyph', 4],
  ['zeroWidth', 3],
] as const;

/** Where a number stands: in running text any way goes, in the cell of a table the lines hold. */
export type Setting = 'text' | 'cell';

/** Writes a number in one of the ways; more than half as printed or with spaces. */
export function writeNumber(roll: Roll, parts: Numbered, setting: Setting): string {
  const way = pickWeighted(roll, SHARES);
  return WAYS[setting === 'cell' && way === 'broken' ? 'asPrinted' : way](roll, parts);
}

/** Writes number and series with words between them, as `C, No. 01234567`. */
export const writeApart = (parts: Numbered, between: string): string =>
  parts.series + between + parts.number;

type ZoneWay = (roll: Roll, lines: readonly string[]) => string;

const eachLine = (lines: readonly string[], change: (line: string) => string, between = '\n') =>
  lines.map(change).join(between);
const ocrOfZone = { '0': 'O', '1': 'I' } as const;

const ZONE_WAYS = {
  asPrinted: (_, lines) => lines.join('\n'),
  lowered: (_, lines) => eachLine(lines, (line) => line.toLowerCase()),
  spaced: (_, lines) => eachLine(lines, (line) => line.replace(/(.{11})(?=.)/g, '$1 ')),
  doubleSpaced: (_, lines) => lines.join('\n\n'),
  indented: (_, lines) => lines.join('\n    '),
  guillemets: (_, lines) => eachLine(lines, (line) => line.replaceAll('<', '«')),
  ocr: (_, lines) =>
    eachLine(lines, (line) => (/^[A-Z]{1,2}</.test(line) ? line : replaceSome(line, ocrOfZone, 2))),
  fullWidth: (_, lines) => eachLine(lines, fullWidth),
} as const satisfies Record<string, ZoneWay>;

const ZONE_SHARES = [
  ['asPrinted', 62],
  ['lowered', 6],
  ['spaced', 8],
  ['doubleSpaced', 5],
  ['indented', 5],
  ['guillemets', 4],
  ['ocr', 6],
  ['fullWidth', 4],
] as const;

/** Writes a zone in one of the ways; most as printed. */
export function writeZone(roll: Roll, lines: readonly string[]): string {
  return ZONE_WAYS[pickWeighted(roll, ZONE_SHARES)](roll, lines);
}
