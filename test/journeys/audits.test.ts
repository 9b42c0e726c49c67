/** graphql-http's audits of the GraphQL over HTTP specification, on the whole gateway: no error and no warning. */
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { type ProductionGateway, startProduction } from '../support/production.js';

let development: TestGateway;
let production: ProductionGateway;
let developer: Readonly<Record<string, string>>;
beforeAll(async () => {
  development = await startGateway();
  production = await startProduction();
  // Two audits pass variables to `__type`, which in production a developer alone may ask.
  developer = await production.headersOf('DEVELOPER');
});
afterAll(async () => {
  await development?.close();
  await production?.close();
});

// Of GET, which this gateway does not answer: the specification leaves that to a server.
const OF_GET = ['5A70', 'D6D5', '6A70'];

/** Who audits, and where. */
const MODES = {
  development: () => ({
    url: development.url,
    headers: { authorization: `Bearer ${development.persona('KZ-MIA').token}` },
  }),
  production: () => ({ url: production.url, headers: developer }),
} as const;

const AUDITED = (['development', 'production'] as const).flatMap((mode) =>
  serverAudits({
    url: () => `${MODES[mode]().url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...MODES[mode]().headers, ...headersOf(init) } }),
  }).map((audit) => ({ mode, name: audit.name, audit })),
);

const headersOf = ({ headers }: RequestInit) => Object.fromEntries(new Headers(headers).entries());

test('there are audits', () => {
  expect(AUDITED.length).toBeGreaterThan(100);
});

describe("graphql-http's audits", () => {
  test.each(AUDITED)('$mode: $name', async ({ audit }) => {
    const { status } = await audit.fn();
    expect(status).toBe(OF_GET.includes(audit.id) ? 'notice' : 'ok');
  });
});
