import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkDigit } from '../../../../src/requests/document/check-digit.js';
import { readMrz } from '../../../../src/requests/document/mrz.js';

const ON = '2026-06-15';

/** Specimens printed in ICAO Doc 9303: part 4 appendix B, part 5 appendix B, part 11 appendix D.2. */
const PASSPORT =
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
const CARD =
  'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
const LONG_NUMBER =
  'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<';

const ERIKSSON = {
  issuer: 'UTO',
  nationality: 'UTO',
  surname: 'ERIKSSON',
  givenName: 'ANNA MARIA',
  dateOfBirth: '1974-08-12',
  sex: 'FEMALE',
  namesTruncated: false,
};

/** The passport with one text in the place of another, its check digits made right again. */
function passport(lines: { first?: string; second?: string }): string {
  const first = (lines.first ?? 'P<UTOERIKSSON<<ANNA<MARIA').padEnd(44, '<');
  const second = lines.second ?? 'L898902C3 UTO740812 F120415 ZE184226B<<<<< ';
  const checked = second.replace(/([A-Z0-9<]{9}) (...)(.{6}) (.)(.{6}) (.{14}) /, (...parts) => {
    const [number, state, birth, sex, expiry, optional] = parts.slice(1, 7).map(String);
    const digit = (field = '') => field + checkDigit(field);
    return digit(number) + state + digit(birth) + sex + digit(expiry) + digit(optional);
  });
  const over = checked.slice(0, 10) + checked.slice(13, 20) + checked.slice(21, 43);
  return `${first}\n${checked}${checkDigit(over)}`;
}

