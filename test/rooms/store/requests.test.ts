import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Request } from '../../../src/requests/index.js';
import { openRequests, type Requests } from '../../../src/store/index.js';
import { openTestRegister, type TestRegister } from '../../support/open-register.js';
import { AS_OF, NOW } from '../../support/register-rows.js';

const ID = '8b0f2c76-52c1-4f9a-9a35-0c6a3bd1c0a1';
const request: Request = {
  id: ID,
  digest: 'ab'.repeat(32),
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  aim: 'PREVENTION',
  purposes: [
    { purpose: 'PERSON_DETECTION', basis: '6', justification: 'Розыск «лица»' },
    { purpose: 'IDENTITY_ESTABLISHMENT', basis: '6', justification: 'Личность' },
  ],
  state: 'PARTLY_REFUSED',
  asOf: AS_OF + 123,
  grantUntil: NOW,
  subjects: [
    { n: 1, person: 'AZ-1', items: null, child: false, coordinatorDecision: false },
    { n: 2, person: null, items: [], child: true, coordinatorDecision: true },
    { n: 10, person: 'AZ-2', items: ['SEX', 'DOCUMENT'], child: false, coordinatorDecision: false },
  ],
};

let register: TestRegister;
let requests: Requests;

// Of all that a grant is weighed from.
const DIGEST = expect.stringMatching(/^[0-9a-f]{64}$/);

beforeAll(async () => {
  register = await openTestRegister();
  requests = openRequests(register.app);
  await openRequests(register.owner).insert(request);
});
afterAll(() => register.close());
beforeEach(() => register.forget());

test('A-9.2 a request is read as it was written', async () => {
  expect(await requests.load(ID)).toEqual({ ...request, receivedAt: null, version: DIGEST });
  // One spelling alone, the one in which the ledger names it.
  expect(await requests.load(ID.toUpperCase())).toBeUndefined();
});

test('A-9.2 its document is kept beside what opens a grant', async () => {
  const id = '8b0f2c76-52c1-4f9a-9a35-0c6a3bd1c0a2';
  await openRequests(register.owner).insert({
    ...request,
    id,
    asOf: null,
    grantUntil: null,
    substance: 'Содержание',
    itemsWanted: ['SEX', 'PHOTOGRAPH'],
    signedBy: 'KZ-MIA/17',
    signedAt: AS_OF,
    identifications: { 1: { passport: 'N01234567' } },
  });
  const [kept] = await register.owner`
    select r.substance, r.items_wanted, r.signed_by, r.signed_at, r.other_information, s.identification
    from exchange.request r join exchange.request_subject s on s.request_id = r.id
    where r.id = ${id} and s.n = 1`;
  expect(kept).toEqual({
    substance: 'Содержание',
    items_wanted: ['SEX', 'PHOTOGRAPH'],
    signed_by: 'KZ-MIA/17',
    signed_at: new Date(AS_OF),
    other_information: null,
    identification: { passport: 'N01234567' },
  });
  expect(await requests.load(id)).toMatchObject({ asOf: null, grantUntil: null });
});

test('a request that stands stays as it is', async () => {
  await openRequests(register.owner).insert({ ...request, state: 'ANSWERED' });
  expect(await requests.load(ID)).toEqual({ ...request, receivedAt: null, version: DIGEST });
});

describe('A-8.1 an id that names no request', () => {
  test.each([
    '8b0f2c76-52c1-4f9a-9a35-0c6a3bd1c0ff',
    '00000000-0000-0000-0000-000000000000',
    '',
    'x',
    `${ID} `,
    `{${ID}}`,
    ID.replaceAll('-', ''),
    "' or true --",
    '\u0000',
    'a'.repeat(100_000),
  ])('%# finds none, by the same statement as any other', async (id) => {
    expect(await requests.load(id)).toBeUndefined();
    const unknown = [...register.sent];
    register.forget();
    await requests.load(ID);
    expect(unknown).toEqual(register.sent);
  });
});

test('lists what an authority sent and what it was sent', async () => {
  const ids = async (authority: string) =>
    (await requests.listFor(authority)).map(({ id }) => id.slice(-1));
  expect(await ids('KZ-MIA')).toEqual(['1', '2']);
  expect(await ids('AZ-SMS')).toEqual(['1', '2']);
  expect(await ids('BE-IO')).toEqual([]);
});

test('the application can write no request', async () => {
  await expect(requests.insert({ ...request, id: ID.replace('a1', 'b1') })).rejects.toThrow(
    '42501',
  );
});

test('a database that is gone is UNAVAILABLE, and says nothing else', async () => {
  const away = await openTestRegister();
  await away.close();
  await expect(openRequests(away.app).load(ID)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
