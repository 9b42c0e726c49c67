import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from '../../../src/base/index.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

const REFUSED: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', bytes('')],
  ['half an object', bytes('{"query":')],
  ['a byte order mark', bytes('\uFEFF{}')],
  ['a comment', bytes('{}//')],
  ['two values', bytes('{}{}')],
  ['single quotes', bytes("{'a':1}")],
  ['a trailing comma', bytes('[1,]')],
  ['NaN', bytes('NaN')],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22)],
  ['an overlong encoding', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22)],
  ['an encoded surrogate', Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ['UTF-16', Uint8Array.of(0x7b, 0x00, 0x7d, 0x00)],
  ['a member twice', bytes('{"query":"a","query":"b"}')],
  ['a member twice, once escaped', bytes('{"query":"a","\\u0071uery":"b"}')],
  ['a member twice, deep', bytes('{"a":[{"b":{"c":1,"d":{},"c":2}}]}')],
  ['a member twice, apart', bytes('{"a":{"x":[1,{"a":2}]} , "b":1, "a" : 3}')],
  ['__proto__ twice', bytes('{"__proto__":1,"__proto__":2}')],
  ['an empty name twice', bytes('{"":1,"":2}')],
  ['65 levels', bytes(nested(65))],
  ['100,000 levels', bytes(nested(100_000))],
];

const READ: readonly string[] = [
  '{}',
  ' [1, 2.5e3, true, null]\n',
  '"a:b"',
  '{"a":"\\"a\\":1,{[","b":"}"}',
  '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
  '{"a":"a","b":"a"}',
  nested(64),
  '{"a\\\\":"\\\\","b":"\\\\\\"","c":"\\"\\\\"}',
];

describe('parseStrictJson', () => {
  it.each(REFUSED)('refuses %s in constant words', (_name, input) => {
    expect(() => parseStrictJson(input)).toThrow(/^JSON: [a-zA-Z8, -]+$/);
    expect(() => parseStrictJson(input)).toThrow(SyntaxError);
  });

  it.each(READ)('reads %s as JSON.parse does', (text) => {
    expect(parseStrictJson(bytes(text))).toEqual(JSON.parse(text));
  });

  it('reads whatever JSON.stringify wrote', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(parseStrictJson(bytes(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads a text of many megabytes, and still finds a member twice behind it', () => {
    const long = JSON.stringify({ a: 'A'.repeat(12_000_000), b: '\\"'.repeat(1_000_000) });
    expect(parseStrictJson(bytes(long))).toHaveProperty('b');
    expect(() => parseStrictJson(bytes(`${long.slice(0, -1)},"a":1}`))).toThrow(/twice/);
  });

  it('never makes __proto__ anything but a member', () => {
    const value = parseStrictJson(bytes('{"__proto__":{"admin":true}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
