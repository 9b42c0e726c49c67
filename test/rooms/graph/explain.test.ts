import { describe, expect, test } from 'vitest';
import { ask, grantOf, openTestGraph } from '../../support/graph-exchange.js';

const one = await openTestGraph();
const inner = '{ person(id: 1) { id placeOfBirth entryBans { grounds { code } } civilStatus } }';
const query = (purpose = ''): string =>
  `{ explain(operation: ${JSON.stringify(inner)}${purpose}) { coordinate verdict item instrument clauses permittedPurposes } }`;

describe('explain', () => {
  test('under a request: a verdict for each guarded coordinate, with clauses and the purposes that open it', async () => {
    const asked = await ask(
      one,
      query(', purpose: READMISSION'),
      grantOf({ purpose: 'RIGHTS_PROTECTION' }),
    );
    const all = [
      'IRREGULAR_MIGRATION_PREVENTION',
      'RIGHTS_PROTECTION',
      'LEGAL_STATUS_DETERMINATION',
      'REQUEST_EXECUTION',
    ];
    const instrument = 'AZ-KZ-2019';
    expect(asked.data).toEqual({
      explain: [
        {
          coordinate: 'Person.placeOfBirth',
          verdict: 'WITHHOLD',
          item: 'PLACE_OF_BIRTH',
          instrument,
          clauses: ['6(4)'],
          permittedPurposes: [
            'PERSON_DETECTION',
            'IDENTITY_ESTABLISHMENT',
            'LEGAL_STATUS_DETERMINATION',
            'REQUEST_EXECUTION',
          ],
        },
        {
          coordinate: 'Person.entryBans',
          verdict: 'DISCLOSE',
          item: 'ENTRY_BAN',
          instrument,
          clauses: ['6(11)'],
          permittedPurposes: all,
        },
        {
          coordinate: 'EntryBan.grounds',
          verdict: 'DISCLOSE',
          item: 'ENTRY_BAN_GROUNDS',
          instrument,
          clauses: ['5(2)'],
          permittedPurposes: all,
        },
        {
          coordinate: 'Person.civilStatus',
          verdict: 'WITHHOLD',
          item: 'CIVIL_STATUS',
          instrument,
          clauses: [],
          permittedPurposes: [],
        },
      ],
    });
    expect([asked.errors, asked.journal]).toEqual([[], []]);
  });

  test('under a request that withholds for one subject: withheld', async () => {
    const grant = grantOf({ people: ['one', ['two', ['SEX']]] });
    const asked = await ask(one, query(), grant);
    expect(asked.text).toContain('{"coordinate":"Person.placeOfBirth","verdict":"WITHHOLD"');
  });

  test.each([
    ['READMISSION', []],
    ['PERSON_DETECTION', ['AZ-KZ-2019']],
    ['REQUEST_EXECUTION', ['AZ-KZ-2019']],
    ['INTERVIEW_ARRANGEMENT', []],
  ])('for %s without a request: the instruments that bind KZ-MIA', async (purpose, expected) => {
    const asked = await ask(one, query(`, purpose: ${purpose}`), null);
    const { explain } = asked.data as { explain: { instrument: string }[] };
    expect([...new Set(explain.map(({ instrument }) => instrument))]).toEqual(expected);
    expect(asked.text).not.toContain('"extensions"');
  });

  test('with neither request nor purpose: PURPOSE_REQUIRED', async () => {
    await expect(ask(one, query(), null)).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test('opens no reader', async () => {
    const before = one.register.opened.length;
    await ask(one, query(), grantOf());
    expect(one.register.opened.length).toBe(before);
  });

  test('several in one operation answer each its own', async () => {
    const two =
      '{ a: explain(operation: "{ person(id: 1) { sex } }") { coordinate } b: explain(operation: "{ person(id: 1) { documents { number } } }") { coordinate } }';
    expect((await ask(one, two, grantOf())).data).toEqual({
      a: [{ coordinate: 'Person.sex' }],
      b: [{ coordinate: 'Person.documents' }],
    });
  });
});
