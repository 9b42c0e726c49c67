import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable } from '../../../src/letters/printable.js';

const CASES: readonly (readonly [what: string, text: string, printed: string])[] = [
  ['Russian', 'Ёлкин Пётр, «№ 5» — 10 %', 'Ёлкин Пётр, «№ 5» — 10 %'],
  ['Kazakh', 'Әбілқасым Ғұмар Қаңтөре Һүснім', 'Әбілқасым Ғұмар Қаңтөре Һүснім'],
  ['Azerbaijani', 'Ələkbər İsmayıl oğlu Gülçöhrə Şıxı', 'Ələkbər İsmayıl oğlu Gülçöhrə Şıxı'],
  ['a letter in two parts', 'И\u0306', 'Й'],
  ['a line break', 'a\nb', 'a\nb'],
  ['a tab', 'a\tb', 'a b'],
  ['a control', 'a\u0000b\u001b', 'a[U+0000]b[U+001B]'],
  ['what turns writing round', '\u202e7654', '[U+202E]7654'],
  ['what is not seen', 'a\u200bb\u00adc\ufeff', 'a[U+200B]b[U+00AD]c[U+FEFF]'],
  ['a line separator', 'a\u2028b', 'a[U+2028]b'],
  ['another script', 'გ 王', '[U+10D2] [U+738B]'],
  ['beyond the basic plane', '😀', '[U+1F600]'],
  ['half a letter', 'a\ud800', 'a[U+D800]'],
  ['a pile of marks', `o${'\u0320'.repeat(4)}`, 'o\u0320\u0320[U+0320][U+0320]'],
];

describe('printable', () => {
  it.each(CASES)('writes %s', (_, text, printed) => {
    expect(printable(text)).toBe(printed);
  });

  it('gives nothing but visible characters of the repertoire, and once given stays', () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('e', '\u0301', '\u0320'), fc.string()),
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        const once = printable(any);
        expect(once).toMatch(/^(?:\n|[^\p{C}\p{Zl}\p{Zp}])*$/u);
        expect(printable(once)).toBe(once);
      }),
    );
  });
});
