import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatInnerList,
  parseByteSequences,
  parseInnerLists,
} from '../../../../src/partner/http-signature/structured-fields.js';

describe('parseInnerLists', () => {
  it.each([
    'sorgu=()',
    'a=("@method" "x";req);created=1;nonce="a\\"b\\\\c"',
    'a=("x";req;key="b");n=-999999999999999, *b.c_d-e=();flag',
    'a=("");zero=0',
  ])('reads %s and writes it again', (text) => {
    const members = parseInnerLists(text);
    const written = [...(members ?? [])].map(([key, list]) => `${key}=${formatInnerList(list)}`);
    expect(written.join(', ')).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['a key alone', 'a'],
    ['no list', 'a='],
    ['a string', 'a="x"'],
    ['a byte sequence', 'a=:YQ==:'],
    ['a key in upper case', 'A=()'],
    ['a key that begins with a digit', '1=()'],
    ['a key of another script', 'а=()'],
    ['a key twice', 'a=(), a=()'],
    ['a parameter twice', 'a=();b=1;b=1'],
    ['a parameter of an item twice', 'a=("x";req;req)'],
    ['a comma without a space', 'a=(),b=()'],
    ['a tab behind the comma', 'a=(),\tb=()'],
    ['a comma at the end', 'a=(), '],
    ['a space before', ' a=()'],
    ['a space behind', 'a=() '],
    ['two spaces in the list', 'a=("x"  "y")'],
    ['a space at its beginning', 'a=( "x")'],
    ['a space at its end', 'a=("x" )'],
    ['no space between items', 'a=("x""y")'],
    ['a space behind a semicolon', 'a=(); b=1'],
    ['an open list', 'a=("x"'],
    ['an open string', 'a=("x)'],
    ['a list in a list', 'a=(("x"))'],
    ['a token as item', 'a=(x)'],
    ['a number as item', 'a=(1)'],
    ['a leading zero', 'a=();b=01'],
    ['a sign', 'a=();b=+1'],
    ['minus zero', 'a=();b=-0'],
    ['a decimal', 'a=();b=1.0'],
    ['an exponent', 'a=();b=1e3'],
    ['sixteen digits', 'a=();b=1234567890123456'],
    ['a boolean written out', 'a=();b=?1'],
    ['false', 'a=();b=?0'],
    ['a token as value', 'a=();b=c'],
    ['a date', 'a=();b=@1'],
    ['a display string', 'a=();b=%"x"'],
    ['a useless escape', 'a=("\\x")'],
    ['a line break in a string', 'a=("x\ny")'],
    ['a letter beyond ASCII', 'a=("ə")'],
    ['NUL', 'a=("\0")'],
    ['a second value', 'a=()b=()'],
  ])('refuses %s', (_, text) => expect(parseInnerLists(text)).toBeUndefined());

  it('reads nothing that it would write in another way', () => {
    const letters = [...'ab=();" ,\\1:?-0'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 24 }), (tail) => {
        const text = `a=(${tail}`;
        const members = parseInnerLists(text);
        if (members === undefined) return;
        const written = [...members].map(([key, list]) => `${key}=${formatInnerList(list)}`);
        expect(written.join(', ')).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it('does not write what no string carries', () => {
    const items = [{ value: 'ə', parameters: new Map() }];
    expect(() => formatInnerList({ items, parameters: new Map() })).toThrow(RangeError);
  });
});

describe('parseByteSequences', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const read = parseByteSequences(`a=${formatBytes(bytes)}`)?.get('a');
        expect(read && Uint8Array.from(read)).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['no colons', 'a=YQ=='],
    ['one colon', 'a=:YQ=='],
    ['no padding', 'a=:YQ:'],
    ['too much padding', 'a=:YWFh=:'],
    ['unused bits', 'a=:YR==:'],
    ['base64url', 'a=:-_-_:'],
    ['a space', 'a=:YQ= =:'],
    ['a parameter', 'a=:YQ==:;b'],
    ['a member twice', 'a=:YQ==:, a=:YQ==:'],
  ])('refuses %s', (_, text) => expect(parseByteSequences(text)).toBeUndefined());
});
