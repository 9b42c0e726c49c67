/** Article 8: a request is the only door. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REQUEST_STATES } from '../../src/requests/index.js';
import { closePool, openOwner } from '../../src/store/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person } from '../support/people.js';
import { sampleRequest } from '../support/requests.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ requests: [], people: [person('p1', { sex: 'MALE' })] });
});
afterAll(() => gateway.close());

describe('A-8.1 no personal field without a live request', () => {
  const purpose = 'PERSON_DETECTION';

  test.each(REQUEST_STATES.map((state) => ({ state })))('state $state', async ({ state }) => {
    const request = sampleRequest({ purpose, people: ['p1'], change: { state } });
    await gateway.addRequest(request);
    const standing = { persona: gateway.persona('KZ-MIA'), request: request.id, purpose };
    const reply = await gateway.ask(standing, { query: '{ subjects { edges { node { sex } } } }' });
    const isOpen = state === 'ANSWERED' || state === 'PARTLY_REFUSED';
    expect(reply.status).toBe(isOpen ? 200 : 403);
    expect(reply.text.includes('MALE')).toBe(isOpen);
  });
});

test('A-8.1 over the whole log: every released value is tied to a request, an instrument and a purpose', async () => {
  await askOn(gateway, { plan: { purpose: 'PERSON_DETECTION', people: ['p1'] }, selection: 'sex' });
  expect(
    nodesOf(
      await askOn(gateway, {
        plan: { purpose: 'REQUEST_EXECUTION', people: ['p1'] },
        selection: 'sex',
      }),
    ),
  ).toHaveLength(1);
  const admin = openOwner(gateway.urls.admin);
  try {
    const rows = await admin<{ leaf: string }[]>`select leaf from ledger.leaf`;
    const entries = rows.map(({ leaf }) => JSON.parse(leaf));
    const answered = entries.filter(({ outcome }) => outcome === 'ANSWERED');
    expect(answered.length).toBeGreaterThanOrEqual(4);
    const untied = answered.filter(
      ({ request, instrument, purpose }) => !(request && instrument && purpose),
    );
    expect(untied).toEqual([]);
  } finally {
    await closePool(admin);
  }
});
