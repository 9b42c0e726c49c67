import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, parseStrictJson } from '../../../src/base/index.js';

const folder = new URL('../../vectors/jcs/', import.meta.url);
const names = readdirSync(new URL('input', folder));
const read = (kind: string, name: string) => readFileSync(new URL(`${kind}/${name}`, folder));

/** ES6 numbers of RFC 8785 appendix B: the bits, and the text. */
const NUMBERS: readonly (readonly [string, string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

describe('canonicalJson', () => {
  it('has its vectors', () => expect(names).toHaveLength(6));

  it.each(names)('writes %s of RFC 8785 byte for byte', (name) => {
    const written = Buffer.from(canonicalJson(parseStrictJson(read('input', name))));
    expect(written).toEqual(read('output', name));
  });

  it.each(NUMBERS)('writes the number %s as %s', (bits, text) => {
    expect(canonicalJson(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate as a name', { '\udc00': 1 }],
    ['a lone surrogate, deep', [{ a: ['\ud83d'] }]],
  ])('does not write %s', (_, value) => expect(() => canonicalJson(value)).toThrow(RangeError));

  it('is read back as what was written, and written again the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = wellFormed(value) ? canonicalJson(value as Json) : undefined;
        if (text === undefined) return;
        expect(canonicalJson(parseStrictJson(Buffer.from(text)))).toBe(text);
      }),
    );
  });
});

const wellFormed = (value: unknown): boolean => !/\\ud[89a-f]/.test(JSON.stringify(value));
