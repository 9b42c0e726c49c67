import { expect, test } from 'vitest';
import { narrow, policyVersion } from '../../../src/policy/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';

test('A-3.2 the version changes with one rule, and only then', () => {
  const instruments = [...loadInstruments().values()];
  const again = [...loadInstruments().values()];
  const agreement = loadInstruments().get('AZ-KZ-2019');
  const others = instruments.filter((one) => one !== agreement);
  if (agreement === undefined) throw new Error('no instrument');
  const narrowed = narrow(agreement, [{ purpose: 'PERSON_DETECTION', item: 'SEX' }]);
  expect(policyVersion(again)).toBe(policyVersion(instruments));
  expect(policyVersion([narrowed, ...others])).not.toBe(policyVersion(instruments));
});
