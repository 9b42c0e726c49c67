/**
 * Fills the places of a text: `{n}`, `{nn}`, `{nnn}` counts, `{y}` a year, `{d}` and `{dl}` a day in figures and in words,
 * `{~pattern}` figures, `{doc:FORM}` and `{doc:FORM|words between series and number}`, `{mrz}`, `{name:form}`,
 * `{born}`; `[[` and `]]` stand around a name with a birth date.
 */
import { asIso, dayBetween, inFigures, inWords } from './dates.js';
import { writeApart, writeNumber, writeZone } from './disguise.js';
import { digits, pick, type Roll, two } from './draw.js';
import type { Material } from './material.js';
import { linesOf, zoneOf } from './mrz.js';
import { controlOfTwelve, numberOf } from './numbers.js';
import type { Page } from './page.js';
import { type Names, nameOf } from './people.js';

/** What a text is filled from. */
export interface Supply {
  readonly roll: Roll;
  readonly material: Material;
  readonly names: Names;
}

const BORN: readonly [number, number] = [1958, 2006];
const LATELY: readonly [number, number] = [2021, 2025];

/** Writes a text on a page with its places filled. */
export function fillInto(page: Page, text: string, supply: Supply): void {
  let opened = 0;
  for (const part of text.split(/(\[\[|\]\]|\{[^}]+\})/)) {
    if (part === '[[') opened = page.text.length;
    else if (part === ']]') page.plantFrom('NAME_AND_BIRTH_DATE', opened);
    else if (part.startsWith('{doc:')) plantNumber(page, part.slice(5, -1), supply.roll);
    else if (part.startsWith('{mrz')) plantZone(page, part.slice(1, -1), supply);
    else if (part.startsWith('{')) page.put(valueFor(part.slice(1, -1), supply));
    else page.put(part);
  }
}

function plantNumber(page: Page, place: string, roll: Roll): void {
  const [name = '', between] = place.split('|');
  const parts = numberOf(roll, name);
  const written =
    between === undefined ? writeNumber(roll, parts, 'text') : writeApart(parts, between);
  page.plant('DOCUMENT_NUMBER', written);
}

function plantZone(page: Page, place: string, { roll, names }: Supply): void {
  const lines = linesOf(zoneOf(roll, pick(roll, names.latin)));
  if (place === 'mrz:quoted') {
    page.put('> ');
    page.plant('MRZ', lines.join('\n> '));
  } else {
    page.plant('MRZ', place === 'mrz:inline' ? lines.join(' ') : writeZone(roll, lines));
  }
}

/** A count to which Russian gives the genitive plural. */
function many(roll: Roll, from: number, below: number): number {
  for (;;) {
    const count = from + roll(below - from);
    if ((count % 100 > 4 && count % 100 < 21) || count % 10 === 0 || count % 10 > 4) return count;
  }
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

function valueFor(place: string, supply: Supply): string {
  const { roll, material, names } = supply;
  if (place.startsWith('~')) return digits(roll, place.slice(1));
  const [kind, form = ''] = place.split(':');
  switch (kind) {
    case 'n':
      return String(many(roll, 5, 60));
    case 'nn':
      return String(many(roll, 105, 990));
    case 'nnn':
      return grouped(many(roll, 1_200, 980_000));
    case 'y':
      return String(2021 + roll(5));
    case 'd':
      return inFigures(roll, dayBetween(roll, LATELY));
    case 'dl':
      return eventDay(supply);
    case 'born':
      return birthDate(supply, form);
    case 'name':
      return nameOf(roll, names, form);
    case 'official':
      return pick(roll, material.officials);
    case 'place':
      return pick(roll, material.places);
    default:
      return digits(roll, pick(roll, figuresOf(kind ?? '', roll)));
  }
}

function eventDay({ roll, material: { language } }: Supply): string {
  const day = inWords(roll, language, dayBetween(roll, LATELY));
  return language === 'az' ? `${day} il` : day;
}

function birthDate({ roll, material: { language } }: Supply, form: string): string {
  const day = dayBetween(roll, BORN);
  switch (form) {
    case 'long':
      return inWords(roll, language, day);
    case 'year':
      return String(day.year);
    case 'iso':
      return asIso(day);
    default:
      return inFigures(roll, day);
  }
}

/** Figures that name no person: telephones of offices, flights, positions, books, journals, numbers of legal persons. */
function figuresOf(kind: string, roll: Roll): readonly string[] {
  switch (kind) {
    case 'tel':
      return [
        '+994 12 5## ## ##',
        '(012) 4##-##-##',
        '+7 7172 7# ## ##',
        '8 (7172) 7#-##-##',
        '+32 2 48# ## ##',
      ];
    case 'time':
      return [`${two(6 + roll(16))}:${two(roll(60))}`];
    case 'flight':
      return ['J2 8###', 'KC 9##', 'SN 2###', 'TK33#', 'LO-##7', 'FZ 7##'];
    case 'gps':
      return ['40.####, 49.####', 'N 41° 2#.##′, E 048° 3#.##′', '43°1#′##″ N 76°5#′##″ E'];
    case 'isbn':
      return [isbn(roll)];
    case 'url':
      return [
        'https://acts.example/doc/@#######',
        'https://www.example.org/az/article/@#####',
        'https://example.net/view?id=@########',
      ];
    case 'oj':
      return [
        'L 128, 30.4.2014, p. @#',
        'C @##, 1#.@.202@, p. #',
        'CELEX 3202@R0@##',
        'L 2@#, 2#.@.202@, p. @',
      ];
    case 'bin':
      return [bin(roll)];
    case 'voen':
      // The last digit says a legal person.
      return ['@########1'];
    default:
      throw new RangeError(`no such place: ${kind}`);
  }
}

function isbn(roll: Roll): string {
  const twelve = digits(roll, '9789952######');
  const body = twelve.slice(0, 12);
  const sum = [...body].reduce((total, one, at) => total + Number(one) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body.slice(0, 3)}-${body.slice(3, 7)}-${body.slice(7, 10)}-${body.slice(10)}-${(10 - (sum % 10)) % 10}`;
}

/** A Kazakh business identification number: where an IIN has a day, it has 4 to 6 for the kind of legal person. */
function bin(roll: Roll): string {
  for (;;) {
    const eleven = digits(roll, `${two(5 + roll(20))}${two(1 + roll(12))}4#00####`).slice(0, 11);
    const control = controlOfTwelve(eleven);
    if (control !== undefined) return `${eleven}${control}`;
  }
}
