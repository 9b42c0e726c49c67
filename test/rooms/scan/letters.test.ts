/** B-3c The scanner's own class of letters is that of Unicode for all that our languages are written in. */
import { expect, test } from 'vitest';
import { lettered } from '../../../src/scan/letters.js';

const upTo = (last: number): readonly string[] =>
  Array.from({ length: last }, (_, code) => String.fromCharCode(code)).filter(
    (one) => !/\p{Cn}/u.test(one),
  );
/** Latin, Greek, Cyrillic, Armenian. */
const CHARACTERS = upTo(0x590);

test.each([
  ['alone', /^\p{L}$/u],
  ['turned round', /^\P{L}$/u],
  ['in a class', /^[\p{L}\p{N}_]$/u],
  ['in a class turned round', /^[^\p{L}\d]$/u],
  ['behind a bracket that is none', /^(?:\[|\p{L}|[)])$/u],
])('a letter %s', (_, form) => {
  const cheap = lettered(form);
  expect(CHARACTERS.filter((one) => cheap.test(one))).toEqual(
    CHARACTERS.filter((one) => form.test(one)),
  );
});

test.each([
  ...['ẞ', 'ạ', 'א', 'ع', 'ی', 'अ', 'ა', '字', 'カ', '한'].map((one) => [one, true] as const),
  ...['،', '۔', '。', '、', '“', '—', '№', '…', '•', '€', '\ud83d'].map(
    (one) => [one, false] as const,
  ),
])('%j is a letter: %s', (one, isLetter) => {
  expect(lettered(/^\p{L}$/u).test(one)).toBe(isLetter);
});
