import type { Chance } from './chance.js';
import type { Born, Language } from './people.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
};

/** The name of a month, from 1, as it stands beside a day. */
const monthOf = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';

const two = (number: number): string => String(number).padStart(2, '0');

const YEAR_ENDINGS = {
  figures: ['', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'],
  tens: ['ci', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'],
} as const;

/** The ending of an Azerbaijani ordinal year: 1987-ci, 1990-cı, 2003-cü. */
export function yearEnding(year: number): string {
  const figure = year % 10;
  if (figure > 0) return YEAR_ENDINGS.figures[figure] ?? '';
  return YEAR_ENDINGS.tens[Math.floor(year / 10) % 10] ?? '';
}

export const pointedDate = ({ year, month, day }: Born): string =>
  `${two(day)}.${two(month)}.${year}`;

/** Figures alone: mostly with points. */
export function shortDate(date: Born, chance: Chance): string {
  const shape = chance.roll(8);
  if (shape === 0) return `${date.year}-${two(date.month)}-${two(date.day)}`;
  if (shape === 1) return `${two(date.day)}/${two(date.month)}/${date.year}`;
  return pointedDate(date);
}

/** Day, month in words and year, in the order of the language, without what follows the year. */
export function wordyDate({ year, month, day }: Born, language: Language): string {
  const name = monthOf(month, language);
  return language === 'kk' ? `${year} жылғы ${day} ${name}` : `${day} ${name} ${year}`;
}

// Months after which the ending of a day is hard.
const HARD = /(қаңтар|ақпан|наурыз|мамыр|маусым|тамыз|қазан|қараша|желтоқсан)$/u;

/** Kazakh, in the locative: `1988 жылғы 12 наурызда`. */
export function onTheDay(date: Born): string {
  const words = wordyDate(date, 'kk');
  return `${words}${HARD.test(words) ? 'да' : 'де'}`;
}

/** When something is, seen from the day a text is written on: that day, before it or after it. */
export type When = 'now' | 'past' | 'later';

const DAY_MS = 86_400_000;

/** The day a text is written on, in milliseconds. */
export const writingDay = (chance: Chance): number =>
  Date.UTC(2021, 2, 1) + chance.roll(2_000) * DAY_MS;

/** A day on which something happens; what is past happened within a year and a half. */
export function dayOf(written: number, when: When, chance: Chance): Born {
  const days = { now: 0, past: -chance.between(1, 540), later: chance.between(5, 60) }[when];
  const date = new Date(written + days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
