/** The corpus itself: what its generator makes, with spans that hold what they say and check digits that are right. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as check from './check-digits.js';
import { fieldNotes, ndjson } from './make-field-notes.js';
import { LANGUAGES } from './people.js';
import { KINDS, type Kind } from './spans.js';
import { td1, td2, td3, visa } from './zones.js';

const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const { planted, clean } = fieldNotes();

const spansOf = (kind: Kind): string[] =>
  planted.flatMap(({ text, planted: spans }) =>
    spans.filter((span) => span.kind === kind).map(({ from, to }) => text.slice(from, to)),
  );

const CYRILLIC = 'АВСЕНКМОРТХУ';
/** Without disguise: capital Latin letters, figures and fillers alone. */
const bare = (text: string): string =>
  text
    .replace(/№|^> ?/gm, '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[А-Я]/g, (one) => 'ABCEHKMOPTXY'.charAt(CYRILLIC.indexOf(one)))
    .replaceAll('«', '<<')
    .replace(/[^A-Z0-9<]/g, '');

it.each(['planted', 'clean'] as const)('%s.ndjson is what its generator makes', (half) => {
  expect(fileOf(`${half}.ndjson`)).toBe(ndjson({ planted, clean }[half]));
});

it('has the texts and spans that are asked for, none in the clean half, and no text twice', () => {
  const texts = [...planted, ...clean];
  expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
  for (const half of [planted, clean]) {
    expect(half.length).toBeGreaterThanOrEqual(520);
    for (const language of LANGUAGES) {
      expect(half.filter((note) => note.language === language).length).toBeGreaterThanOrEqual(130);
    }
  }
  expect(planted.filter((note) => note.planted.length === 0)).toEqual([]);
  expect(clean.filter((note) => note.planted.length > 0)).toEqual([]);
  const least = { DOCUMENT_NUMBER: 500, MRZ: 150, NAME_AND_BIRTH_DATE: 250 };
  for (const kind of KINDS) expect(spansOf(kind).length).toBeGreaterThanOrEqual(least[kind]);
});

it('has spans that follow one another and leave no mark behind', () => {
  for (const { text, planted: spans } of planted) {
    expect(text).not.toMatch(/[\ue000-\ue00f{}]/);
    let end = 0;
    for (const { from, to } of spans) {
      expect(from).toBeGreaterThanOrEqual(end);
      expect(to).toBeGreaterThan(from);
      end = to;
    }
    expect(end).toBeLessThanOrEqual(text.length);
  }
});

// Letters that a scanner reads for figures.
const FIGURE = '[0-9OISB]';
const NUMBER = new RegExp(
  `^(?:[A-Z]{1,3}${FIGURE}{6,9}|${FIGURE}{2}[A-Z]{2}${FIGURE}{5}|A${FIGURE}{2}[A-Z]${FIGURE}{5}|${FIGURE}{8,9}|${FIGURE}{11,13}|[1-9][A-HJ-NP-Z0-9]{6})$`,
);

it('has numbers of documents from the series to the last figure', () => {
  for (const span of spansOf('DOCUMENT_NUMBER')) {
    expect(bare(span)).toMatch(NUMBER);
    expect(span).toBe(span.trim());
  }
});

const isRegister = (eleven: string): boolean =>
  [true, false].some((late) => check.belgianRest(eleven.slice(0, 9), late) === eleven.slice(9));
const isTurkish = (eleven: string): boolean =>
  check.turkishRest(eleven.slice(0, 9)) === eleven.slice(9);
const isKazakh = (twelve: string): boolean =>
  check.kazakhDigit(twelve.slice(0, 11)) === twelve.slice(11);
const isBelgianCard = (twelve: string): boolean =>
  (Number(twelve.slice(0, 10)) % 97 || 97) === Number(twelve.slice(10));

it('has numbers for life whose check digits are right', () => {
  const numbers = spansOf('DOCUMENT_NUMBER').map(bare);
  const elevens = numbers.filter((one) => /^\d{11}$/.test(one));
  const twelves = numbers.filter((one) => /^\d{12}$/.test(one));
  expect(elevens.length).toBeGreaterThan(20);
  expect(twelves.length).toBeGreaterThan(20);
  expect(elevens.filter((one) => !isRegister(one) && !isTurkish(one))).toEqual([]);
  expect(twelves.filter((one) => !isKazakh(one) && !isBelgianCard(one))).toEqual([]);
});

it('has a name and a year of birth at the two ends of a span', () => {
  for (const span of spansOf('NAME_AND_BIRTH_DATE')) {
    expect(span).toMatch(/(?:19|20)\d\d/);
    expect(span).toMatch(/^\p{Lu}|\p{L}$/u);
    expect(span).toMatch(/^\d|\d$|жылғы\s\d/u);
  }
});

/** Fields and their digits, by where they stand in a zone of so many characters without its breaks. */
function checkedFields(zone: string): [field: string, digit: string][] {
  const cut = (from: number, length: number): [string, string] => [
    zone.slice(from, from + length),
    zone.charAt(from + length),
  ];
  if (zone.length === 90) {
    const long = zone.charAt(14) === '<';
    const rest = zone.slice(15, 30).replace(/<+$/, '');
    const number: [string, string] = long
      ? [`${zone.slice(5, 14)}${rest.slice(0, -1)}`, rest.slice(-1)]
      : cut(5, 9);
    const whole = `${zone.slice(5, 30)}${zone.slice(30, 37)}${zone.slice(38, 45)}${zone.slice(48, 59)}`;
    return [number, cut(30, 6), cut(38, 6), [whole, zone.charAt(59)]];
  }
  const at = zone.length / 2;
  const fields = [cut(at, 9), cut(at + 13, 6), cut(at + 21, 6)];
  if (zone.startsWith('V')) return fields;
  const end = zone.length - 1;
  const whole = `${zone.slice(at, at + 10)}${zone.slice(at + 13, at + 20)}${zone.slice(at + 21, end)}`;
  return [...fields, [whole, zone.charAt(end)]];
}

it('has whole zones whose check digits are right', () => {
  const zones = spansOf('MRZ').map(bare);
  expect(zones.filter(({ length }) => ![72, 88, 90].includes(length))).toEqual([]);
  const misread = (zone: string) =>
    checkedFields(zone).some(([field, digit]) =>
      /[OISB]/.test(`${digit}${field.length === 6 ? field : ''}`),
    );
  const readable = zones.filter((zone) => !misread(zone));
  expect(readable.length).toBeGreaterThan(zones.length * 0.8);
  for (const zone of readable) {
    for (const [field, digit] of checkedFields(zone)) expect(check.icaoDigit(field)).toBe(digit);
  }
});

describe('published specimens', () => {
  const ANNA = {
    issuer: 'UTO',
    names: 'ERIKSSON<<ANNA<MARIA',
    nationality: 'UTO',
    born: '740812',
    sex: 'F',
    expires: '120415',
    optional: '',
  };

  it('zones: ICAO Doc 9303, parts 4 to 7', () => {
    const passport = { ...ANNA, code: 'P<', number: 'L898902C3', optional: 'ZE184226B' };
    expect(td3(passport)[1]).toBe('L898902C36UTO7408122F1204159ZE184226B<<<<<10');
    expect(td1({ ...ANNA, code: 'I<', number: 'D23145890' })).toEqual([
      'I<UTOD231458907<<<<<<<<<<<<<<<',
      '7408122F1204159UTO<<<<<<<<<<<6',
      'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
    ]);
    expect(td2({ ...ANNA, code: 'I<', number: 'D23145890' })).toEqual([
      'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<',
      'D231458907UTO7408122F1204159<<<<<<<6',
    ]);
    const sticker = { ...ANNA, nationality: 'XXX', born: '400907', expires: '961210' };
    const ofVisa = { ...sticker, code: 'V<', number: 'L8988901C' };
    expect(visa({ ...ofVisa, optional: '6ZE184226B' }, 44)[1]).toBe(
      'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
    );
    expect(visa(ofVisa, 36)[1]).toBe('L8988901C4XXX4009078F9612109<<<<<<<<');
  });

  it('a card whose number is longer than its field: the specimen of the Belgian card', () => {
    expect(check.icaoDigit('000590448930')).toBe('2');
    expect(td1({ ...ANNA, code: 'ID', issuer: 'BEL', number: '000590448930' })[0]).toBe(
      'IDBEL000590448<9302<<<<<<<<<<<',
    );
  });

  it.each([
    ['BIN, which the rule of the IIN is for too', check.kazakhDigit('97124000131'), '5'],
    ['BIN of another bank', check.kazakhDigit('94014000038'), '5'],
    ['Belgian register number', check.belgianRest('850730033', false), '28'],
    ['Belgian register number from 2000 on', check.belgianRest('170730033', true), '84'],
    ['Turkish identity number', check.turkishRest('100000001'), '46'],
    ['Turkish identity number for trying out forms', check.turkishRest('191919191'), '90'],
    ['container, ISO 6346', check.containerDigit('CSQU305438'), '3'],
    ['ship', check.shipDigit('907472'), '9'],
    ['IBAN of Azerbaijan', check.ibanDigits('AZ', 'NABZ00000000137010001944'), '21'],
    ['IBAN of Kazakhstan', check.ibanDigits('KZ', '125KZT5004100100'), '86'],
  ])('%s', (_, digits, published) => {
    expect(digits).toBe(published);
  });
});

it.each(readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.ts')))(
  '%s knows neither src nor the other corpus',
  (name) => {
    const beside = / from '([./a-z:-]+)'/g;
    const known = [...fileOf(name).matchAll(beside)].map(([, from]) => from);
    expect(
      known.filter((from) => !from?.match(/^(?:\.\/[a-z-]+\.js|node:[a-z:]+|vitest)$/)),
    ).toEqual([]);
  },
);
