/**
 * Invented numbers of documents in the forms in which states number them, with the check digits the form has: the
 * Kazakh IIN (its order of 2013), the Belgian national register number and card (modulo 97), the Turkish identity number.
 */
import { type Day, dayBetween, sixDigits } from './dates.js';
import { digits, pick, type Roll } from './draw.js';

/** The parts of a number; the series is empty where the form has none. */
export interface Numbered {
  readonly series: string;
  readonly number: string;
}

const BORN: readonly [number, number] = [1958, 2006];

/** A series of letters (one of a list) and digits by pattern. */
const lettered =
  (series: readonly string[], pattern: string) =>
  (roll: Roll): Numbered => ({ series: pick(roll, series), number: digits(roll, pattern) });
const plain =
  (make: (roll: Roll) => string) =>
  (roll: Roll): Numbered => ({ series: '', number: make(roll) });

const FORMS = {
  'AZ-PASSPORT': lettered(['C', 'C', 'C', 'P'], '0#######'),
  'AZ-ID': (roll) => pick(roll, [lettered(['AA'], '#######'), lettered(['AZE'], '########')])(roll),
  'AZ-RESIDENCE': lettered(['MYİ', 'DYİ', 'AB'], '#######'),
  'AZ-FIN': plain(fin),
  'KZ-PASSPORT': lettered(['N'], '########'),
  'KZ-ID': plain((roll) => digits(roll, '0########')),
  'KZ-IIN': plain(iin),
  'BE-PASSPORT': lettered(['EH', 'EJ', 'GA'], '######'),
  'BE-ID': plain(belgianCard),
  'BE-RESIDENCE': lettered(['B'], '#########'),
  'BE-NRN': plain(registerNumber),
  'RU-PASSPORT': lettered(['4508', '4612', '6309', '9217'], '######'),
  'RU-TRAVEL': lettered(['72', '75'], '#######'),
  'TR-PASSPORT': lettered(['U'], '########'),
  'TR-ID': plain(turkish),
  'UZ-PASSPORT': lettered(['AA', 'AB', 'FA'], '#######'),
  'GE-PASSPORT': lettered(['12AB', '09AA', '14AC'], '#####'),
  'UA-PASSPORT': lettered(['FA', 'FE', 'GB'], '######'),
  'KG-PASSPORT': lettered(['AC', 'PE'], '#######'),
  'IR-PASSPORT': lettered(['A', 'K', 'Y'], '########'),
  'IN-PASSPORT': lettered(['M', 'R', 'Z'], '#######'),
  'PK-PASSPORT': lettered(['AB', 'BT', 'CD'], '#######'),
  'PK-ID': plain((roll) => digits(roll, '@####-#######-#')),
  'AF-PASSPORT': lettered(['P'], '0#######'),
  VISA: lettered(['BEL', 'LTU', 'POL'], '0########'),
} as const satisfies Record<string, (roll: Roll) => Numbered>;
type Form = keyof typeof FORMS;

const PASSPORTS: readonly Form[] = [
  'AZ-PASSPORT',
  'AZ-PASSPORT',
  'AZ-PASSPORT',
  'KZ-PASSPORT',
  'KZ-PASSPORT',
  'BE-PASSPORT',
  'TR-PASSPORT',
  'UZ-PASSPORT',
  'GE-PASSPORT',
  'UA-PASSPORT',
  'KG-PASSPORT',
  'IR-PASSPORT',
  'IN-PASSPORT',
  'PK-PASSPORT',
  'AF-PASSPORT',
];
/** `PASSPORT` and `ID` are any of their kind; `BARE` is one that its letters show without a word beside it. */
const GROUPS: Readonly<Record<string, readonly Form[]>> = {
  PASSPORT: PASSPORTS,
  ID: ['AZ-ID', 'AZ-ID', 'KZ-ID', 'BE-ID', 'AZ-FIN'],
  BARE: [...PASSPORTS, 'AZ-ID', 'VISA'],
  ANY: [...PASSPORTS, 'AZ-ID', 'KZ-ID', 'KZ-IIN', 'BE-NRN', 'AZ-FIN', 'RU-PASSPORT', 'VISA'],
};

const isForm = (name: string): name is Form => name in FORMS;

/** A number of a form or of one of a group. */
export function numberOf(roll: Roll, name: string): Numbered {
  const form = isForm(name) ? name : pick(roll, GROUPS[name] ?? []);
  return FORMS[form](roll);
}

/** Seven characters without I and O, letters and digits both. */
function fin(roll: Roll): string {
  for (;;) {
    const code = Array.from({ length: 7 }, () =>
      pick(roll, [...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ']),
    );
    if (code.filter((one) => /\d/.test(one)).length >= 2 && /[A-Z].*[A-Z]/.test(code.join(''))) {
      return code.join('');
    }
  }
}

/** The twelfth digit of an IIN or a BIN; undefined where the eleven have none and are never issued. */
export function controlOfTwelve(eleven: string): number | undefined {
  const sum = (from: number) =>
    [...eleven].reduce((total, one, at) => total + Number(one) * (((at + from) % 11) + 1), 0) % 11;
  const first = sum(0);
  const control = first === 10 ? sum(2) : first;
  return control === 10 ? undefined : control;
}

function iin(roll: Roll): string {
  for (;;) {
    const born = dayBetween(roll, BORN);
    const century = (born.year < 2000 ? 3 : 5) + roll(2);
    const eleven = `${sixDigits(born)}${century}${digits(roll, '####')}`;
    const control = controlOfTwelve(eleven);
    if (control !== undefined) return `${eleven}${control}`;
  }
}

/** The last two digits of a Belgian register number: of who was born from 2000 on, a 2 is put before the nine. */
export function controlOfRegister(nine: string, { year }: Pick<Day, 'year'>): string {
  const base = Number(year >= 2000 ? `2${nine}` : nine);
  return String(97 - (base % 97)).padStart(2, '0');
}

function registerNumber(roll: Roll): string {
  const born = dayBetween(roll, BORN);
  const serial = String(1 + roll(997)).padStart(3, '0');
  const control = controlOfRegister(`${sixDigits(born)}${serial}`, born);
  const dotted = sixDigits(born).replace(/(..)(..)(..)/, '$1.$2.$3');
  return `${dotted}-${serial}.${control}`;
}

function belgianCard(roll: Roll): string {
  const ten = digits(roll, '59########');
  const control = Number(ten) % 97 || 97;
  return `${ten.slice(0, 3)}-${ten.slice(3)}-${String(control).padStart(2, '0')}`;
}

/** The tenth and eleventh digit of a Turkish identity number. */
export function controlOfTurkish(nine: string): string {
  const each = [...nine].map(Number);
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
  const odd = sum(each.filter((_, at) => at % 2 === 0));
  const tenth = (((odd * 7 - (sum(each) - odd)) % 10) + 10) % 10;
  return `${tenth}${(sum(each) + tenth) % 10}`;
}

function turkish(roll: Roll): string {
  const nine = digits(roll, '@########');
  return `${nine}${controlOfTurkish(nine)}`;
}
