import { type Chance, fromPattern } from './chance.js';
import { containerCheck, iinCheck } from './check-digits.js';
import { inventPerson } from './people.js';
import type { Source } from './source.js';

/** Numbers that are nobody's, with `?` and `9` drawn; what needs a check digit is made below. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  voen: ['1999999991', '2999999992'],
  firm: ['0499.999.999', '0799.999.999'],
  awb: ['501-19999999', '771-19999999', '020-19999999'],
  tir: ['XV19999999', 'VX19999999'],
  wagon: ['54999999', '62999999', '94999999'],
  lat: ['40.999999', '41.199999', '43.299999', '50.899999'],
  lon: ['49.899999', '51.199999', '76.999999', '4.399999'],
  sn: ['??1999999', 'RGS-9999-99', 'DK19999999', '?19?99999-?'],
  ticket: ['INC0099999', 'SR-2026-09999', 'REQ199999', 'HD-19999'],
  isbn: ['978-92-9999-999-9', '978-9952-99-99-9', '978-601-999-99-9'],
  oj: ['L 199, 14.6.202', 'L 81, 21.3.200', 'C 199, 1.6.202'],
  bank: ['AZ21NABZ01350100000000199999', 'BE68679200999999', 'KZ19601A871999999999'],
  ref: ['199/26', '9-1/1999', '04-12/999', 'MFA/26/1999'],
  flight: ['J2 999', 'KC 199', 'SN 2999', 'TK 339', 'J2-75'],
  code: ['ISO/IEC 7501-1:2008', 'ISO/IEC 39794-5', 'ISO 3166-1', 'ICAO Doc 9303-4', 'EN 419211-2', 'ISO 1831'],
  postal: ['AZ1005', 'Z05T3X9', 'B-1000', 'AZ1025', '010000'],
  sum: ['19 999', '199 999,99', '9 999,40', '1 999 999'],
  hs: ['8471 90 000 0', '4907 00 90', '8443 32 100 9'],
};

export const PATTERN_NAMES = Object.keys(PATTERNS);

const PHONES: Readonly<Record<string, readonly string[]>> = {
  az: ['+994 12 499 99 99', '(012) 599-99-99', '+32 2 345 99 99'],
  ru: ['+7 (7172) 72 99 99', '8 7172 74-99-99', '+994 12 499-99-99'],
  kk: ['8 (7172) 72-99-99', '+7 7172 70 99 99'],
  en: ['+32 2 501 99 99', '+994 12 499 99 99', '+7 7172 72 99 99'],
};

function firmNumber(chance: Chance): string {
  for (;;) {
    const year = String(chance.int(0, 24)).padStart(2, '0');
    const month = String(chance.int(1, 12)).padStart(2, '0');
    const eleven = `${year}${month}40${fromPattern(chance, '09999')}`;
    const check = iinCheck(eleven);
    if (check !== undefined) return eleven + check;
  }
}

function container(chance: Chance): string {
  const ten = chance.pick(['MSKU', 'TGHU', 'CAXU', 'TKRU']) + fromPattern(chance, '199999');
  return ten + containerCheck(ten);
}

function dayOf(chance: Chance, source: Source): string {
  return writeDay(chance, source, {
    year: chance.int(2023, 2026),
    month: chance.int(1, 12),
    day: chance.int(1, 28),
  });
}

/** A day as the language's section `date` writes it. */
export function writeDay(
  chance: Chance,
  source: Source,
  day: { readonly year: number; readonly month: number; readonly day: number },
): string {
  const month = source.lines('months')[day.month - 1] ?? '';
  const two = (n: number) => String(n).padStart(2, '0');
  return chance
    .pick(source.lines('date'))
    .replace('DD', two(day.day))
    .replace('MM', two(day.month))
    .replace('YYYY', String(day.year))
    .replace('MONTH', month)
    .replace(/\bD\b/, String(day.day));
}

/** What stands in both halves; `undefined` for a word this file does not know. */
export function innocent(chance: Chance, source: Source, slot: string): string | undefined {
  const pattern = PATTERNS[slot];
  if (pattern !== undefined) return fromPattern(chance, chance.pick(pattern));
  switch (slot) {
    case 'phone':
      return fromPattern(chance, chance.pick(PHONES[source.language] ?? []));
    case 'bin':
      return firmNumber(chance);
    case 'container':
      return container(chance);
    case 'date':
      return dayOf(chance, source);
    case 'time':
      return `${String(chance.int(0, 23)).padStart(2, '0')}${chance.pick([':', '.'])}${chance.int(10, 59)}`;
    case 'off':
      return official(chance, source);
    default:
      return undefined;
  }
}

function official(chance: Chance, source: Source): string {
  const { surname, given } = inventPerson(chance, source.people, chance.pick(['az', 'kz', 'be'])).names[source.language];
  return chance.pick([`${given.charAt(0)}. ${surname}`, `${given} ${surname}`]);
}
