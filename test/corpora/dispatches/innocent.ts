import { type Chance, fromPattern } from './chance.js';
import { containerCheck, iinCheck } from './check-digits.js';
import { inventPerson, type State } from './people.js';
import type { Source } from './source.js';

/** Numbers that are nobody's, with `?`, `#` and `%` drawn; what needs a check digit is made below. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  voen: ['1%#######1', '2%#######2'],
  firm: ['04##.###.###', '07##.###.###'],
  awb: ['501-%#######', '771-%#######', '020-%#######'],
  tir: ['XV%#######', 'VX%#######'],
  wagon: ['54######', '62######', '94######'],
  lat: ['40.######', '41.1#####', '43.2#####', '50.8#####'],
  lon: ['49.8#####', '51.1#####', '76.9#####', '4.3#####'],
  sn: ['??%######', 'RGS-####-##', 'DK%#######', '?%#?####-?'],
  ticket: ['INC00#####', 'SR-20YY-0####', 'REQ%#####', 'HD-%####'],
  isbn: ['978-92-####-###-#', '978-9952-##-##-#', '978-601-###-##-#'],
  oj: ['L %##, 14.6.202', 'L 8%, 21.3.202', 'C 1##, 1.6.202'],
  bank: ['AZ21NABZ01350100000000%#####', 'BE686792######', 'KZ1#601A871%#######'],
  ref: ['%##/YY', '9-1/%###', '04-12/###', 'MFA/YY/%###'],
  flight: ['J2 %##', 'KC 1##', 'SN 2###', 'TK 33#', 'J2-75'],
  code: ['ISO/IEC 7501-1:2008', 'ISO/IEC 39794-5', 'ICAO Doc 9303-4', 'ICAO Doc 9303-3'],
  postal: ['AZ1005', 'Z05T3X9', 'B-1000', 'AZ1025', '010000'],
  sum: ['%## ###', '%## ###,##', '%# ###,40', '% ### ###'],
  hs: ['8471 90 000 0', '4907 00 90', '8443 32 100 9'],
};

const PHONES: Readonly<Record<string, readonly string[]>> = {
  az: ['+994 12 4## ## ##', '(012) 5##-##-##', '+32 2 345 ## ##'],
  ru: ['+7 (7172) 72 ## ##', '8 7172 74-##-##', '+994 12 4##-##-##'],
  kk: ['8 (7172) 72-##-##', '+7 7172 70 ## ##'],
  en: ['+32 2 501 ## ##', '+994 12 4## ## ##', '+7 7172 72 ## ##'],
};

function firmNumber(chance: Chance): string {
  for (;;) {
    const year = String(chance.int(0, 24)).padStart(2, '0');
    const month = String(chance.int(1, 12)).padStart(2, '0');
    const eleven = `${year}${month}40${fromPattern(chance, '0####')}`;
    const check = iinCheck(eleven);
    if (check !== undefined) return eleven + check;
  }
}

function container(chance: Chance): string {
  const ten = chance.pick(['MSKU', 'TGHU', 'CAXU', 'TKRU']) + fromPattern(chance, '%#####');
  return ten + containerCheck(ten);
}

/** A text's own time and its way of writing days. */
export interface When {
  readonly year: number;
  readonly month: number;
  readonly way: string;
}

export function whenOf(chance: Chance, source: Source): When {
  return {
    year: chance.int(2023, 2026),
    month: chance.int(3, 9),
    way: chance.pick(source.lines('date')),
  };
}

/** A day in that month, the one before it or, if `later`, in the two after. */
function dayOf({ chance, source, when }: Told, later: boolean): string {
  const month = when.month + (later ? chance.int(1, 2) : chance.int(-1, 0));
  return writeDay(source, when.way, { year: when.year, month, day: chance.int(1, 28) });
}

/** What a slot is filled from. */
export interface Told {
  readonly chance: Chance;
  readonly source: Source;
  readonly when: When;
}

/** A day in that way: `D MONTH YYYY`, `DD.MM.YYYY` and the like. */
export function writeDay(
  source: Source,
  way: string,
  day: { readonly year: number; readonly month: number; readonly day: number },
): string {
  const month = source.lines('months')[day.month - 1] ?? '';
  const two = (n: number) => String(n).padStart(2, '0');
  return way
    .replace('DD', two(day.day))
    .replace('MM', two(day.month))
    .replace('YYYY', String(day.year))
    .replace('MONTH', month)
    .replace(/\bD\b/, String(day.day));
}

/** What stands in both halves; `undefined` for a word this file does not know. */
export function innocent(told: Told, slot: string): string | undefined {
  const { chance, source, when } = told;
  const pattern = PATTERNS[slot];
  const yy = String(when.year % 100);
  if (pattern !== undefined) return fromPattern(chance, chance.pick(pattern)).replace('YY', yy);
  switch (slot) {
    case 'phone':
      return fromPattern(chance, chance.pick(PHONES[source.language] ?? []));
    case 'bin':
      return firmNumber(chance);
    case 'container':
      return container(chance);
    case 'date':
      return dayOf(told, false);
    case 'later':
      return dayOf(told, true);
    case 'yy':
      return yy;
    case 'year':
      return String(when.year);
    case 'time':
      return `${String(chance.int(7, 22)).padStart(2, '0')}:${chance.int(10, 59)}`;
    case 'off':
      return official(told, OWN[source.language]);
    case 'guest':
      return official(told, source.language === 'en' ? 'az' : 'be');
    default:
      return undefined;
  }
}

const OWN = { az: 'az', ru: 'kz', kk: 'kz', en: 'be' } as const;

function official({ chance, source }: Told, state: State): string {
  const { surname, given } = inventPerson(chance, source.people, state).names[source.language];
  return chance.pick([`${given.charAt(0)}. ${surname}`, `${given} ${surname}`]);
}
