import { type Chance, fromPattern } from './chance.js';
import {
  belgianCardCheck,
  belgianCheck,
  iinCheck,
  iranianCheck,
  turkishCheck,
  uzbekCheck,
} from './check-digits.js';
import { type Person, STATES, type State } from './people.js';

/** What the paper is: `personal` is the number a state gives for life. */
export type Paper = 'passport' | 'card' | 'residence' | 'sticker' | 'personal';

/** Letters and lengths as the states print them; the Belgian card and all personal numbers are made below. */
const PASSPORT: Readonly<Record<State, readonly string[]>> = {
  az: ['C0#######', 'P#######'],
  kz: ['N%#######'],
  be: ['EN######', 'GA######', 'EP######'],
  tr: ['U%#######'],
  ge: ['%#??#####'],
  pk: ['??%######'],
  af: ['P0#######'],
  uz: ['FA%######', 'AB%######'],
  ru: ['7%#######', '65#######'],
  ir: ['H########', 'L########'],
  bd: ['BX0######', 'A0#######'],
};

const CARD: Readonly<Partial<Record<State, string>>> = {
  az: 'AA%######',
  kz: '04#######',
  tr: '?%#?#####',
  ge: '%#IA#####',
  uz: 'AD%######',
};

const two = (n: number) => String(n % 100).padStart(2, '0');

/** Nobody has a residence card or a visa of the own state. */
const RESIDENCE: Foreign = { be: ['B%#######'], az: ['MYI%######', 'DYI%######'] };
const STICKER: Foreign = { be: ['0%#######', 'BEL%######'], az: ['AZE%######'], kz: ['KZ%######'] };

type Foreign = Readonly<Partial<Record<State, readonly string[]>>>;

function abroad(person: Person, papers: Foreign): readonly string[] {
  return STATES.filter((state) => state !== person.state).flatMap((state) => papers[state] ?? []);
}

/** The number of a paper of that person, without anything between its signs. */
export function numberOf(chance: Chance, person: Person, paper: Paper): string {
  switch (paper) {
    case 'passport':
      return fromPattern(chance, chance.pick(PASSPORT[person.state]));
    case 'card':
      return cardOf(chance, person);
    case 'residence':
      return fromPattern(chance, chance.pick(abroad(person, RESIDENCE)));
    case 'sticker':
      return fromPattern(chance, chance.pick(abroad(person, STICKER)));
    case 'personal':
      return personalOf(chance, person);
  }
}

function cardOf(chance: Chance, person: Person): string {
  if (person.state === 'be') {
    const ten = fromPattern(chance, '59########');
    return ten + belgianCardCheck(ten);
  }
  const pattern = CARD[person.state];
  if (pattern === undefined) throw new Error(`no card of ${person.state}`);
  return fromPattern(chance, pattern);
}

export function hasCard(state: State): boolean {
  return state === 'be' || CARD[state] !== undefined;
}

const FIN_SIGNS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function personalOf(chance: Chance, person: Person): string {
  switch (person.state) {
    case 'az':
      return finOf(chance);
    case 'kz':
      return iinOf(chance, person);
    case 'be': {
      const nine =
        birthDay(person) +
        String(chance.int(1, 498) * 2 - (person.female ? 0 : 1)).padStart(3, '0');
      return nine + belgianCheck(nine, person.born.year >= 2000);
    }
    case 'tr': {
      const nine = fromPattern(chance, '%########');
      return nine + turkishCheck(nine);
    }
    case 'uz':
      return pinflOf(chance, person);
    case 'ir': {
      const nine = fromPattern(chance, '00#######');
      return nine + iranianCheck(nine);
    }
    case 'ge':
      return fromPattern(chance, '0%0########');
    case 'pk':
      return `${fromPattern(chance, '3###########')}${chance.int(0, 4) * 2 + (person.female ? 0 : 1)}`;
    case 'af':
      return `140${chance.int(0, 3)}${fromPattern(chance, '#########')}`;
    case 'bd':
      return fromPattern(chance, '%#########');
    case 'ru':
      return fromPattern(chance, '45%#######');
  }
}

const birthDay = ({ born }: Person) => `${two(born.year)}${two(born.month)}${two(born.day)}`;
const century = ({ born, female }: Person) => (born.year < 2000 ? 3 : 5) + (female ? 1 : 0);

function finOf(chance: Chance): string {
  const one = chance.pick(['5', '6', '7', '1', '2']);
  return one + Array.from({ length: 6 }, () => chance.pick([...FIN_SIGNS])).join('');
}

function iinOf(chance: Chance, person: Person): string {
  for (;;) {
    const eleven = `${birthDay(person)}${century(person)}${fromPattern(chance, '####')}`;
    const check = iinCheck(eleven);
    if (check !== undefined) return eleven + check;
  }
}

function pinflOf(chance: Chance, person: Person): string {
  const { year, month, day } = person.born;
  const thirteen = `${century(person)}${two(day)}${two(month)}${two(year)}${fromPattern(chance, '######')}`;
  return thirteen + uzbekCheck(thirteen);
}

/** As the state prints it, where it prints more than signs. */
export function printed(state: State, paper: Paper, bare: string): string {
  if (paper === 'personal' && state === 'be')
    return bare.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5');
  if (paper === 'card' && state === 'be') return bare.replace(/^(...)(.......)(..)$/, '$1-$2-$3');
  if (paper === 'personal' && state === 'pk')
    return bare.replace(/^(.....)(.......)(.)$/, '$1-$2-$3');
  if (paper === 'personal' && state === 'af')
    return bare.replace(/^(....)(....)(.....)$/, '$1-$2-$3');
  if (paper === 'personal' && state === 'ru') return bare.replace(/^(..)(..)(......)$/, '$1 $2 $3');
  return bare;
}
