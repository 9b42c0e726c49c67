import type { Chance } from './chance.js';
import { belgianRest, kazakhDigit, turkishRest } from './check-digits.js';
import type { Person, State } from './people.js';

/** A number as printed: what leads it, and its figures. A number of figures alone is led by nothing. */
export interface Printed {
  readonly series: string;
  readonly figures: string;
}

type Maker = (chance: Chance) => Printed;

const led =
  (series: string, count: number): Maker =>
  (chance) => ({ series, figures: String(chance.roll(10 ** count)).padStart(count, '0') });
const bare =
  (count: number): Maker =>
  (chance) => ({ series: '', figures: chance.figures(count) });
const lettered =
  (letters: number, count: number): Maker =>
  (chance) =>
    led(chance.letters(letters), count)(chance);
const oneOf =
  (...makers: readonly Maker[]): Maker =>
  (chance) =>
    chance.pick(makers)(chance);

/** Passports as their states number them. */
const PASSPORTS: Readonly<Record<State, Maker>> = {
  AZ: led('C', 8),
  KZ: led('N', 8),
  BE: lettered(2, 6),
  TR: oneOf(led('U', 8), led('S', 8)),
  GE: (chance) => led(`${chance.between(10, 24)}${chance.letters(2)}`, 5)(chance),
  PK: lettered(2, 7),
  AF: oneOf(led('P', 8), led('O', 8)),
  UZ: oneOf(led('AA', 7), led('FA', 7), led('AC', 7)),
  RU: (chance) => ({ series: '', figures: `${chance.between(50, 77)}${chance.figures(7)}` }),
  IR: lettered(1, 8),
  BD: oneOf(led('BM', 7), led('EB', 7), led('A', 8)),
};

const belgianCard: Maker = (chance) => {
  const ten = `59${chance.figures(8)}`;
  const rest = Number(ten) % 97;
  return { series: '', figures: `${ten}${String(rest === 0 ? 97 : rest).padStart(2, '0')}` };
};

/** Identity cards; of residents, of those who have one. */
const CARDS = {
  AZ: oneOf(led('AA', 7), led('AZE', 8)),
  KZ: bare(9),
  BE: belgianCard,
  TR: (chance) => led(`A${chance.figures(2)}${chance.letters(1)}`, 5)(chance),
  GE: (chance) => led(`${chance.between(11, 24)}I${chance.letters(1)}`, 5)(chance),
  UZ: led('AD', 7),
} as const satisfies Partial<Record<State, Maker>>;
export const STATES_WITH_CARDS = ['AZ', 'KZ', 'BE', 'TR', 'GE', 'UZ'] as const;

/** States whose passports have letters in their number. */
export const STATES_WITH_SERIES = [
  'AZ',
  'KZ',
  'BE',
  'TR',
  'GE',
  'PK',
  'AF',
  'UZ',
  'IR',
  'BD',
] as const;

/** States of which none gives the residence cards and stickers below. */
export const FOREIGN_STATES = ['GE', 'PK', 'AF', 'UZ', 'RU', 'IR', 'BD'] as const;

export const passport = ({ state }: Person, chance: Chance): Printed => PASSPORTS[state](chance);

export function card({ state }: Person, chance: Chance): Printed {
  const maker: Maker | undefined = (CARDS as Partial<Record<State, Maker>>)[state];
  if (!maker) throw new RangeError('a state without cards');
  return maker(chance);
}

/** Residence cards and visa stickers, by the state that gives them: of the maker's choosing. */
export const RESIDENCE = {
  AZ: led('RP', 7),
  KZ: bare(9),
  BE: led('B', 9),
  TR: led('TR', 7),
} as const;
export const STICKERS = {
  AZ: led('VA', 7),
  KZ: bare(8),
  BE: led('BEL', 9),
  TR: led('TRV', 8),
} as const;

const two = (number: number): string => String(number).padStart(2, '0');

/** The six figures of a birth date, as in a zone or an IIN. */
export const sixFigures = ({ born }: Person): string =>
  `${two(born.year % 100)}${two(born.month)}${two(born.day)}`;

/** Kazakhstan: birth date, century and sex, four figures and one of checking. */
export function iin(person: Person, chance: Chance): string {
  const { woman, born } = person;
  const century = (born.year < 2000 ? 3 : 5) + (woman ? 1 : 0);
  const eleven = `${sixFigures(person)}${century}${chance.figures(4)}`;
  const digit = kazakhDigit(eleven);
  return digit === undefined ? iin(person, chance) : `${eleven}${digit}`;
}

/** Azerbaijan: seven letters and figures, neither I nor O among them. */
export const fin = (chance: Chance): string =>
  `${chance.between(1, 9)}${chance.letters(6, 'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789')}`;

/** Belgium: birth date, serial number of the day and two of checking. */
export function registerNumber(person: Person, chance: Chance): string {
  const serial = 2 * chance.between(1, 498) + (person.woman ? 0 : 1);
  const nine = `${sixFigures(person)}${String(serial).padStart(3, '0')}`;
  return `${nine}${belgianRest(nine, person.born.year >= 2000)}`;
}

export function turkishNumber(chance: Chance): string {
  const nine = chance.figures(9);
  return `${nine}${turkishRest(nine)}`;
}

/** Pakistan: district, family and, last, an odd figure for a man. */
export const cnic = ({ woman }: Person, chance: Chance): string =>
  `${chance.pick([3, 4, 1, 5])}${chance.figures(11)}${chance.roll(5) * 2 + (woman ? 0 : 1)}`;
