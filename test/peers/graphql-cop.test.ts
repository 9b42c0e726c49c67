/** A case for each check of graphql-cop, under its name there: what it would report on the gateway in production. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ProductionGateway, startProduction } from '../support/production.js';

let gateway: ProductionGateway;
let partner: Readonly<Record<string, string>>;
beforeAll(async () => {
  gateway = await startProduction();
  partner = await gateway.headersOf('PARTNER_GATEWAY');
});
afterAll(() => gateway?.close());

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends one of its requests to a path of the gateway. */
type Send = (path: string, init?: RequestInit) => Promise<Answer>;

/** A check: what it sends, and when it reports. */
interface Check {
  readonly name: string;
  readonly send: (send: Send) => Promise<readonly Answer[]>;
  readonly reports: (answer: Answer) => boolean;
}

const post = (query: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ operation_name: 'cop', query, variables: {} }),
});

const asks = (query: string) => async (send: Send) => [await send('/graphql', post(query))];

const parsed = ({ text }: Answer) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const data = (answer: Answer) => parsed(answer)?.data;
const hasTypename = (answer: Answer): boolean => Boolean(data(answer)?.__typename);
const tellsInner = ({ text }: Answer): boolean => /tracing|exception|stacktrace/i.test(text);

const urlencoded = (query: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams({ query }).toString(),
});
const inUrl = (query: string): string => `/graphql?${new URLSearchParams({ query })}`;

const CHECKS: readonly Check[] = [
  {
    name: 'alias_overloading',
    send: asks(
      `query { ${Array.from({ length: 101 }, (_, n) => `alias${n}:__typename`).join(' ')} }`,
    ),
    reports: (answer) => Boolean(data(answer)?.alias100),
  },
  {
    name: 'batch_query',
    send: async (send) => {
      const body = JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
      return [await send('/graphql', { ...post(''), body })];
    },
    reports: (answer) => Array.isArray(parsed(answer)),
  },
  {
    name: 'circular_query_introspection',
    send: asks(
      'query { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ),
    reports: (answer) => data(answer)?.__schema?.types?.length > 25,
  },
  {
    name: 'circular_fragment',
    send: asks(
      'query { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }',
    ),
    reports: (answer) => parsed(answer)?.errors === undefined,
  },
  {
    name: 'directive_overloading',
    send: asks(`query { __typename ${'@aa'.repeat(10)} }`),
    reports: (answer) => parsed(answer)?.errors?.length === 10,
  },
  {
    name: 'field_duplication',
    send: asks(`query { ${'__typename '.repeat(500)} }`),
    reports: hasTypename,
  },
  {
    name: 'field_suggestions',
    send: asks('query { __schema { directive } }'),
    reports: ({ text }) => text.includes('Did you mean'),
  },
  {
    name: 'get_based_mutation',
    send: async (send) => [await send(inUrl('mutation {__typename}'))],
    reports: hasTypename,
  },
  {
    name: 'get_method_support',
    send: async (send) => [await send(inUrl('{__typename}'))],
    reports: hasTypename,
  },
  {
    name: 'detect_graphiql',
    send: (send) =>
      Promise.all(['/graphiql', '/playground', '/console', '/graphql'].map((path) => send(path))),
    reports: ({ text }) => /graphiql|graphql playground|graphql-playground/i.test(text),
  },
  {
    name: 'introspection',
    send: asks('query { __schema { types { name fields { name } } } }'),
    reports: (answer) => Boolean(data(answer)?.__schema?.types),
  },
  {
    name: 'post_based_csrf',
    send: async (send) => [
      await send(inUrl('query {__typename}'), { method: 'POST' }),
      await send('/graphql', urlencoded('query {__typename}')),
    ],
    reports: hasTypename,
  },
  { name: 'trace_mode', send: asks('query { __typename }'), reports: tellsInner },
  { name: 'unhandled_error_detection', send: asks('qwerty cop { abc }'), reports: tellsInner },
];

describe.each([
  ['a stranger', () => ({})],
  ['a partner', () => partner],
])("graphql-cop's checks as %s", (_who, headersOf) => {
  const send: Send = async (path, init = {}) => {
    const headers = { ...headersOf(), ...init.headers };
    const response = await fetch(`${gateway.url}${path}`, { ...init, headers });
    return { status: response.status, text: await response.text() };
  };

  test.each(CHECKS)('$name reports nothing', async (check) => {
    const answers = await check.send(send);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(check.reports)).toEqual([]);
  });
});

test('the partner is answered where it may ask: it is not silence that reports nothing', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    ...post('{ __typename }'),
    headers: { ...partner, 'content-type': 'application/json' },
  });
  expect([response.status, await response.json()]).toEqual([
    200,
    { data: { __typename: 'Query' } },
  ]);
});
