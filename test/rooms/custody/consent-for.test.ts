/** Which consent covers an act, and why none does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Act,
  CONSENT_FAULTS,
  consentFor,
  isThirdParty,
  type OnwardTransferConsent,
  type PurposeChangeConsent,
  readConsent,
  type StandingConsent,
} from '../../../src/custody/index.js';
import { ITEMS, loadInstruments } from '../../../src/treaty/index.js';

const NOW = Date.UTC(2026, 10, 1);
const HOUR = 3_600_000;
const about = {
  kind: 'REQUEST',
  id: '00000000-0000-4000-8000-000000000001',
  digest: 'a'.repeat(64),
} as const;
const MOJ = { code: 'KZ-MOJ', name: 'Министерство юстиции' };

const onward: OnwardTransferConsent = {
  ...{ v: 1, kind: 'ONWARD_TRANSFER_CONSENT', id: about.id, matter: about.id, about },
  ...{ instrument: 'AZ-KZ-2019', provider: 'AZ-SMS', holder: 'KZ-MIA', recipient: MOJ },
  scope: { subjects: [1, 2], items: ['DATE_OF_BIRTH', 'SEX'] },
  ...{ purpose: 'READMISSION', until: NOW + 24 * HOUR },
  givenAt: new Date(NOW).toISOString(),
};
const { recipient: _, kind: __, ...common } = onward;
const change: PurposeChangeConsent = { ...common, kind: 'PURPOSE_CHANGE_CONSENT' };
const kept = (
  consent: StandingConsent['consent'],
  keptAt = NOW,
  withdrawnAt: number | null = null,
): StandingConsent => ({ consent, keptAt, withdrawnAt });

const act: Act = {
  ...{ kind: 'TRANSFER', provider: 'AZ-SMS', holder: 'KZ-MIA', about, purpose: 'READMISSION' },
  scope: { subjects: [1], items: ['DATE_OF_BIRTH'] },
  ...{ recipient: 'KZ-MOJ', at: NOW + HOUR },
};
const codeOf = (held: readonly StandingConsent[], wanted: Act) => {
  const answer = consentFor(held, wanted);
  return answer.covered ? null : answer.code;
};

describe('A-11.3 a transfer needs a prior consent for this recipient, these items and this purpose', () => {
  test.each<[string, Partial<Act>, StandingConsent | null, string | null]>([
    ['all of it as consented', {}, kept(onward), null],
    ['the first instant', { at: NOW }, kept(onward), null],
    ['the last instant', { at: onward.until - 1 }, kept(onward), null],
    ['no consent', {}, null, 'CONSENT_MISSING'],
    ['a consent to use, not to pass on', {}, kept(change), 'CONSENT_MISSING'],
    ['of another provider', {}, kept({ ...onward, provider: 'BE-IO' }), 'CONSENT_MISSING'],
    ['to another holder', {}, kept({ ...onward, holder: 'KZ-MLSPP' }), 'CONSENT_MISSING'],
    [
      'about another request',
      { about: { ...about, digest: 'b'.repeat(64) } },
      kept(onward),
      'CONSENT_MISSING',
    ],
    ['another recipient', { recipient: 'KZ-COURT' }, kept(onward), 'CONSENT_FOR_OTHER_RECIPIENT'],
    ['another purpose', { purpose: 'PERSON_DETECTION' }, kept(onward), 'CONSENT_FOR_OTHER_PURPOSE'],
    [
      'another person',
      { scope: { ...act.scope, subjects: [1, 3] } },
      kept(onward),
      'CONSENT_FOR_OTHER_SUBJECTS',
    ],
    [
      'one item more',
      { scope: { subjects: [1], items: ['SEX', 'PHOTOGRAPH'] } },
      kept(onward),
      'CONSENT_FOR_OTHER_ITEMS',
    ],
    ['before its withdrawal came', { at: NOW + HOUR }, kept(onward, NOW, NOW + HOUR + 1), null],
    [
      'from when its withdrawal came',
      { at: NOW + HOUR },
      kept(onward, NOW, NOW + HOUR),
      'CONSENT_WITHDRAWN',
    ],
    [
      'withdrawn before it came',
      { at: NOW + HOUR },
      kept(onward, NOW, NOW - HOUR),
      'CONSENT_WITHDRAWN',
    ],
    ['before it was given', { at: NOW - 1 }, kept(onward, NOW - HOUR), 'CONSENT_AFTER_ACT'],
    [
      'before it came, though dated back',
      { at: NOW + 1 },
      kept(onward, NOW + 2),
      'CONSENT_AFTER_ACT',
    ],
    ['at its end', { at: onward.until }, kept(onward), 'CONSENT_ENDED'],
    [
      'nothing at all',
      { scope: { subjects: [], items: [] } },
      kept(onward),
      'CONSENT_FOR_OTHER_SUBJECTS',
    ],
  ])('%s', (...[, wanted, consent, code]) => {
    expect(codeOf(consent === null ? [] : [consent], { ...act, ...wanted })).toBe(code);
  });

  test('two consents are not added up', () => {
    const halves = (['DATE_OF_BIRTH', 'SEX'] as const).map((item) =>
      kept({ ...onward, scope: { subjects: [1], items: [item] } }),
    );
    const both = { ...act, scope: onward.scope };
    expect(codeOf(halves, { ...both, scope: { subjects: [1], items: onward.scope.items } })).toBe(
      'CONSENT_FOR_OTHER_ITEMS',
    );
  });

  test('of several the nearest says why', () => {
    const far = kept({ ...onward, recipient: { ...MOJ, code: 'KZ-COURT' } });
    const near = kept({ ...onward, until: NOW + 1 });
    expect(codeOf([far, near], act)).toBe('CONSENT_ENDED');
    expect(codeOf([near, far], act)).toBe('CONSENT_ENDED');
  });

  test('whatever is asked, what is covered lies within one consent', () => {
    const scopes = fc.record({
      subjects: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
      items: fc.uniqueArray(fc.constantFrom(...ITEMS.slice(0, 6)), { minLength: 1 }),
    });
    const times = fc.integer({ min: NOW - HOUR, max: NOW + HOUR });
    fc.assert(
      fc.property(fc.array(fc.tuple(scopes, times, times)), scopes, times, (given, scope, at) => {
        const held = given.map(([consented, givenAt, keptAt]) =>
          kept({ ...onward, scope: consented, givenAt: new Date(givenAt).toISOString() }, keptAt),
        );
        const isCovered = given.some(
          ([consented, givenAt, keptAt]) =>
            scope.subjects.every((n) => consented.subjects.includes(n)) &&
            scope.items.every((item) => consented.items.includes(item)) &&
            at >= givenAt &&
            at >= keptAt,
        );
        const code = codeOf(held, { ...act, scope, at });
        expect(code === null).toBe(isCovered);
        if (code !== null) expect(CONSENT_FAULTS).toContain(code);
      }),
    );
  });
});

describe('A-11.2 a use for another purpose needs the provider’s consent', () => {
  const use: Act = { ...act, kind: 'USE', recipient: null };
  test.each<[string, StandingConsent, string | null]>([
    ['a consent to it', kept(change), null],
    ['a consent to a transfer', kept(onward), 'CONSENT_MISSING'],
    [
      'a consent to a third purpose',
      kept({ ...change, purpose: 'X' }),
      'CONSENT_FOR_OTHER_PURPOSE',
    ],
  ])('%s', (_case, consent, code) => {
    expect(codeOf([consent], use)).toBe(code);
  });
});

describe('A-11.3 who is a third party', () => {
  const instrument = loadInstruments().get('AZ-KZ-2019');
  test.each([
    ['AZ-SMS', false],
    ['KZ-MIA', false],
    ['KZ-MLSPP', false],
    ['KZ-MOJ', true],
    ['AZ-MIA', true],
    ['BE-IO', true],
  ])('%s: %s', (code, isThird) => {
    expect(isThirdParty(instrument ?? { parties: [] }, code)).toBe(isThird);
  });
});

describe('a consent is read strictly', () => {
  test.each([
    ['as it is', onward, true],
    ['the other kind', change, true],
    ['a member more', { ...onward, note: 'x' }, false],
    ['a transfer to nobody', { ...change, kind: 'ONWARD_TRANSFER_CONSENT' }, false],
    ['an unknown item', { ...onward, scope: { subjects: [1], items: ['SHOE_SIZE'] } }, false],
    ['no end', { ...onward, until: null }, false],
  ])('%s: %s', (_case, json, isGood) => {
    expect(readConsent(JSON.parse(JSON.stringify(json))).document !== null).toBe(isGood);
  });
});
