import type { Chance } from './chance.js';
import { zoneCheck } from './check-digits.js';
import { hasCard, numberOf } from './numbers.js';
import type { Person, State } from './people.js';

const CODE: Readonly<Record<State, string>> = {
  az: 'AZE',
  kz: 'KAZ',
  be: 'BEL',
  tr: 'TUR',
  ge: 'GEO',
  pk: 'PAK',
  af: 'AFG',
  uz: 'UZB',
  ru: 'RUS',
  ir: 'IRN',
  bd: 'BGD',
};

const TURNED: Readonly<Record<string, string>> = {
  Ö: 'OE',
  Ü: 'UE',
  Ş: 'S',
  Ç: 'C',
  Ğ: 'G',
  İ: 'I',
};

const fill = (text: string, width: number) => text.slice(0, width).padEnd(width, '<');
const two = (n: number) => String(n % 100).padStart(2, '0');

function letters(name: string): string {
  const upper = name
    .toLocaleUpperCase('tr')
    .replace('É', 'E')
    .replace(/[ÖÜŞÇĞİ]/g, (sign) => TURNED[sign] ?? '');
  return upper.replace(/['.]/g, '').replace(/[^A-Z]+/g, '<');
}

/** Date of birth with its check digit, sex, day of expiry with its check digit. */
function middle(chance: Chance, person: Person): { birth: string; sex: string; expiry: string } {
  const { year, month, day } = person.born;
  const birth = `${two(year)}${two(month)}${two(day)}`;
  const expiry = `${chance.int(25, 35)}${two(chance.int(1, 12))}${two(chance.int(1, 28))}`;
  const sex = person.female ? 'F' : 'M';
  return { birth: birth + zoneCheck(birth), sex, expiry: expiry + zoneCheck(expiry) };
}

interface Zone {
  readonly chance: Chance;
  readonly person: Person;
}

const nameOf = ({ person }: Zone) =>
  `${letters(person.names.en.surname)}<<${letters(person.names.en.given)}`;

/** ICAO Doc 9303-4. */
function td3(zone: Zone): string[] {
  const { chance, person } = zone;
  const state = CODE[person.state];
  const number = fill(numberOf(chance, person, 'passport'), 9);
  const { birth, sex, expiry } = middle(chance, person);
  const withPersonal = person.state === 'az' || person.state === 'kz';
  const optional = fill(withPersonal ? numberOf(chance, person, 'personal') : '', 14);
  const optionalCheck = withPersonal ? zoneCheck(optional) : '<';
  const numbered = number + zoneCheck(number);
  const whole = zoneCheck(numbered + birth + expiry + optional + optionalCheck);
  const second = `${numbered}${state}${birth}${sex}${expiry}${optional}${optionalCheck}${whole}`;
  return [fill(`P<${state}${nameOf(zone)}`, 44), second];
}

/** ICAO Doc 9303-5: a card of one's own state, or a residence card of Belgium; not for Belgians, whose number is longer. */
function td1(zone: Zone): string[] {
  const { chance, person } = zone;
  const own = hasCard(person.state);
  const number = fill(
    own ? numberOf(chance, person, 'card') : `B${chance.int(10000000, 99999999)}`,
    9,
  );
  const { birth, sex, expiry } = middle(chance, person);
  const optional = fill(
    own && person.state !== 'uz' ? numberOf(chance, person, 'personal') : '',
    15,
  );
  const numbered = number + zoneCheck(number);
  const whole = zoneCheck(numbered + optional + birth + expiry + fill('', 11));
  return [
    `${own ? `I<${CODE[person.state]}` : 'IRBEL'}${numbered}${optional}`,
    `${birth}${sex}${expiry}${CODE[person.state]}${fill('', 11)}${whole}`,
    fill(nameOf(zone), 30),
  ];
}

/** ICAO Doc 9303-6. */
function td2(zone: Zone): string[] {
  const { chance, person } = zone;
  const number = fill(numberOf(chance, person, 'passport'), 9);
  const { birth, sex, expiry } = middle(chance, person);
  const numbered = number + zoneCheck(number);
  const whole = zoneCheck(numbered + birth + expiry + fill('', 7));
  const state = CODE[person.state];
  return [
    fill(`I<${state}${nameOf(zone)}`, 36),
    `${numbered}${state}${birth}${sex}${expiry}${fill('', 7)}${whole}`,
  ];
}

/** ICAO Doc 9303-7, forms A (44 signs) and B (36). */
function visa(zone: Zone, width: 44 | 36): string[] {
  const { chance, person } = zone;
  const issuer = chance.pick(['BEL', 'AZE', 'KAZ'].filter((code) => code !== CODE[person.state]));
  const number = `0${chance.int(10000000, 99999999)}`;
  const { birth, sex, expiry } = middle(chance, person);
  const second = `${number}${zoneCheck(number)}${CODE[person.state]}${birth}${sex}${expiry}`;
  return [fill(`V<${issuer}${nameOf(zone)}`, width), fill(second, width)];
}

/** The lines of a machine readable zone that might be that person's. */
export function zoneOf(zone: Zone): string[] {
  const throwOf = zone.chance.int(1, 100);
  if (throwOf <= 50) return td3(zone);
  if (throwOf <= 72 && zone.person.state !== 'be') return td1(zone);
  if (throwOf <= 82) return td2(zone);
  return visa(zone, throwOf <= 92 ? 44 : 36);
}
