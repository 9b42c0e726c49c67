/** The corpus itself: as large as it must be, its offsets and check digits right, and made apart from the scanner. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf as corpusText } from './make-reports.js';
import { LANGUAGES, readMaterial } from './material.js';
import { checkDigit, linesOf, type Zone } from './mrz.js';
import { controlOfRegister, controlOfTurkish, controlOfTwelve } from './numbers.js';
import { PLANTED_KINDS } from './page.js';
import { readReports } from './reports.js';

const planted = readReports('planted');
const clean = readReports('clean');
const everyText = [...planted, ...clean];
const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const spans = planted.flatMap(({ language, text, planted: marks }) =>
  marks.map(({ kind, from, to }) => ({ language, kind, text: text.slice(from, to) })),
);
const written = (kind: string) => spans.filter((one) => one.kind === kind).map(({ text }) => text);

describe('B-3c the corpus of reports', () => {
  it.each(['planted', 'clean'] as const)('%s is what its maker makes', (half) => {
    expect(fileOf(`${half}.ndjson`)).toBe(corpusText(half));
  });

  it.each(LANGUAGES)('has 150 texts of each half in %s, from 40 frames', (language) => {
    const { frames } = readMaterial(language);
    expect(new Set(frames).size).toBe(40);
    for (const half of [planted, clean]) {
      expect(half.filter((report) => report.language === language)).toHaveLength(150);
    }
  });

  it('has every text and every id once, of 60 to 400 words', () => {
    expect(new Set(everyText.map(({ id }) => id)).size).toBe(everyText.length);
    expect(new Set(everyText.map(({ text }) => text)).size).toBe(everyText.length);
    for (const { text } of everyText) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(400);
      expect(text).not.toMatch(/[{}]|\[\[|\]\]|undefined/);
    }
  });

  it('marks something in every planted text, in order, apart and within it', () => {
    for (const { text, planted: marks } of planted) {
      expect(marks.length).toBeGreaterThan(0);
      let end = 0;
      for (const { from, to } of marks) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(clean.filter((report) => report.planted.length > 0)).toEqual([]);
  });

  it.each(LANGUAGES)('has every kind in %s often enough to count', (language) => {
    for (const kind of PLANTED_KINDS) {
      const count = spans.filter((one) => one.language === language && one.kind === kind).length;
      expect(count, kind).toBeGreaterThanOrEqual(30);
    }
  });

  it('holds no number of the planted half in the clean one', () => {
    const all = clean.map(({ text }) => text).join('\n');
    // Five characters and more: a shorter line of a broken number may be anywhere.
    const found = written('DOCUMENT_NUMBER').filter(
      (number) => number.length > 5 && all.includes(number),
    );
    expect(found).toEqual([]);
  });

  it('writes numbers and zones in every way that people do and hide behind', () => {
    const numbers = written('DOCUMENT_NUMBER');
    const ways: Readonly<Record<string, RegExp>> = {
      spaced: /^[A-Z]+ \d/,
      broken: /\n/,
      lowered: /^[a-z]+\d/,
      hyphened: /^[A-Z]+-\d/,
      'full width': /[０-９]/,
      'zero width': /\u200b/,
      'Cyrillic look-alikes': /[АВСЕНКМРТХУ]/,
      'letters for figures': /\d[OISB]|[OISB]\d{3}/,
    };
    for (const [way, form] of Object.entries(ways)) {
      expect(numbers.filter((number) => form.test(number)).length, way).toBeGreaterThanOrEqual(5);
    }
    const zones = written('MRZ');
    for (const form of [/^[A-Z0-9<]+\n[A-Z0-9<]+$/, /«/, /[a-z]/, /＜/, /\n> /, /\n\n/]) {
      expect(zones.filter((zone) => form.test(zone)).length, String(form)).toBeGreaterThanOrEqual(
        3,
      );
    }
  });

  it.each(
    readdirSync(new URL('.', import.meta.url)).filter((name) => /^(?!.*test).*\.ts$/.test(name)),
  )('%s knows nothing of src', (file) => {
    expect(fileOf(file)).not.toMatch(/from '[^']*src\//);
  });
});

describe('check digits', () => {
  const anna = {
    issuer: 'UTO',
    names: 'ERIKSSON<<ANNA<MARIA',
    nationality: 'UTO',
    born: '740812',
    sex: 'F',
    expires: '120415',
  } as const;

  it.each<[Zone, readonly string[]]>([
    [
      { ...anna, form: 'TD3', code: 'P', number: 'L898902C3', optional: 'ZE184226B' },
      [
        'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
        'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
      ],
    ],
    [
      { ...anna, form: 'TD1', code: 'I', number: 'D23145890', optional: '' },
      [
        'I<UTOD231458907<<<<<<<<<<<<<<<',
        '7408122F1204159UTO<<<<<<<<<<<6',
        'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
      ],
    ],
    [
      { ...anna, form: 'TD2', code: 'I', number: 'D23145890', optional: '' },
      ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'],
    ],
    [
      {
        ...anna,
        form: 'MRV-A',
        code: 'V',
        number: 'L8988901C',
        nationality: 'XXX',
        born: '400907',
        expires: '961210',
        optional: '6ZE184226B',
      },
      [
        'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
        'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
      ],
    ],
  ])('are those of the specimens of Doc 9303: %j', (zone, lines) => {
    expect(linesOf(zone)).toEqual(lines);
  });

  it('are right in every zone that is written as printed', () => {
    const zones = written('MRZ').map((zone) => zone.split(/\s(?:> | +)?/));
    const figures = ([first = '', second = '', third]: readonly string[]) =>
      third === undefined ? second : first.slice(5) + second;
    // `GEO` is the one code of a state with a letter that a scanner takes for a figure.
    const printed = zones.filter(
      (lines) =>
        lines.every((line) => /^[A-Z0-9<]{30,44}$/.test(line)) &&
        !/[OI]/.test(figures(lines).replaceAll('GEO', '')),
    );
    expect(printed.length).toBeGreaterThan(zones.length / 2);
    for (const lines of printed) {
      const [first = '', second = ''] = lines;
      const [number, born, expires] =
        lines.length === 3
          ? [first.slice(5, 15), second.slice(0, 7), second.slice(8, 15)]
          : [second.slice(0, 10), second.slice(13, 20), second.slice(21, 28)];
      for (const field of [number, born, expires]) {
        expect(checkDigit(field?.slice(0, -1) ?? ''), lines.join('\n')).toBe(field?.slice(-1));
      }
    }
  });

  // Published examples: two numbers of legal persons, a register number, and the number of test cards.
  it.each([
    ['IIN and BIN', String(controlOfTwelve('93074000013')), '7'],
    ['IIN and BIN', String(controlOfTwelve('97074000101')), '3'],
    ['register number', controlOfRegister('930518223', { year: 1993 }), '61'],
    ['Turkish number', controlOfTurkish('100000001'), '46'],
  ])('of the %s are those of published examples', (_, made, right) => {
    expect(made).toBe(right);
  });

  it('are right in every IIN and register number that is written as printed', () => {
    const numbers = written('DOCUMENT_NUMBER');
    const iins = numbers.filter((number) => /^\d{2}(0\d|1[0-2])[0-3]\d[3-6]\d{5}$/.test(number));
    const registered = numbers.filter((number) => /^\d\d\.\d\d\.\d\d-\d{3}\.\d\d$/.test(number));
    expect(Math.min(iins.length, registered.length)).toBeGreaterThanOrEqual(10);
    for (const iin of iins) expect(String(controlOfTwelve(iin.slice(0, 11)))).toBe(iin.slice(11));
    for (const number of registered) {
      const all = number.replace(/\D/g, '');
      const controls = [1999, 2000].map((year) => controlOfRegister(all.slice(0, 9), { year }));
      expect(controls).toContain(all.slice(9));
    }
  });
});
