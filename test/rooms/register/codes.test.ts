import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import {
  asylumBodies,
  COUNTRY_CODES,
  isCountryCode,
  issuingBodies,
  issuingBodyOf,
  PROTECTED_STATUS_CODES,
} from '../../../src/register/index.js';
import { AUTHORITIES } from '../../../src/treaty/index.js';

describe('country codes', () => {
  it('are the 249 of ISO 3166-1 and what ICAO 9303-3 adds', () => {
    expect(
      [...COUNTRY_CODES].filter((code) => !/^(X|GB[DNOPS]|UN[AKO]|EUE)/.test(code)),
    ).toHaveLength(249);
    expect([...COUNTRY_CODES].every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  it.each(['AZE', 'KAZ', 'BEL', 'DEU', 'XXA', 'XXB', 'XXC', 'XXX', 'EUE', 'XBA', 'XEC', 'UNO'])(
    'hold %s',
    (code) => {
      expect(isCountryCode(code)).toBe(true);
    },
  );

  it.each(['D', 'D<<', 'aze', 'AZ', 'ZZZ', 'SUN', '', 'constructor'])('do not hold %j', (code) => {
    expect(isCountryCode(code)).toBe(false);
  });

  it('A-10.4c: the codes of refugees and stateless persons are marked', () => {
    expect(PROTECTED_STATUS_CODES).toEqual(['XXA', 'XXB', 'XXC']);
  });
});

describe('issuing bodies', () => {
  it('A-15: each has a name in every language', () => {
    for (const code of issuingBodies()) {
      const body = issuingBodyOf(code);
      for (const language of LANGUAGES) expect(body?.name[language]?.trim(), code).toBeTruthy();
    }
  });

  it('hold every competent authority under its own name', () => {
    for (const { code, name } of Object.values(AUTHORITIES)) {
      expect(issuingBodyOf(code)?.name).toEqual(name);
    }
  });

  it('A-10.4c: bodies of asylum are marked, and no other is', () => {
    const marked = issuingBodies().filter((code) => issuingBodyOf(code)?.asylum);
    expect(new Set(marked)).toEqual(new Set(asylumBodies()));
    expect(marked).toContain('AZ-SMS-ASYLUM');
    expect(marked).not.toContain('AZ-SMS');
  });

  it.each(['', 'NOBODY', 'constructor', '__proto__'])('know no names for %j', (code) => {
    expect(issuingBodyOf(code)).toBeUndefined();
  });
});
