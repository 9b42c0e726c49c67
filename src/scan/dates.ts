/** Dates as they are written in the four languages, from the runs of digits that begin them. */
import type { FoldedText } from './fold.js';
import { lettered } from './letters.js';
import type { Run } from './runs.js';

export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  /** With its century; of two digits, the one in which who is written about was born. */
  readonly year: number;
  /** A year alone is a date only beside a word for birth. */
  readonly isWhole: boolean;
}

const MONTH = `(?:${[
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
  ...['янв', 'фев', 'мар', 'апр', 'ма[яй]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  ...['yan', 'fev', 'iyun', 'iyul', 'avq', 'sent', 'okt', 'noy', 'dek', 'mart'],
  ...['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек'],
  ...['қазан', 'қараша', 'желтоқсан', 'avr', 'mai', 'juin', 'juil', 'aoû', 'aou', 'déc', 'fév'],
  ...['maa', 'mei', 'jui'],
].join('|')})\\p{L}{0,9}`;
const YEAR = '(?:19\\d\\d|20[01]\\d)';
const BETWEEN = '\\s{0,2}[./,\\-]\\s{0,2}';
const OF_YEAR =
  '(?:[\\s-]{0,2}(?:c[iıuü]\\s{1,2}il\\p{L}{0,4}|жыл\\p{L}{0,4}|ж\\.?|год\\p{L}{0,2}|г\\.?))?';

const formOf = (source: string): RegExp => lettered({ source, flags: 'u' });

/** Each with its year, of four digits or, only where the form says that it is one, of two. */
const DAY_FIRST: readonly RegExp[] = [
  formOf(`^\\d{1,2}${BETWEEN}(?:\\d{1,2}|[ivxі]{1,4})${BETWEEN}(${YEAR}|\\d{2})(?!\\d)`),
  formOf(`^\\d{1,2}\\s(?:0\\d|1[012])\\s(${YEAR})(?!\\d)`),
  formOf(
    `^\\d{1,2}[\\s.-]{0,2}(?:\\p{L}{1,3}\\s)?(?:of\\s)?\\s?${MONTH}\\.?,?[\\s-]{0,2}(${YEAR}|\\d{2})(?!\\d)`,
  ),
];
const YEAR_FIRST: readonly RegExp[] = [
  formOf(`^(${YEAR})${BETWEEN}\\d{1,2}${BETWEEN}\\d{1,2}(?!\\d)`),
  formOf(
    `^(${YEAR})${OF_YEAR}[,\\s]{1,2}(?:\\d{1,2}[\\s-]{1,2}(?:\\p{L}{1,3}\\s)?)?${MONTH}(?:\\say\\p{L}{0,5})?(?:\\s\\d{1,2}(?:-\\p{L}{1,3})?)?`,
  ),
];
/** A decade is nobody's year: `1990s`, `1990-х годов`, `1990-cı illərdə`, `1990-жылдары`. */
const DECADE =
  "(?!\\d|['’]?s(?!\\p{L})|\\s?-?\\s?(?:х|е|ых|ые)(?!\\p{L})|[-\\s]{0,2}(?:c[ıiuü]\\s{1,2})?il{1,2}[əe]r|[-\\s]{0,2}(?:ші\\s{1,2})?жылдар)";
const YEAR_ALONE = formOf(`^(${YEAR})${DECADE}`);
const MONTH_BEFORE = formOf(`(?<!\\p{L})${MONTH}\\.?\\s{1,2}$`);
const AFTER_MONTH = formOf(`^\\d{1,2}(?:st|nd|rd|th)?,?\\s{1,2}(${YEAR})(?!\\d)`);

/** Longer than any date. */
const REACH = 44;
const MONTH_REACH = 14;

/** A day or a year. */
const FIRST = /^(?:\d{1,2}|\d{4})(?!\d)/;

/** The date that begins with this run, or with the month right before it. */
export function dateAt({ lower }: FoldedText, run: Run): WrittenDate | undefined {
  const [figures] = FIRST.exec(run.text) ?? [];
  if (figures === undefined) return undefined;
  const text = lower.slice(run.from, run.from + REACH);
  for (const form of figures.length === 4 ? YEAR_FIRST : DAY_FIRST) {
    const match = form.exec(text);
    if (match !== null) return dateOf(run.from, run.from + match[0].length, match[1]);
  }
  return figures.length === 4 ? yearAlone(run, text) : afterMonth(lower, run, text);
}

function afterMonth(lower: string, { from }: Run, text: string): WrittenDate | undefined {
  const match = AFTER_MONTH.exec(text);
  if (match === null) return undefined;
  const month = MONTH_BEFORE.exec(lower.slice(Math.max(0, from - MONTH_REACH), from));
  return month === null
    ? undefined
    : dateOf(from - month[0].length, from + match[0].length, match[1]);
}

function yearAlone({ from }: Run, text: string): WrittenDate | undefined {
  const match = YEAR_ALONE.exec(text);
  return match === null ? undefined : { ...dateOf(from, from + 4, match[1]), isWhole: false };
}

function dateOf(from: number, to: number, written = ''): WrittenDate {
  const year = Number(written);
  return { from, to, year: written.length === 2 ? centuryOf(year) + year : year, isWhole: true };
}

/** Of two digits: who is written about was born in this century only if it was early in it. */
const centuryOf = (year: number): number => (year <= 12 ? 2000 : 1900);
