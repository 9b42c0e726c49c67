/** A-15 The explorer names purposes as their instruments do, in each language. */
import { expect, test } from 'vitest';
import names from '../../../schema/purposes.json' with { type: 'json' };
import { LANGUAGES } from '../../../src/base/index.js';
import { nameOfPurpose, PURPOSES } from '../../../src/treaty/index.js';

test('A-15 the file of their names is what the instruments say', () => {
  expect(names).toEqual(Object.fromEntries(PURPOSES.map((one) => [one, nameOfPurpose(one)])));
  for (const name of Object.values(names))
    expect(Object.keys(name).sort()).toEqual([...LANGUAGES].sort());
});
