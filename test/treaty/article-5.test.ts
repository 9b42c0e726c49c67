/** Article 5: the categories that the Parties exchange, for an aim and a purpose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person, withheldOf } from '../support/people.js';
import { sampleRequest } from '../support/requests.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    requests: [],
    people: [
      person('p1', {
        registrations: [{ kind: 'RESIDENCE', place: 'Baku', registeredOn: '2025-02' }],
        permits: [{ kind: 'WORK', validFrom: '2025-02-01', indefinite: true, status: 'VALID' }],
        workRights: [{ basis: 'PERMIT', indefinite: true }],
        citizenships: [{ country: 'KAZ' }],
        citizenshipEvents: [{ kind: 'RESTORED', country: 'KAZ', on: '2003' }],
        documents: [
          {
            series: 'N',
            number: '1234567',
            use: 'TRAVEL',
            kind: 'PASSPORT',
            expiresOn: '2030-01-01',
          },
        ],
        entryBans: [
          {
            kind: 'ENTRY',
            from: '2026-01-01',
            until: '2027-01-01',
            grounds: [{ code: 'G1', text: 'Нарушение' }],
          },
          { kind: 'EXIT', from: '2020-01-01', until: '2021-01-01', grounds: [] },
        ],
      }),
    ],
  });
});
afterAll(() => gateway.close());

const ask = (purpose: string, selection: string) =>
  askOn(gateway, { plan: { purpose, people: ['p1'] }, selection });

describe('A-5.1 head: an aim, and a purpose of the agreement', () => {
  test.each([
    { stated: 'none', purpose: undefined, code: 'PURPOSE_REQUIRED', status: 400 },
    { stated: 'an unknown one', purpose: 'CURIOSITY', code: 'NO_GRANT', status: 403 },
    { stated: 'another instrument’s', purpose: 'READMISSION', code: 'NO_GRANT', status: 403 },
    { stated: 'not the request’s', purpose: 'PERSON_DETECTION', code: 'NO_GRANT', status: 403 },
  ])('$stated is refused before data access', async ({ purpose, code, status }) => {
    const request = sampleRequest({ purpose: 'IDENTITY_ESTABLISHMENT', people: ['p1'] });
    await gateway.addRequest(request);
    const persona = gateway.persona('KZ-MIA');
    const standing = { persona, request: request.id, ...(purpose !== undefined && { purpose }) };
    const reply = await gateway.ask(standing, {
      query: '{ subjects { edges { node { dateOfBirth } } } }',
    });
    expect(reply.status).toBe(status);
    expect(reply.json.errors?.[0]?.extensions.code).toBe(code);
    expect(reply.json.data).toBeUndefined();
  });
});

const CATEGORIES = [
  {
    row: 'A-5.1(1)',
    selection: 'registrations { kind registeredOn }',
    coordinate: 'Person.registrations',
    value: [{ kind: 'RESIDENCE', registeredOn: '2025-02' }],
    open: 'PERSON_DETECTION',
    closed: 'IDENTITY_ESTABLISHMENT',
  },
  {
    row: 'A-5.1(2)',
    selection: 'permits { kind indefinite status }',
    coordinate: 'Person.permits',
    value: [{ kind: 'WORK', indefinite: true, status: 'VALID' }],
    open: 'RIGHTS_PROTECTION',
    closed: 'PERSON_DETECTION',
  },
  {
    row: 'A-5.1(2)',
    selection: 'workRights { basis }',
    coordinate: 'Person.workRights',
    value: [{ basis: 'PERMIT' }],
    open: 'LEGAL_STATUS_DETERMINATION',
    closed: 'PERSON_DETECTION',
  },
  {
    row: 'A-5.1(3)',
    selection: 'citizenshipEvents { kind country on }',
    coordinate: 'Person.citizenshipEvents',
    value: [{ kind: 'RESTORED', country: 'KAZ', on: '2003' }],
    open: 'IRREGULAR_MIGRATION_PREVENTION',
    closed: 'IDENTITY_ESTABLISHMENT',
  },
];

describe('categories open for the purposes mapped to them', () => {
  test.each(CATEGORIES)(
    '$row $coordinate',
    async ({ selection, coordinate, value, open, closed }) => {
      const key = coordinate.split('.')[1] ?? '';
      expect(nodesOf(await ask(open, selection))[0]?.[key]).toEqual(value);
      const refused = await ask(closed, selection);
      expect(nodesOf(refused)[0]?.[key]).toBeNull();
      expect(withheldOf(refused)).toEqual([coordinate]);
    },
  );
});

test('A-5.1(3) belonging answers without releasing documents, for the Parties alone', async () => {
  const selection =
    'kaz: isNationalOf(state: "KAZ") aze: isNationalOf(state: "AZE") rus: isNationalOf(state: "RUS")';
  const reply = await ask('PERSON_DETECTION', selection);
  expect(nodesOf(reply)).toEqual([{ kaz: 'YES', aze: 'NO', rus: 'UNDETERMINED' }]);
});

test('A-5.1(4) of documents only the attributes of 6(6)', async () => {
  const reply = await ask(
    'IDENTITY_ESTABLISHMENT',
    'documents { series number kind expiresOn placeOfIssue }',
  );
  expect(nodesOf(reply)[0]?.documents).toEqual([
    { series: 'N', number: '1234567', kind: null, expiresOn: null, placeOfIssue: null },
  ]);
  expect(withheldOf(reply)).toEqual([
    'IdentityDocument.kind',
    'IdentityDocument.expiresOn',
    'IdentityDocument.placeOfIssue',
  ]);
});

describe('A-5.2 the ban, its period and its grounds are granted apart', () => {
  const selection = 'entryBans { kind from until grounds { code text } }';
  const bans = (grounds: unknown) => [
    { kind: 'ENTRY', from: '2026-01-01', until: '2027-01-01', grounds },
  ];

  test('both items: the ban in force with its grounds, the ended one not', async () => {
    const reply = await ask('RIGHTS_PROTECTION', selection);
    expect(nodesOf(reply)[0]?.entryBans).toEqual(bans([{ code: 'G1', text: 'Нарушение' }]));
  });

  test('6(11) alone: period served, grounds refused, naming 5(2)', async () => {
    const plan = {
      purpose: 'RIGHTS_PROTECTION',
      people: ['p1'],
      subject: () => ({ items: ['ENTRY_BAN'] as const }),
    };
    const reply = await askOn(gateway, { plan, selection });
    expect(nodesOf(reply)[0]?.entryBans).toEqual(bans(null));
    expect(reply.json.errors?.map(({ extensions }) => extensions)).toMatchObject([
      { coordinate: 'EntryBan.grounds', item: 'ENTRY_BAN_GROUNDS', clause: '5(2)' },
    ]);
  });
});
