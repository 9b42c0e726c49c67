import type { Chance } from './chance.js';
import { icaoDigit } from './check-digits.js';
import * as documents from './documents.js';
import { type Person, STATES, surnameOf } from './people.js';

/** What stands in a zone. */
export interface Bearer {
  readonly code: string;
  readonly issuer: string;
  readonly number: string;
  readonly names: string;
  readonly nationality: string;
  readonly born: string;
  readonly sex: string;
  readonly expires: string;
  readonly optional: string;
}

const fill = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const checked = (field: string): string => `${field}${icaoDigit(field)}`;

/** Passport: ICAO Doc 9303, part 4. */
export function td3(of: Bearer): string[] {
  const number = checked(fill(of.number, 9));
  const born = checked(of.born);
  const expires = checked(of.expires);
  const optional = fill(of.optional, 14);
  // Nothing in the field may be checked by a filler.
  const last = of.optional === '' ? `${optional}<` : checked(optional);
  const whole = icaoDigit(`${number}${born}${expires}${last}`);
  return [
    fill(`${of.code}${of.issuer}${of.names}`, 44),
    `${number}${of.nationality}${born}${of.sex}${expires}${last}${whole}`,
  ];
}

/** Card of three lines: part 5. What does not fit of a long number stands in the optional field, with its digit. */
export function td1(of: Bearer): string[] {
  const long = of.number.length > 9;
  const optional = long
    ? `${of.number.slice(9)}${icaoDigit(of.number)}<${of.optional}`
    : of.optional;
  const number = long ? `${of.number.slice(0, 9)}<` : checked(fill(of.number, 9));
  const first = fill(`${of.code}${of.issuer}${number}${optional}`, 30);
  const born = checked(of.born);
  const expires = checked(of.expires);
  const rest = fill('', 11);
  const whole = icaoDigit(`${first.slice(5)}${born}${expires}${rest}`);
  return [first, `${born}${of.sex}${expires}${of.nationality}${rest}${whole}`, fill(of.names, 30)];
}

/** Card of two lines: part 6. */
export function td2(of: Bearer): string[] {
  const number = checked(fill(of.number, 9));
  const born = checked(of.born);
  const expires = checked(of.expires);
  const optional = fill(of.optional, 7);
  const whole = icaoDigit(`${number}${born}${expires}${optional}`);
  return [
    fill(`${of.code}${of.issuer}${of.names}`, 36),
    `${number}${of.nationality}${born}${of.sex}${expires}${optional}${whole}`,
  ];
}

/** Visa of 44 or 36 characters a line: part 7. It has no digit over the whole. */
export function visa(of: Bearer, width: 44 | 36): string[] {
  const second = `${checked(fill(of.number, 9))}${of.nationality}${checked(of.born)}${of.sex}${checked(of.expires)}${of.optional}`;
  return [fill(`${of.code}${of.issuer}${of.names}`, width), fill(second, width)];
}

function bearer(person: Person, chance: Chance): Bearer {
  const given = person.given.latin.replace(/[ .]+/g, '<');
  const names = `${surnameOf(person, 'latin').replace(/ /g, '<')}<<${given}`.toUpperCase();
  const expires = `${chance.between(26, 35)}${String(chance.between(1, 12)).padStart(2, '0')}${chance.between(10, 28)}`;
  const state = STATES[person.state];
  return {
    code: 'P<',
    issuer: state,
    number: '',
    names,
    nationality: state,
    born: documents.sixFigures(person),
    sex: person.woman ? 'F' : 'M',
    expires,
    optional: '',
  };
}

const whole = ({ series, figures }: documents.Printed): string => `${series}${figures}`;

function personal(person: Person, chance: Chance): string {
  if (person.state === 'KZ') return documents.iin(person, chance);
  if (person.state === 'TR') return documents.turkishNumber(chance);
  if (person.state === 'AZ') return documents.fin(chance);
  return person.state === 'PK' ? documents.cnic(person, chance) : '';
}

/** The zone of one of a person's documents: mostly of the passport. */
export function zoneOf(person: Person, chance: Chance): string[] {
  const of = bearer(person, chance);
  const kind = chance.roll(10);
  const givers = (['AZ', 'KZ', 'BE', 'TR'] as const).filter((state) => state !== person.state);
  const giver = chance.pick(givers);
  const issuer = STATES[giver];
  if (kind < 5) {
    const optional = personal(person, chance);
    return td3({ ...of, number: whole(documents.passport(person, chance)), optional });
  }
  if (kind < 7 && documents.STATES_WITH_CARDS.some((state) => state === person.state)) {
    // The old card of Azerbaijan names its state on the face alone.
    const number = whole(documents.card(person, chance)).replace(/^AZE/, '');
    return td1({ ...of, code: person.state === 'BE' ? 'ID' : 'I<', number });
  }
  const residence = whole(documents.RESIDENCE[giver](chance));
  if (kind < 8) return td1({ ...of, code: 'IR', issuer, number: residence });
  if (kind === 8) return td2({ ...of, code: 'AR', issuer, number: residence.slice(0, 9) });
  const number = whole(documents.STICKERS[giver](chance)).slice(-9);
  return visa({ ...of, code: 'V<', issuer, number }, chance.pick([44, 36] as const));
}