describe('machine readable zones', () => {
  test.each([
    {
      what: 'a passport',
      text: PASSPORT,
      zone: { ...ERIKSSON, form: 'TD3', documentCode: 'P', number: 'L898902C3' },
    },
    {
      what: 'a card',
      text: CARD,
      zone: { ...ERIKSSON, form: 'TD1', documentCode: 'I', number: 'D23145890' },
    },
    {
      what: 'a card with a long number',
      text: LONG_NUMBER,
      zone: {
        number: 'D23145890734',
        dateOfBirth: '1934-07-12',
        sex: 'MALE',
        surname: 'STEVENSON',
      },
    },
  ])('reads $what as ICAO prints it', ({ text, zone }) => {
    const read = readMrz(text, ON);
    expect(read.zone).toMatchObject(zone);
    expect(read.faults).toEqual([]);
  });

  it('reads it however it was pasted', () => {
    const pasted = [
      PASSPORT.replace('\n', ''),
      `  ${PASSPORT.toLowerCase()}\r\n`,
      PASSPORT.replace('\n', ' \t\n\n '),
    ];
    for (const text of pasted) expect(readMrz(text, ON)).toEqual(readMrz(PASSPORT, ON));
  });

  test.each([
    { what: 'nothing', text: '', code: 'MRZ_LENGTH' },
    { what: 'a line of two', text: PASSPORT.slice(0, 44), code: 'MRZ_LENGTH' },
    { what: 'a letter no zone has', text: PASSPORT.replace('ANNA', 'ANИA'), code: 'MRZ_CHARACTER' },
    { what: 'a digit in a name', text: PASSPORT.replace('ANNA', 'ANN0'), code: 'MRZ_CHARACTER' },
  ])('does not read $what', ({ text, code }) => {
    expect(readMrz(text, ON)).toEqual({ zone: null, faults: [{ code }] });
  });

  test.each([
    { field: 'number', change: ['L898902C36', 'L898902C46'] },
    { field: 'dateOfBirth', change: ['7408122F', '7408132F'] },
    { field: 'expiry', change: ['1204159', '1204169'] },
    { field: 'optional', change: ['ZE184226B', 'ZE184226C'] },
  ] as const)(
    'tells that the digit of $field is wrong, and reads on',
    ({ field, change: [from, to] }) => {
      const { zone, faults } = readMrz(PASSPORT.replace(from, to), ON);
      expect(faults).toContainEqual({ code: 'MRZ_CHECK_DIGIT', field });
      expect(zone?.surname).toBe('ERIKSSON');
    },
  );

  test.each([
    { what: 'a month that is none', birth: '741312', date: null, faults: [{ code: 'MRZ_DATE' }] },
    { what: 'letters', birth: 'AB0812', date: null, faults: [{ code: 'MRZ_DATE' }] },
    { what: 'an unknown day', birth: '7408<<', date: '1974-08', faults: [] },
    { what: 'an unknown month', birth: '74<<<<', date: '1974', faults: [] },
    { what: 'an unknown year', birth: '<<<<<<', date: null, faults: [] },
    { what: 'today', birth: '260615', date: '2026-06-15', faults: [] },
    { what: 'tomorrow', birth: '260616', date: '1926-06-16', faults: [] },
    { what: 'this year', birth: '26<<<<', date: '2026', faults: [] },
    { what: 'a leap day', birth: '000229', date: '2000-02-29', faults: [] },
  ])('birth: $what', ({ birth, date, faults }) => {
    const text = passport({ second: `L898902C3 UTO${birth} F120415 ZE184226B<<<<< ` });
    const read = readMrz(text, ON);
    expect(read.zone?.dateOfBirth).toBe(date);
    expect(read.faults).toEqual(faults);
  });

  it('tells a sex that is none, and takes a filler for one not stated', () => {
    const of = (sex: string) =>
      readMrz(passport({ second: `L898902C3 UTO740812 ${sex}120415 ZE184226B<<<<< ` }), ON);
    expect(of('<')).toMatchObject({ zone: { sex: 'NOT_KNOWN' }, faults: [] });
    expect(of('X').faults).toEqual([{ code: 'MRZ_SEX' }]);
  });

  test.each([
    {
      what: 'a name of one part',
      first: 'P<UTOERIKSSON',
      surname: 'ERIKSSON',
      givenName: '',
      namesTruncated: false,
    },
    {
      what: 'a surname of two words',
      first: 'P<UTOOLD<ERIKSSON<<ANNA',
      surname: 'OLD ERIKSSON',
      givenName: 'ANNA',
      namesTruncated: false,
    },
    {
      what: 'a German',
      first: 'P<D<<MUSTERMANN<<ERIKA',
      surname: 'MUSTERMANN',
      givenName: 'ERIKA',
      issuer: 'DEU',
      namesTruncated: false,
    },
    {
      what: 'a name to the end of its field',
      first: `P<UTOERIKSSON<<${'A'.repeat(29)}`,
      surname: 'ERIKSSON',
      givenName: 'A'.repeat(29),
      namesTruncated: true,
    },
  ])('$what', ({ what: _, first, ...zone }) => {
    expect(readMrz(passport({ first }), ON)).toMatchObject({ zone, faults: [] });
  });

  it('takes a filler as the digit of optional data that are not there', () => {
    const none = passport({ second: `L898902C3 UTO740812 F120415 ${'<'.repeat(14)} ` });
    const filled = `${none.slice(0, -2)}<${none.slice(-1)}`;
    expect(readMrz(none, ON).faults).toEqual([]);
    expect(readMrz(filled, ON).faults).toEqual([]);
    const wrong = `${none.slice(0, -2)}5${none.slice(-1)}`;
    expect(readMrz(wrong, ON).faults).toContainEqual({
      code: 'MRZ_CHECK_DIGIT',
      field: 'optional',
    });
  });

  it('finds every single wrong digit of number, birth and expiry', () => {
    const places = fc.constantFrom(0, 1, 4, 8, 13, 15, 18, 21, 24, 26);
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const [first = '', second = ''] = PASSPORT.split('\n');
        const old = second[place] ?? '';
        fc.pre(/\d/.test(old));
        const wrong =
          second.slice(0, place) + ((Number(old) + shift) % 10) + second.slice(place + 1);
        const { faults } = readMrz(first + wrong, ON);
        expect(faults.some(({ code }) => code === 'MRZ_CHECK_DIGIT')).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    const zones = fc
      .array(fc.constantFrom(...'ABZ019<'), { minLength: 90, maxLength: 90 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          zones,
          zones.map((zone) => zone.slice(2)),
        ),
        (text) => {
          const { zone, faults } = readMrz(text, ON);
          expect(zone === null ? faults.length : 1).toBe(1);
        },
      ),
    );
  });
});
