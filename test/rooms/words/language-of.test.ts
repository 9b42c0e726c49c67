import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { languageOf } from '../../../src/words/index.js';

const CASES: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, undefined],
  ['', undefined],
  ['ru', 'ru'],
  ['RU', 'ru'],
  ['kk-KZ', 'kk'],
  ['az-Latn-AZ', 'az'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr, ru;q=0.5', 'ru'],
  ['ru;q=0.5, kk;q=0.8', 'kk'],
  ['ru;q=0.8, kk;q=0.8', 'ru'],
  ['ru;q=0', undefined],
  ['ru;q=0.000, az;q=0.001', 'az'],
  ['*', undefined],
  ['fr, *;q=0.5', undefined],
  ['ru;q=2', undefined],
  ['ru;q=NaN', undefined],
  ['ru;q=0.1234', undefined],
  ['ru_RU', undefined],
  ['russian', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
  [' ru ; q=0.3 ,\ten', 'en'],
  [`ru${',en'.repeat(400)}`, undefined],
];

describe('languageOf', () => {
  it.each(CASES)('reads %j as %j', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it('answers one of ours or none for any header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (header) => {
        expect([...LANGUAGES, undefined]).toContain(languageOf(header));
      }),
    );
  });
});
