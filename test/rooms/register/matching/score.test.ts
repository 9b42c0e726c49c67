import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  DOCUMENT_AGREEMENTS,
  type Explanation,
  type Identification,
  NAME_AGREEMENTS,
  rank,
  score,
} from '../../../../src/register/index.js';

const candidate: Candidate = {
  person: 'P-1',
  names: [
    { surname: 'Касымов', givenName: 'Ерлан', patronymic: 'Нурланович', other: false },
    { surname: 'Қасымов', givenName: 'Ерлан', patronymic: 'Нұрланұлы', other: false },
    { surname: 'Ковалёв', givenName: 'Ерлан', other: true },
  ],
  dateOfBirth: '1980-05-03',
  documents: ['N01234567', '01234567'],
};
const asking = (change: Partial<Identification>): Identification => ({
  names: [{ surname: 'Касымов', givenName: 'Ерлан' }],
  dateOfBirth: '1980-05-03',
  ...change,
});
const named = (surname: string, givenName?: string, patronymic?: string) =>
  asking({ names: [{ surname, givenName, patronymic }] });

describe('a score is explained part by part', () => {
  it.each<[string, Identification, Partial<Explanation>]>([
    [
      'the same letters',
      named('Касымов', 'Ерлан', 'Нурланович'),
      {
        surname: 'SAME_LETTERS',
        givenName: 'SAME_LETTERS',
        patronymic: 'SAME_LETTERS',
        name: 'CURRENT',
        order: 'AS_STATED',
        dateOfBirth: 'SAME',
        document: 'NOT_STATED',
      },
    ],
    ['letters by the declared table', named('KASYMOV', 'ERLAN'), { surname: 'SAME_LETTERS' }],
    [
      'another spelling',
      named('Qassymov', 'Yerlan'),
      { surname: 'SAME_SOUND', givenName: 'SAME_SOUND' },
    ],
    [
      'the other patronymic form',
      named('Касымов', 'Ерлан', 'Nurlan oglu'),
      { patronymic: 'SAME_SOUND' },
    ],
    ['another vowel', named('Касумов', 'Ерлан'), { surname: 'SAME_KEY' }],
    ['the form of the other sex', named('Касымова', 'Ерлан'), { surname: 'SAME_KEY' }],
    ['a slip', named('Касмоыв', 'Елран'), { surname: 'SAME_KEY', givenName: 'CLOSE' }],
    ['another name', named('Дьячков', 'Ерлан'), { surname: 'DIFFERENT' }],
    ['no given name', named('Касымов'), { givenName: 'NOT_STATED' }],
    ['swapped', named('Ерлан', 'Касымов'), { order: 'SWAPPED', surname: 'SAME_LETTERS' }],
    ['a former name', named('Ковалев', 'Ерлан'), { name: 'OTHER', surname: 'SAME_LETTERS' }],
    ['two given names', named('Касымов', 'Ерлан Нурлан'), { givenName: 'PART' }],
    ['a year alone', asking({ dateOfBirth: '1980' }), { dateOfBirth: 'WITHIN' }],
    ['no date', asking({ dateOfBirth: null }), { dateOfBirth: 'NOT_STATED' }],
    ['a number', asking({ documents: [{ number: 'N 01234567' }] }), { document: 'SAME_NUMBER' }],
    ['another number', asking({ documents: [{ number: 'N99999999' }] }), { document: 'DIFFERENT' }],
  ])('%s', (_, identification, expected) => {
    const { explanation } = score(identification, candidate);
    expect(explanation).toMatchObject(expected);
    expect(NAME_AGREEMENTS).toContain(explanation.surname);
    expect(DOCUMENT_AGREEMENTS).toContain(explanation.document);
  });

  it('never holds a value of the register', () => {
    const text = JSON.stringify(score(named('Ковалев', 'Ерлан'), candidate));
    expect(text).not.toMatch(/[а-яё]|\d{4}-/iu);
  });

  it.each([
    [named('Касымов', 'Ерлан', 'Нурланович'), named('Касымов', 'Ерлан', 'Асанович')],
    [named('Касымов', 'Ерлан'), named('Касумов', 'Ерлан')],
    [named('Касумов', 'Ерлан'), named('Касимбеков', 'Ерлан')],
    [named('Касымов', 'Ерлан'), named('Ерлан', 'Касымов')],
    [named('Касымов', 'Ерлан'), asking({ dateOfBirth: '1980' })],
    [asking({ dateOfBirth: '1980' }), asking({ dateOfBirth: '1980-03-05' })],
    [asking({ dateOfBirth: '1980-03-05' }), asking({ dateOfBirth: '1981-05-03' })],
    [asking({ dateOfBirth: '1981-05-03' }), asking({ dateOfBirth: '1991-07-13' })],
    [
      asking({ documents: [{ number: 'N01234567' }] }),
      asking({ documents: [{ number: 'N99999999' }] }),
    ],
  ])('%#: the nearer one scores more', (nearer, farther) => {
    expect(score(nearer, candidate).score).toBeGreaterThan(score(farther, candidate).score);
  });

  it('a candidate of whom the register knows less scores less than one who agrees, more than one who does not', () => {
    const unknown = { ...candidate, dateOfBirth: null };
    const other = { ...candidate, dateOfBirth: '1991-07-13' };
    const [full, less, least] = [candidate, unknown, other].map(
      (one) => score(asking({}), one).score,
    );
    expect(full).toBeGreaterThan(less ?? 1);
    expect(less).toBeGreaterThan(least ?? 1);
  });

  it('the best of several stated names counts', () => {
    const names = [{ surname: 'Дьячков' }, { surname: 'KASYMOV', givenName: 'ERLAN' }];
    expect(score(asking({ names }), candidate).score).toBe(1);
  });

  it('nothing stated is no score', () => {
    expect(score({ names: [] }, candidate).score).toBe(0);
    expect(score({ names: [{}] }, { ...candidate, names: [] }).score).toBe(0);
  });

  it('is from 0 to 1, whatever comes', () => {
    const part = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    const name = fc.record({ surname: part, givenName: part, patronymic: part });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), part, part, (names, birth, number) => {
        const documents = number === undefined ? [] : [{ number }];
        const { score: value } = score({ names, dateOfBirth: birth, documents }, candidate);
        expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });
});

describe('ranking', () => {
  const others = Array.from({ length: 6 }, (_, at) => ({ ...candidate, person: `P-${at + 2}` }));
  const far = { ...candidate, person: 'P-0', names: [{ surname: 'Дьячков', other: false }] };

  it('is by score, then by the register’s key, whatever order they come in', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([far, ...others, candidate], { minLength: 8 }),
        (shuffled) => {
          const ranked = rank(asking({}), shuffled, 10).map(({ candidate: { person } }) => person);
          expect(ranked).toEqual(['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6', 'P-7', 'P-0']);
        },
      ),
    );
  });

  it('gives no more than are wanted', () => {
    expect(rank(asking({}), others, 2).map((one) => one.candidate.person)).toEqual(['P-2', 'P-3']);
  });
});
