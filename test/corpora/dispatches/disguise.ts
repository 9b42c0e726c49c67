import type { Chance } from './chance.js';

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
};
const AS_READ: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B' };
const UNSEEN = ['\u200B', '\u200D', '\u2060', '\u00AD'];

const SERIES = /^[A-Z]{1,3}(?=\d)/;

function cyrillic(text: string): string {
  return text.replace(/[A-Z]/g, (sign) => LOOK_ALIKE[sign] ?? sign);
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function asRead(chance: Chance, text: string): string {
  const read = text.replace(/[0158]/g, (sign) =>
    chance.often(60) ? (AS_READ[sign] ?? sign) : sign,
  );
  return read === text ? text.replace(/[0158]/, (sign) => AS_READ[sign] ?? sign) : read;
}

function cut(text: string, at: number, between: string): string {
  return text.slice(0, at) + between + text.slice(at);
}

/** Between series and figures; a number of figures alone is cut in the middle. */
function parted(chance: Chance, text: string, between: string): string {
  const series = SERIES.exec(text)?.[0].length;
  if (series !== undefined && chance.often(75)) return cut(text, series, between);
  if (/[ .-]/.test(text)) return text.replace(/[ .-]/, between);
  return cut(text, Math.floor(text.length / 2), between);
}

function threes(text: string, between: string): string {
  const bare = text.replace(/[ .-]/g, '');
  const series = SERIES.exec(bare)?.[0] ?? '';
  const figures = bare.slice(series.length).replace(/(...)(?=.)/g, `$1${between}`);
  return series === '' ? figures : `${series}${between}${figures}`;
}

type Way = (chance: Chance, text: string) => string;

const WAYS: readonly Way[] = [
  (chance, text) => parted(chance, text, ' '),
  (_, text) => threes(text, ' '),
  (chance, text) => parted(chance, text, '-'),
  (chance, text) => parted(chance, text, '\u00A0'),
  (_, text) => text.replace(SERIES, '$& № '),
  (_, text) => text.replace(SERIES, '$&№'),
  (_, text) => text.toLowerCase(),
  asRead,
  asRead,
  (_, text) => fullWidth(text),
  (_, text) => cyrillic(text),
  (chance, text) => cut(text, chance.int(2, text.length - 2), chance.pick(UNSEEN)),
  (chance, text) => parted(chance, text, '\n'),
];

/** The number as somebody wrote it: in half of all cases as it is printed. `oneLine` keeps it in its row of a table. */
export function writeNumber(chance: Chance, text: string, oneLine: boolean): string {
  if (chance.often(46)) return text;
  const written = chance.pick(WAYS)(chance, text);
  return oneLine ? written.replace('\n', ' ') : written;
}

const perLine = (lines: readonly string[], change: (line: string) => string) =>
  lines.map(change).join('\n');

const ZONE_WAYS: readonly ((chance: Chance, lines: readonly string[]) => string)[] = [
  (_, lines) => lines.join(' '),
  (_, lines) => lines.join(''),
  (_, lines) => perLine(lines, (line) => line.replace(/(.{10})(?=.)/g, '$1 ')),
  (_, lines) => perLine(lines, (line) => line.replace(/<(?=[^<])/g, '< ')),
  (_, lines) => perLine(lines, (line) => line.toLowerCase()),
  (chance, lines) => perLine(lines, (line) => asRead(chance, line)),
  (_, lines) => perLine(lines, (line) => line.replace(/0/g, 'O')),
  (_, lines) => perLine(lines, fullWidth),
  (_, lines) => perLine(lines, cyrillic),
  (chance, lines) => perLine(lines, (line) => cut(line, chance.int(3, 20), chance.pick(UNSEEN))),
  (_, lines) => perLine(lines, (line) => cut(line, Math.floor(line.length / 2), '\n')),
  (_, lines) => lines.join('\n\n'),
];

/** The zone likewise. */
export function writeZone(chance: Chance, lines: readonly string[]): string {
  return chance.often(50) ? lines.join('\n') : chance.pick(ZONE_WAYS)(chance, lines);
}
