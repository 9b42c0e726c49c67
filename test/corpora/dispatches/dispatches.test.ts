import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chanceOf } from './chance.js';
import {
  belgianCardCheck,
  belgianCheck,
  containerCheck,
  iinCheck,
  iranianCheck,
  turkishCheck,
  zoneCheck,
} from './check-digits.js';
import { type Dispatch, dispatches } from './compose.js';
import { madeFile } from './make-dispatches.js';
import { MARKS } from './marks.js';
import { LANGUAGES } from './source.js';

const HALVES = ['planted', 'clean'] as const;
const planted = dispatches('planted');
const clean = dispatches('clean');

/** The signs themselves, whatever disguise they wear: letters that stand for figures are left. */
function bare(text: string): string {
  const cyrillic = 'АВСЕНКМОРТХавсенкмортх';
  const latin = 'ABCEHKMOPTXabcehkmoptx';
  return text
    .normalize('NFKC')
    .replace(/\u200B|\u200D|\u2060|\u00AD/g, '')
    .replace(/\n> /g, '\n')
    .replace(/./gu, (sign) => latin[cyrillic.indexOf(sign)] ?? sign)
    .replace(/[\s>№.-]|No(?=\d)/g, '')
    .toUpperCase();
}

const spans = (of: readonly Dispatch[], kind: string) =>
  of.flatMap(({ id, text, planted: all }) =>
    all
      .filter((one) => one.kind === kind)
      .map(({ from, to }) => ({ id, said: text.slice(from, to) })),
  );

describe('the files', () => {
  it.each(HALVES)('%s.ndjson is what the generator makes', (half) => {
    const file = readFileSync(new URL(`${half}.ndjson`, import.meta.url), 'utf8');
    expect(file).toBe(madeFile(half));
  });

  it.each(LANGUAGES)('%s has at least 130 different texts in each half', (language) => {
    for (const half of [planted, clean]) {
      const texts = half.filter((one) => one.language === language).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
      expect(texts.length).toBeGreaterThanOrEqual(130);
    }
  });

  it('has enough of each kind, in the planted half only', () => {
    expect(spans(planted, 'DOCUMENT_NUMBER').length).toBeGreaterThanOrEqual(500);
    expect(spans(planted, 'MRZ').length).toBeGreaterThanOrEqual(150);
    expect(spans(planted, 'NAME_AND_BIRTH_DATE').length).toBeGreaterThanOrEqual(250);
    expect(planted.filter((one) => one.planted.length === 0)).toEqual([]);
    expect(clean.flatMap((one) => one.planted)).toEqual([]);
  });

  it('leaves neither marks nor open places', () => {
    const left = [...planted, ...clean].filter(
      ({ text }) => text.match(MARKS) ?? /[{}]|\[\[|undefined/.test(text),
    );
    expect(left.map(({ id }) => id)).toEqual([]);
  });
});

describe('the spans', () => {
  it('do not overlap and have no blanks at their ends', () => {
    for (const { id, text, planted: all } of planted) {
      all.forEach(({ from, to }, at) => {
        const said = text.slice(from, to);
        expect(said.trim(), id).toBe(said);
        expect(from, id).toBeGreaterThanOrEqual(all[at - 1]?.to ?? 0);
      });
    }
  });

  it('are numbers of documents: one run of seven to fourteen signs, nothing alike right beside it', () => {
    for (const { id, text, planted: all } of planted) {
      for (const { from, to } of all.filter(({ kind }) => kind === 'DOCUMENT_NUMBER')) {
        expect(bare(text.slice(from, to)), id).toMatch(/^(?=.*\d)[A-Z0-9]{7,14}$/);
        expect(`${text.charAt(from - 1)} ${text.charAt(to)}`, id).not.toMatch(/[\p{L}\p{N}]/u);
      }
    }
  });

  it('are a name and a day or year of birth', () => {
    for (const { id, said } of spans(planted, 'NAME_AND_BIRTH_DATE')) {
      expect(said, id).toMatch(/\p{Lu}\p{L}/u);
      expect(said, id).toMatch(/(19[5-9]|200)\d/);
      expect(said.length, id).toBeLessThan(120);
    }
  });

  it('are whole zones, whose check digits are right', () => {
    let checked = 0;
    for (const { id, said } of spans(planted, 'MRZ')) {
      const zone = bare(said);
      expect([72, 88, 90], id).toContain(zone.length);
      expect(zone, id).toMatch(/^[PIV][A-Z<][A-Z]{3}[A-Z0-9<]+$/);
      const read = fieldsOf(zone).filter(([field, check]) => /^\d{7}$/.test(field + check));
      for (const [field, check] of read) expect(check, id).toBe(zoneCheck(field));
      checked += read.length;
    }
    expect(checked).toBeGreaterThan(250);
  });
});

/** Days of birth and expiry, each with its check digit. */
function fieldsOf(zone: string): [string, string][] {
  const start = zone.length === 90 ? 30 : zone.length / 2 + 13;
  return [start, start + 8].map((at) => [zone.slice(at, at + 6), zone.charAt(at + 6)]);
}

/** ICAO Doc 9303, parts 4 to 6, where `L898902C3` and `D23145890` are the numbers of the specimens. */
describe('check digits against published specimens', () => {
  it.each([
    ['L898902C3', '6'],
    ['740812', '2'],
    ['120415', '9'],
    ['ZE184226B<<<<<', '1'],
    ['L898902C3674081221204159ZE184226B<<<<<1', '0'],
    ['D23145890', '7'],
    ['D231458907<<<<<<<<<<<<<<<74081221204159<<<<<<<<<<<', '6'],
    ['D23145890774081221204159<<<<<<<', '6'],
  ])('ICAO Doc 9303: %s is followed by %s', (field, check) => {
    expect(zoneCheck(field)).toBe(check);
  });

  it('Belgian register number 85.07.30-033.28', () => {
    expect(belgianCheck('850730033', false)).toBe('28');
  });

  it('Belgian register number 17.07.30-033.84, of somebody born since 2000', () => {
    expect(belgianCheck('170730033', true)).toBe('84');
  });

  it('Belgian identity card 591-1917064-58', () => {
    expect(belgianCardCheck('5911917064')).toBe('58');
  });

  it('Turkish identity number 10000000146', () => {
    expect(turkishCheck('100000001')).toBe('46');
  });

  it('Iranian national code 0013542419', () => {
    expect(iranianCheck('001354241')).toBe('9');
  });

  it('IIN 061211600012', () => {
    expect(iinCheck('06121160001')).toBe('2');
  });

  it('container CSQU3054383', () => {
    expect(containerCheck('CSQU305438')).toBe('3');
  });
});

it('throws the same for the same seed, and otherwise for another', () => {
  const throws = (seed: number) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 8 }, () => chance.int(0, 99));
  };
  expect(throws(7)).toEqual(throws(7));
  expect(throws(7)).not.toEqual(throws(8));
});
