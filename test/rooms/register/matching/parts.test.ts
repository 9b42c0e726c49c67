import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BIRTH_AGREEMENTS, documentKeys } from '../../../../src/register/index.js';
import { birthAgreement } from '../../../../src/register/matching/birth-agreement.js';
import { similarity } from '../../../../src/register/matching/similarity.js';

describe('dates of birth', () => {
  it.each([
    ['1980-05-03', '1980-05-03', 'SAME'],
    ['1980', '1980', 'SAME'],
    ['1980', '1980-05-03', 'WITHIN'],
    ['1980-05', '1980-05-03', 'WITHIN'],
    ['1980-05-03', '1980', 'WITHIN'],
    ['1980-05-03', '1980-05', 'WITHIN'],
    ['1980-05-03', '1980-03-05', 'DAY_AND_MONTH_SWAPPED'],
    ['1980-05-03', '1981-05-03', 'ONE_PART_DIFFERS'],
    ['1980-05-03', '1980-06-03', 'ONE_PART_DIFFERS'],
    ['1980-05-03', '1980-05-30', 'ONE_PART_DIFFERS'],
    ['1980-05-03', '1981-05-30', 'DIFFERENT'],
    ['1980-05', '1980-06', 'DIFFERENT'],
    ['1980', '1981', 'DIFFERENT'],
    ['1980-05', '1981', 'DIFFERENT'],
    ['1980', '1981-01-01', 'DIFFERENT'],
    ['1980-05-03', null, 'NOT_KNOWN'],
    [null, '1980-05-03', 'NOT_STATED'],
    ['', '1980-05-03', 'NOT_STATED'],
    ['1980-02-30', '1980-02-30', 'NOT_STATED'],
  ] as const)('%s stated, %s recorded: %s', (stated, recorded, agreement) => {
    expect(birthAgreement(stated, recorded)).toBe(agreement);
    expect(BIRTH_AGREEMENTS).toContain(agreement);
  });
});

describe('document numbers', () => {
  it.each([
    [{ number: 'C 012-34567' }, ['C01234567']],
    [{ number: 'с01234567' }, ['C01234567']],
    [{ series: 'AZE', number: '1234567' }, ['AZE1234567', '1234567']],
    [{ series: 'АА', number: '1234567' }, ['AA1234567', '1234567']],
    [{ series: null, number: 'N01234567' }, ['N01234567']],
    [{ number: '12' }, []],
    [{ number: null }, []],
    [{ number: '№ \u0000' }, []],
  ])('%j is compared as %j', (document, keys) => {
    expect(documentKeys(document)).toEqual(keys);
  });

  it('O and 0 are different numbers', () => {
    expect(documentKeys({ number: 'CO123' })).not.toEqual(documentKeys({ number: 'C0123' }));
  });
});

describe('similarity', () => {
  it.each([
    ['alav', 'alav', 1],
    ['alav', 'laav', 0.75],
    ['alav', 'alv', 0.75],
    ['alav', 'kasim', 0.2],
    ['', '', 1],
    ['a', '', 0],
  ])('%s and %s: %d', (a, b, value) => {
    expect(similarity(a, b)).toBeCloseTo(value, 6);
  });

  it('is the same both ways, from 0 to 1, and 1 for the same text alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const value = similarity(a, b);
        expect(value).toBe(similarity(b, a));
        expect(value >= 0 && value <= 1).toBe(true);
        expect(value === 1).toBe(a === b);
      }),
    );
  });
});
