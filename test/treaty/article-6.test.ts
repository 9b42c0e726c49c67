/** Article 6: a closed list of thirteen items, no more and no less. The whole matrix: test/journeys/matrix. */
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basisOf, COORDINATES_OF, ITEMS, loadInstruments } from '../../src/treaty/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person, withheldOf } from '../support/people.js';
import { emittedSchema } from '../support/selections.js';

const agreement = loadInstruments().get('AZ-KZ-2019');
if (agreement === undefined) throw new Error('AZ-KZ-2019 did not load');

let gateway: TestGateway;
beforeAll(async () => {
  const card = { mediaType: 'image/png', content: 'AAAA' };
  gateway = await startGateway({
    requests: [],
    people: [
      person('full', {
        nameCyrillic: { surname: 'Тестова', origin: 'AS_WRITTEN' },
        nameLatin: { surname: 'TESTOVA', origin: 'TRANSLITERATED', transliteration: 'ICAO-9303-3' },
        searchNames: [{ script: 'kk-Cyrl', surname: 'Тестқызы' }],
        sex: 'FEMALE',
        placeOfBirth: 'Алматы',
        photograph: card,
        fingerprintCard: card,
        administrativeLiability: [{ stage: 'CHARGED', on: '2026-01-02', provision: 'A1' }],
        criminalLiability: [
          { stage: 'CONVICTED', on: '2020', provision: 'C-SPENT', spent: true },
          { stage: 'ACQUITTED', on: '2021', provision: 'C2' },
        ],
      }),
      person('none', {
        fingerprintCard: null,
        administrativeLiability: [],
        criminalLiability: null,
      }),
      person('child', { dateOfBirth: '2012-05-05', photograph: card }),
    ],
  });
});
afterAll(() => gateway.close());

test('A-6.1–6.13 the personal fields reachable are the 13 items, 5(1)(3) and 5(2)', () => {
  const clauses = new Set(ITEMS.flatMap((item) => basisOf(agreement, item)));
  const six = Array.from({ length: 13 }, (_, i) => `6(${i + 1})`);
  const five = ['5(1)(1)', '5(1)(2)', '5(1)(3)', '5(1)(4)', '5(2)'];
  expect([...clauses].sort()).toEqual([...six, ...five].sort());
});

test('A-6.1–6.13 every field of Person but its id is guarded: nothing personal stands outside the list', () => {
  const type = emittedSchema().getType('Person');
  const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
  const guarded = new Set<string>(ITEMS.flatMap((item) => [...COORDINATES_OF[item]]));
  expect(fields.filter((name) => !guarded.has(`Person.${name}`))).toEqual(['id']);
});

test('A-6.6 document type and expiry have no clause in the agreement', () => {
  expect(basisOf(agreement, 'DOCUMENT_DETAILS')).toEqual([]);
});

test('A-6.1 detail: two scripts, each with its source; search forms are never shown', async () => {
  const selection =
    'nameCyrillic { surname origin transliteration } nameLatin { surname origin transliteration }';
  const reply = await askOn(gateway, {
    plan: { purpose: 'IDENTITY_ESTABLISHMENT', people: ['full'] },
    selection,
  });
  expect(nodesOf(reply)).toEqual([
    {
      nameCyrillic: { surname: 'Тестова', origin: 'AS_WRITTEN', transliteration: null },
      nameLatin: { surname: 'TESTOVA', origin: 'TRANSLITERATED', transliteration: 'ICAO-9303-3' },
    },
  ]);
  expect(reply.text).not.toContain('Тестқызы');
});

describe('A-6.13 three nulls that are not mixed', () => {
  const selection = 'fingerprintCard { mediaType }';

  test('not available: null without an error', async () => {
    const reply = await askOn(gateway, {
      plan: { purpose: 'IDENTITY_ESTABLISHMENT', people: ['none'] },
      selection,
    });
    expect(nodesOf(reply)).toEqual([{ fingerprintCard: null }]);
    expect(reply.json.errors).toBeUndefined();
  });

  test('withheld: null with an error', async () => {
    const reply = await askOn(gateway, {
      plan: { purpose: 'RIGHTS_PROTECTION', people: ['none'] },
      selection,
    });
    expect(nodesOf(reply)).toEqual([{ fingerprintCard: null }]);
    expect(withheldOf(reply)).toEqual(['Person.fingerprintCard']);
  });
});

test('A-6.7 A-6.8 stage, date, provision and body; spent records are not released; [] is known to be none', async () => {
  const plan = { purpose: 'LEGAL_STATUS_DETERMINATION', people: ['full', 'none'] };
  const selection =
    'administrativeLiability { stage on provision } criminalLiability { stage on provision }';
  expect(nodesOf(await askOn(gateway, { plan, selection }))).toEqual([
    {
      administrativeLiability: [{ stage: 'CHARGED', on: '2026-01-02', provision: 'A1' }],
      criminalLiability: [{ stage: 'ACQUITTED', on: '2021', provision: 'C2' }],
    },
    { administrativeLiability: [], criminalLiability: null },
  ]);
});

describe('A-10.4d A-6.12 a child’s photograph', () => {
  const selection = 'photograph { mediaType }';
  const plan = (coordinatorDecision: boolean) => ({
    purpose: 'PERSON_DETECTION',
    people: ['child'],
    subject: () => ({ child: true, coordinatorDecision }),
  });

  test('without the coordinator’s decision: withheld', async () => {
    const reply = await askOn(gateway, { plan: plan(false), selection });
    expect(nodesOf(reply)).toEqual([{ photograph: null }]);
    expect(withheldOf(reply)).toEqual(['Person.photograph']);
  });

  test('with it: as for adults', async () => {
    const reply = await askOn(gateway, { plan: plan(true), selection });
    expect(nodesOf(reply)).toEqual([{ photograph: { mediaType: 'image/png' } }]);
    expect(withheldOf(reply)).toEqual([]);
  });

  test('the second wall: a request that calls the child an adult gets nothing from the register', async () => {
    const lying = { purpose: 'PERSON_DETECTION', people: ['child'] };
    expect(nodesOf(await askOn(gateway, { plan: lying, selection }))).toEqual([
      { photograph: null },
    ]);
  });
});

test('A-6 head: what the provider narrows for one person is a reasoned refusal, not a silent null', async () => {
  const plan = {
    purpose: 'IDENTITY_ESTABLISHMENT',
    people: ['full', 'none'],
    subject: (n: number) => (n === 1 ? { items: ['NAME_LATIN'] as const } : {}),
  };
  const reply = await askOn(gateway, { plan, selection: 'sex placeOfBirth' });
  expect(withheldOf(reply)).toEqual(['Person.sex', 'Person.placeOfBirth']);
  expect(nodesOf(reply)[0]).toEqual({ sex: null, placeOfBirth: null });
});
