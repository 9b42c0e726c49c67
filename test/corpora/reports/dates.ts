/** Dates as the four languages write them. */

import { pick, pickWeighted, type Roll, two } from './draw.js';
import type { Language } from './material.js';

/** A day of the calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS: Readonly<Record<Language, string>> = {
  en: 'January February March April May June July August September October November December',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  kk: 'қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда',
};

/** A day from one year up to another; never past the 28th. */
export const dayBetween = (roll: Roll, [from, to]: readonly [number, number]): Day => ({
  year: from + roll(to - from + 1),
  month: 1 + roll(12),
  day: 1 + roll(28),
});

const isoOf = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`;

/** `2024-05-03` as six digits, as machine-readable zones and national numbers have it. */
export const sixDigits = (day: Day): string => isoOf(day).slice(2).replaceAll('-', '');

/** A day in words: `3 May 2024`. In Azerbaijani and Kazakh the word for the year follows it. */
export function inWords(roll: Roll, language: Language, on: Day): string {
  const month = MONTHS[language].split(' ')[on.month - 1];
  if (language === 'kk') return `${on.year} жылғы ${on.day} ${month}`;
  if (language === 'az') return `${on.day} ${month} ${on.year}-ci`;
  if (language === 'ru') return `${on.day} ${month} ${on.year} ${pick(roll, ['года', 'г.'])}`;
  return pick(roll, [`${on.day} ${month} ${on.year}`, `${month} ${on.day}, ${on.year}`]);
}

/** A day in figures, in one of the customary ways. */
export function inFigures(roll: Roll, { year, month, day }: Day): string {
  const [d, m, y] = [two(day), two(month), String(year)];
  return pickWeighted(roll, [
    [`${d}.${m}.${y}`, 46],
    [`${d}/${m}/${y}`, 14],
    [`${y}-${m}-${d}`, 12],
    [`${d}-${m}-${y}`, 8],
    [`${d}.${m}.${y.slice(2)}`, 8],
    [`${day}.${month}.${y}`, 6],
    [`${d}. ${m}. ${y}`, 3],
    [`${d} ${m} ${y}`, 3],
  ]);
}

/** As computers write it. */
export const asIso = isoOf;
