/** graphql-http's audits of the GraphQL over HTTP specification, on the whole gateway: no error and no warning. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

// Of GET, which this gateway does not answer: the specification leaves that to a server.
const OF_GET = ['5A70', 'D6D5', '6A70'];

const audits = serverAudits({
  url: () => `${gateway.url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${gateway.persona('KZ-MIA').token}`);
    return fetch(url, { ...init, headers });
  },
});

test('there are audits', () => {
  expect(audits.length).toBeGreaterThan(50);
});

describe("graphql-http's audits", () => {
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const { status } = await audit.fn();
    expect(status).toBe(OF_GET.includes(audit.id) ? 'notice' : 'ok');
  });
});
