/** What texts are found by: folding, beginnings, bounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedTerms, termsOf, wordsOf } from '../../../src/publications/index.js';

const titled = (title: string) => ({ title, summary: null, text: null });

describe('folding', () => {
  test.each([
    ['az, four letters i', 'I ı İ i', 'i i i i'],
    ['az, what keyboards lack', 'Azərbaycan ÇÖRƏK güzəşt', 'azerbaycan corek guzest'],
    [
      'kk, as on a Russian keyboard',
      'Қазақстан Әділет ҮКІМЕТ һәм ңөұ',
      'казакстан адилет укимет хам ноу',
    ],
    ['ru, ё, and й stays', 'Ёлка учёт российский', 'елка учет российский'],
    ['ru, й written as two characters', 'росси\u0438\u0306', 'россий'],
    ['full-width letters', 'ＬＡＷ １２', 'law 12'],
    ['signs fall', '«закон» — <b>&amp;', 'закон b amp'],
  ])('%s', (_, text, folded) => {
    expect(wordsOf(text).join(' ')).toBe(folded);
  });
});

/** Whether a title in Azerbaijani or Kazakh is found by a word. */
const finds = (language: 'az' | 'kk', title: string, word: string): boolean => {
  const kept = new Set(termsOf(language, titled(title)));
  return askedTerms(word, language)[language].every((term) => kept.has(term));
};

describe('beginnings of words', () => {
  test.each([
    ['az', 'Miqrasiya haqqında', 'miqrasiyanın', true],
    ['az', 'Miqrasiyanın tənzimlənməsi', 'MİQRASİYA', true],
    ['az', 'Qeydiyyatın qaydaları', 'qeydiyyat', true],
    ['az', 'Yaşayış icazəsi', 'yasayis', true],
    ['az', 'Viza rejimi', 'viza', true],
    ['az', 'Vizalar', 'viza', true],
    ['az', 'İş', 'is', true],
    ['az', 'İşçi', 'iş', false],
    ['az', 'Miqrasiya', 'mühacir', false],
    ['kk', 'Көші-қон туралы заң', 'кошi', false],
    ['kk', 'Көші-қон туралы заңнама', 'көші қон заң', true],
    ['kk', 'Азаматтығы жоқ адамдар', 'азаматтық', true],
    ['kk', 'Тіркеу ережелері', 'тиркеу', true],
  ] as const)('%s: %s is found by %s: %s', (...[language, title, word, expected]) => {
    expect(finds(language, title, word)).toBe(expected);
  });
});

test('a search is bounded: eight words of so many characters', () => {
  const many = Array.from({ length: 1_000 }, (_, n) => `word${n}`).join(' ');
  expect(askedTerms(many, null).en).toHaveLength(8);
  expect(askedTerms('a'.repeat(100_000), 'ru').ru[0]).toHaveLength(32);
});

test('a text of words that are all different is kept within what PostgreSQL can hold', () => {
  const text = Array.from({ length: 30_000 }, (_, n) => `қ${n.toString(36).repeat(2)}`).join(' ');
  const bytes = termsOf('kk', { ...titled('a'), text }).reduce(
    (sum, term) => sum + Buffer.byteLength(term) + 8,
    0,
  );
  expect(bytes).toBeGreaterThan(150_000);
  expect(bytes).toBeLessThanOrEqual(200_000);
});

test('words hold letters, digits and nothing else, whatever is typed; a word finds its own text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const isWord = (word: string) => /^[\p{L}\p{N}]{1,32}$/u.test(word);
      expect(wordsOf(text).every(isWord)).toBe(true);
      const [first] = wordsOf(text);
      if (first !== undefined) expect(finds('az', text, first)).toBe(true);
    }),
    { numRuns: 20 },
  );
});
