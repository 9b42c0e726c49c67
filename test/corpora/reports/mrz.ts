/** Machine-readable zones of ICAO Doc 9303: TD3 (part 4), TD1 (part 5), TD2 (part 6), visas MRV-A and MRV-B (part 7). */
import { dayBetween, sixDigits } from './dates.js';
import { digits, pick, type Roll } from './draw.js';

/** The sizes of travel documents, and the two of visas. */
type MrzForm = 'TD3' | 'TD1' | 'TD2' | 'MRV-A' | 'MRV-B';

/** The particulars in a zone; dates are of six digits, names are parted by `<<`. */
export interface Zone {
  readonly form: MrzForm;
  readonly code: string;
  readonly issuer: string;
  readonly names: string;
  readonly number: string;
  readonly nationality: string;
  readonly born: string;
  readonly sex: 'M' | 'F' | '<';
  readonly expires: string;
  readonly optional: string;
}

/** The check digit of Doc 9303 part 3: weights 7, 3, 1; letters count from 10, fillers 0. */
export function checkDigit(text: string): string {
  const value = (one: string) => (one === '<' ? 0 : Number.parseInt(one, 36));
  const sum = [...text].reduce(
    (total, one, at) => total + value(one) * ([7, 3, 1][at % 3] ?? 0),
    0,
  );
  return String(sum % 10);
}

const fill = (text: string, width: number): string => text.slice(0, width).padEnd(width, '<');
const checked = (text: string): string => text + checkDigit(text);

/** The lines of a zone. */
export function linesOf(zone: Zone): readonly string[] {
  const head = fill(zone.code, 2) + zone.issuer;
  const number = checked(fill(zone.number, 9));
  const born = checked(zone.born);
  const expires = checked(zone.expires);
  const middle = `${number}${zone.nationality}${born}${zone.sex}${expires}`;
  switch (zone.form) {
    case 'TD3': {
      // An empty field may have a filler as its check digit (part 4, 4.2.2).
      const personal = checked(fill(zone.optional, 14));
      const composite = checkDigit(`${number}${born}${expires}${personal}`);
      return [head + fill(zone.names, 39), `${middle}${personal}${composite}`];
    }
    case 'TD1': {
      const upper = `${number}${fill(zone.optional, 15)}`;
      const lower = fill('', 11);
      const composite = checkDigit(`${upper}${born}${expires}${lower}`);
      return [
        head + upper,
        `${born}${zone.sex}${expires}${zone.nationality}${lower}${composite}`,
        fill(zone.names, 30),
      ];
    }
    case 'TD2': {
      const optional = fill(zone.optional, 7);
      const composite = checkDigit(`${number}${born}${expires}${optional}`);
      return [head + fill(zone.names, 31), `${middle}${optional}${composite}`];
    }
    case 'MRV-A':
      return [head + fill(zone.names, 39), middle + fill(zone.optional, 16)];
    case 'MRV-B':
      return [head + fill(zone.names, 31), middle + fill(zone.optional, 8)];
  }
}

const CODES: Readonly<Record<MrzForm, readonly string[]>> = {
  TD3: ['P', 'P', 'PD', 'PS', 'PC'],
  TD1: ['I', 'ID', 'IR', 'AR', 'C'],
  TD2: ['I', 'ID', 'AC'],
  'MRV-A': ['V', 'VC'],
  'MRV-B': ['V', 'VD'],
};
const STATES: readonly (readonly [string, string])[] = [
  ['AZE', 'C0#######'],
  ['AZE', 'AA#######'],
  ['KAZ', 'N########'],
  ['BEL', 'EH######'],
  ['RUS', '72#######'],
  ['TUR', 'U########'],
  ['UZB', 'AB#######'],
  ['GEO', '12AB#####'],
];

/** A zone of an invented person, its name in Latin letters as `Surname Given Patronymic`. */
export function zoneOf(roll: Roll, name: string): Zone {
  const form = pick(roll, ['TD3', 'TD3', 'TD3', 'TD1', 'TD1', 'TD2', 'MRV-A', 'MRV-B'] as const);
  const [issuer, pattern] = pick(roll, STATES);
  const [surname = '', ...given] = name.toUpperCase().split(' ');
  return {
    form,
    code: pick(roll, CODES[form]),
    issuer,
    names: `${surname}<<${given.slice(0, 1 + roll(2)).join('<')}`,
    number: digits(roll, pattern),
    nationality: roll(10) === 0 ? 'RUS' : issuer,
    born: sixDigits(dayBetween(roll, [1958, 2006])),
    sex: pick(roll, ['M', 'F'] as const),
    expires: sixDigits(dayBetween(roll, [2026, 2035])),
    optional: roll(3) === 0 ? digits(roll, form === 'TD2' ? '#####' : '#######') : '',
  };
}
