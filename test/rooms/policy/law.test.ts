import { describe, expect, test } from 'vitest';
import { readLaw } from '../../../src/policy/index.js';

describe('the law as an authority applies it', () => {
  const production = { settings: new Map(), grantUnconfirmed: false };

  test('production grants nothing on an unconfirmed text, and still shows it', () => {
    const law = readLaw(production);
    expect([...law.granting.keys()]).toEqual(['AZ-BE-2019', 'AZ-KZ-2019']);
    expect([...law.instruments.keys()]).toContain('EU-AZ-2014');
    expect(law.unconfirmed).toEqual(['EU-AZ-2014']);
  });

  test('until the operator confirms it', () => {
    const settings = new Map([['EU-AZ-2014', { status: { confirmed: true }, closings: [] }]]);
    const law = readLaw({ ...production, settings });
    expect(law.granting.has('EU-AZ-2014')).toBe(true);
    expect(law.unconfirmed).toEqual([]);
  });

  test('A-1.1 closings are taken out of what is granted and of what is shown', () => {
    const closing = { purpose: 'PERSON_DETECTION', item: 'SEX' } as const;
    const settings = new Map([['AZ-KZ-2019', { status: {}, closings: [closing] }]]);
    const law = readLaw({ ...production, settings });
    for (const instruments of [law.granting, law.instruments]) {
      expect(instruments.get('AZ-KZ-2019')?.opens.get('PERSON_DETECTION')?.has('SEX')).toBe(false);
    }
  });
});
