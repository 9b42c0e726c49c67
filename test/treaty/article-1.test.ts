/** Article 1: cooperation within national law; businesses get no personal data. Overlays: test/rooms/policy/narrow. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person, withheldOf } from '../support/people.js';
import { sampleRequest } from '../support/requests.js';

let gateway: TestGateway;
beforeAll(async () => {
  const closing = { purpose: 'PERSON_DETECTION', item: 'SEX' } as const;
  const status = { notifications: { AZE: '2020-01-01', KAZ: '2021-01-01' } } as const;
  gateway = await startGateway({
    people: [person('p1', { sex: 'FEMALE' })],
    requests: [],
    config: { instruments: new Map([['AZ-KZ-2019', { status, closings: [closing] }]]) },
  });
});
afterAll(() => gateway.close());

test('A-1.1 what national law closes is withheld on the running gateway, and nothing else', async () => {
  const closed = {
    plan: { purpose: 'PERSON_DETECTION', people: ['p1'] },
    selection: 'sex dateOfBirth',
  };
  const reply = await askOn(gateway, closed);
  expect(withheldOf(reply)).toEqual(['Person.sex']);
  expect(nodesOf(reply)).toEqual([{ sex: null, dateOfBirth: '1980-01-01' }]);
  const open = { plan: { purpose: 'IDENTITY_ESTABLISHMENT', people: ['p1'] }, selection: 'sex' };
  expect(nodesOf(await askOn(gateway, open))).toEqual([{ sex: 'FEMALE' }]);
});

describe('A-1.2 an economic entity gets no grant to any personal field', () => {
  test.each(['KZ-ACME', 'AZ-OIL', 'XX-IOM'])('%s', async (authority) => {
    const request = sampleRequest({ purpose: 'PERSON_DETECTION', people: ['p1'], by: authority });
    await gateway.addRequest(request);
    const persona = await gateway.callAs({ authority });
    const standing = { persona, request: request.id, purpose: 'PERSON_DETECTION' };
    const reply = await gateway.ask(standing, { query: '{ subjects { edges { node { id } } } }' });
    expect(reply.status).toBe(403);
    expect(reply.json.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'NO_GRANT' }]);
  });
});
