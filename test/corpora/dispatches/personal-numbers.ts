import { type Chance, fromPattern } from './chance.js';
import { belgianCheck, iinCheck, iranianCheck, turkishCheck, uzbekCheck } from './check-digits.js';
import type { Person } from './people.js';

const two = (n: number) => String(n % 100).padStart(2, '0');
const FIN_SIGNS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The number that a state gives for life; of Russians, who have none, that of the internal passport. */
export function personalOf(chance: Chance, person: Person): string {
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
