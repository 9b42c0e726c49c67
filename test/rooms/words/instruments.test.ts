/** A-15 The words of the faults of an act. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { LIFE_FAULT_CODES } from '../../../src/graph/life/faults.js';
import { INSTRUMENT_KEYS, instrumentWords } from '../../../src/words/index.js';

test('A-15 there is a text for every fault of an act, and for no other', () => {
  expect([...INSTRUMENT_KEYS.ACT].sort()).toEqual([...LIFE_FAULT_CODES].sort());
});

test.each(INSTRUMENT_KEYS.ACT)('A-15 no language borrows the text of another for %s', (key) => {
  const texts = LANGUAGES.map((language) => instrumentWords(language).ACT[key]);
  expect(new Set(texts).size).toBe(LANGUAGES.length);
  for (const text of texts) expect(text).toMatch(/^\S.*\.$/u);
});
