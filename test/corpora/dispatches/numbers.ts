import { type Chance, fromPattern } from './chance.js';
import { belgianCardCheck } from './check-digits.js';
import { type Person, STATES, type State } from './people.js';
import { personalOf } from './personal-numbers.js';

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

/** As the state prints it, where it prints more than signs. */
export function printed(state: State, paper: Paper, bare: string): string {
  if (paper === 'personal' && state === 'be')
    return bare.replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5');
  if (paper === 'card' && state === 'be') return bare.replace(/^(...)(.......)(..)$/, '$1-$2-$3');
  if (paper === 'passport' && state === 'ru') return bare.replace(/^../, '$& ');
  if (paper === 'personal' && state === 'pk')
    return bare.replace(/^(.....)(.......)(.)$/, '$1-$2-$3');
  if (paper === 'personal' && state === 'af')
    return bare.replace(/^(....)(....)(.....)$/, '$1-$2-$3');
  if (paper === 'personal' && state === 'ru') return bare.replace(/^(..)(..)(......)$/, '$1 $2 $3');
  return bare;
}
