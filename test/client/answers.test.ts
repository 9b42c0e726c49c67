/** Tables of answers: what a client makes of each, by the union of a guarded value and by code. */
import { describe, expect, test } from 'vitest';
import {
  type Answered,
  chosenFields,
  identityEstablishment,
  instruments,
  type Outcome,
  openClient,
} from '../../client/src/index.js';
import {
  answering,
  closedBy,
  EXCHANGE,
  PURPOSE,
  REQUEST,
  withheldAt,
} from '../support/client-answers.js';

const NODE = 'subjects.edges.node';
const pageInfo = { hasNextPage: false, endCursor: null };

/** The answer about persons of whom this is told, with these errors. */
const about = (nodes: readonly object[], errors: readonly object[] = []) => ({
  ...(errors.length > 0 && { errors }),
  data: { subjects: { edges: nodes.map((node) => ({ node })), pageInfo } },
  extensions: { exchange: EXCHANGE },
});

function clientOf(body: unknown, init: ResponseInit = {}) {
  const { fetch, asked } = answering(body, init);
  const stated = { request: REQUEST, purpose: PURPOSE } as const;
  const client = openClient({
    ...{ url: 'https://gateway.example/graphql?', token: 'abc', ...stated, language: 'ru' },
    ...{ fetch, verify: false },
  });
  return { client, asked };
}

const askFields = (body: unknown, init?: ResponseInit) =>
  clientOf(body, init).client.ask(chosenFields, { sex: true, entryBans: true });

const sexWithheld = withheldAt('Person.sex', 'SEX', `${NODE}.sex`);
const groundsWithheld = withheldAt(
  'EntryBan.grounds',
  'ENTRY_BAN_GROUNDS',
  `${NODE}.entryBans.grounds`,
);
const destroyed = closedBy('DESTROYED', 'Person.sex', 'SEX');
const refused = closedBy('REFUSED', 'Person.sex', 'SEX');
const path = ['subjects', 'edges', 1, 'node', 'sex'];
const bare = { id: `${REQUEST}.1`, entryBans: null };
const NOT_AVAILABLE = { state: 'notAvailable' };

/** Name, what is told of persons, errors, what the client says. */
const UNIONS = [
  [
    'given and none known',
    [{ ...bare, sex: 'MALE' }],
    [],
    [{ ...bare, sex: { state: 'given', value: 'MALE' }, entryBans: NOT_AVAILABLE }],
  ],
  [
    'known to be none',
    [{ ...bare, sex: null, entryBans: [] }],
    [],
    [{ ...bare, sex: NOT_AVAILABLE, entryBans: { state: 'given', value: [] } }],
  ],
  [
    'withheld',
    [{ ...bare, sex: null }],
    [sexWithheld.error],
    [{ ...bare, sex: { state: 'withheld', ...sexWithheld.closed }, entryBans: NOT_AVAILABLE }],
  ],
  [
    'withheld of one person, given of another',
    [
      { ...bare, sex: 'MALE' },
      { ...bare, sex: null },
    ],
    [sexWithheld.error],
    [
      { ...bare, sex: { state: 'given', value: 'MALE' }, entryBans: NOT_AVAILABLE },
      { ...bare, sex: { state: 'withheld', ...sexWithheld.closed }, entryBans: NOT_AVAILABLE },
    ],
  ],
  [
    'withheld in a record that is given',
    [{ ...bare, sex: null, entryBans: [{ kind: 'ENTRY', grounds: null }] }],
    [groundsWithheld.error],
    [
      {
        ...bare,
        sex: NOT_AVAILABLE,
        entryBans: {
          state: 'given',
          value: [{ kind: 'ENTRY', grounds: { state: 'withheld', ...groundsWithheld.closed } }],
        },
      },
    ],
  ],
  ['withheld of nobody', [], [sexWithheld.error, groundsWithheld.error], []],
  [
    'destroyed of the second',
    [
      { ...bare, sex: null },
      { ...bare, sex: null },
    ],
    [{ ...destroyed.error, path }],
    [
      { ...bare, sex: NOT_AVAILABLE, entryBans: NOT_AVAILABLE },
      { ...bare, sex: { state: 'destroyed', ...destroyed.closed }, entryBans: NOT_AVAILABLE },
    ],
  ],
  [
    'refused of the second',
    [
      { ...bare, sex: null },
      { ...bare, sex: null },
    ],
    [{ ...refused.error, path }],
    [
      { ...bare, sex: NOT_AVAILABLE, entryBans: NOT_AVAILABLE },
      { ...bare, sex: { state: 'refused', ...refused.closed }, entryBans: NOT_AVAILABLE },
    ],
  ],
] as const;

describe('what became of a guarded value', () => {
  test.each(UNIONS)('%s', async (...[, nodes, errors, surfaced]) => {
    const outcome = await askFields(about(nodes, errors));
    expect(outcome).toMatchObject({
      ...{ outcome: 'answered', exchange: EXCHANGE },
      receipt: { state: 'notVerified', header: 'cmVjZWlwdA' },
    });
    const { data, withheld } = answeredBy(outcome);
    expect(data.subjects.edges.map(({ node }) => node)).toEqual(surfaced);
    const told = errors.filter(({ extensions }) => extensions.code === 'FIELD_WITHHELD');
    expect(withheld.map(({ coordinate }) => coordinate)).toEqual(
      told.map(({ extensions }) => extensions.coordinate),
    );
  });
});

const person = { ...bare, sex: 'MALE' };
const whole = about([person]);
const withErrors = (...errors: readonly object[]) => about([{ ...bare, sex: null }], errors);
const elsewhere = withheldAt('Person.sex', 'SEX', `${NODE}.id`).error;

/** What no gateway answers to this operation. */
const MALFORMED: readonly (readonly [string, unknown])[] = [
  ['no JSON', Buffer.from('<html>')],
  ['no UTF-8', Buffer.from('7b2264617461223a22ff227d', 'hex')],
  ['nothing', Buffer.of()],
  ['a list', [whole]],
  ['no data', { extensions: whole.extensions }],
  ['errors that are none', { ...whole, errors: {} }],
  ['an error without extensions', withErrors({ message: 'no' })],
  ['an error of an unknown code', withErrors({ message: 'no', extensions: { code: 'OOPS' } })],
  ['withheld at no path', withErrors(withheldAt('Person.sex', 'SEX').error)],
  ['withheld at what is not guarded', withErrors(elsewhere)],
  [
    'withheld under a wrong coordinate',
    withErrors(withheldAt('Person.id', 'SEX', `${NODE}.sex`).error),
  ],
  [
    'withheld under a wrong item',
    withErrors(withheldAt('Person.sex', 'PERMIT', `${NODE}.sex`).error),
  ],
  [
    'withheld at a name of Object',
    withErrors(withheldAt('Person.sex', 'SEX', 'constructor').error),
  ],
  ['destroyed without a path', withErrors(destroyed.error)],
  ['destroyed at what is not guarded', withErrors({ ...destroyed.error, path: ['subjects'] })],
  [
    'a guarded value that was asked and is not there',
    about([{ id: '1' }].map((one) => ({ ...one, entryBans: [{}] }))),
  ],
  ['a record where a list stands', about([{ ...person, entryBans: { grounds: null } }])],
  ['a list where one stands', about([{ ...person, sex: ['MALE'] }])],
  ['a list in a list', about([{ ...person, entryBans: [[]] }])],
  ['null in a list', about([{ ...person, entryBans: [null] }])],
  ['subjects that are null', { ...whole, data: { subjects: null } }],
  ['subjects that are left out', { ...whole, data: {} }],
  ['no person on an edge', { ...whole, data: { subjects: { edges: [{}], pageInfo } } }],
];

describe('no answer to this operation is ANSWER_MALFORMED, and nothing of it is handed on', () => {
  test.each(MALFORMED)('%s', async (_name, body) => {
    expect(await askFields(body)).toEqual({
      ...{ outcome: 'failed', code: 'ANSWER_MALFORMED', step: null },
    });
  });
  test('data beside a status that is none of an answer', async () => {
    expect(await askFields(whole, { status: 502 })).toMatchObject({ code: 'ANSWER_MALFORMED' });
  });
});

const exchangeOf = (change: object) => ({
  ...whole,
  extensions: { exchange: { ...EXCHANGE, ...change } },
});

test.each([
  ['another request', exchangeOf({ request: 'other' })],
  ['another purpose', exchangeOf({ purpose: 'READMISSION' })],
  ['none', { data: whole.data }],
])('an answer on %s is not handed on', async (_name, body) => {
  expect(await askFields(body)).toMatchObject({ code: 'ANSWER_OF_ANOTHER_REQUEST' });
});

describe('a refusal', () => {
  test('comes with code, words, places and when to come back', async () => {
    const error = {
      message: 'Позже.',
      locations: [{ line: 1, column: 9 }],
      extensions: { code: 'TOO_COMPLEX', reason: 'DEPTH' },
    };
    const init = { status: 503, headers: { 'retry-after': '5' } };
    expect(await askFields({ errors: [error] }, init)).toEqual({
      ...{ outcome: 'refused', code: 'TOO_COMPLEX', reason: 'DEPTH', message: 'Позже.' },
      ...{ locations: [{ line: 1, column: 9 }], retryAfter: 5 },
    });
  });
  test('beside data hands nothing of them on', async () => {
    const error = { message: 'no', extensions: { code: 'INTERNAL' } };
    const outcome = await askFields({ ...whole, errors: [error] });
    expect(outcome).toMatchObject({ outcome: 'refused', code: 'INTERNAL' });
    expect(JSON.stringify(outcome)).not.toContain('MALE');
  });
});

describe('what is sent', () => {
  test('states request, purpose, language and token, to the origin alone', async () => {
    const { client, asked } = clientOf(whole);
    await client.ask(chosenFields, { sex: true, entryBans: true });
    const [{ url, init } = { url: '', init: {} }] = asked;
    expect(url).toBe('https://gateway.example/graphql');
    expect(Object.fromEntries(new Headers(init.headers))).toEqual({
      ...{ accept: 'application/graphql-response+json', 'content-type': 'application/json' },
      ...{ authorization: 'Bearer abc', 'accept-language': 'ru' },
      ...{ 'exchange-request': REQUEST, 'exchange-purpose': PURPOSE },
    });
    expect(init).toMatchObject({ redirect: 'error', credentials: 'omit', cache: 'no-store' });
    expect(JSON.parse(String(init.body))).toEqual({
      ...{ query: chosenFields.text, operationName: 'ChosenFields' },
      variables: { sex: true, entryBans: true },
    });
  });
  test.each(['', 'a b', 'a\r\nExchange-Purpose: READMISSION', 'ключ'])(
    'no token %j',
    async (token) => {
      const { fetch, asked } = answering(whole);
      const client = openClient({ url: 'https://gateway.example', token: () => token, fetch });
      expect(await client.ask(instruments)).toMatchObject({ code: 'TOKEN_MALFORMED' });
      expect(asked).toEqual([]);
    },
  );
  test.each([
    { url: 'gateway' },
    { url: 'ftp://gateway.example' },
    { request: 'a\nb' },
    { request: '' },
    { language: 'қаз' },
  ])('%j is no client, and is not repeated', (change) => {
    const options = { url: 'https://gateway.example', token: 'abc', ...change };
    const [given = ''] = Object.values(change);
    expect(() => openClient(options)).toThrow(TypeError);
    const thrown = String(catching(() => openClient(options)));
    expect(given !== '' && thrown.includes(given)).toBe(false);
  });
});

test('no connection is UNREACHABLE; an abort is the caller’s own', async () => {
  const fetch = async (_url: unknown, init: RequestInit = {}) => {
    init.signal?.throwIfAborted();
    throw new TypeError('fetch failed');
  };
  const client = openClient({ url: 'https://gateway.example', token: 'abc', fetch });
  expect(await client.ask(instruments)).toMatchObject({ code: 'UNREACHABLE' });
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(client.ask(instruments, {}, signal)).rejects.toThrow('enough');
});

test.each([
  [{ 'exchange-receipt': 'AAAA' }, 'KEY_UNAVAILABLE'],
  [undefined, 'RECEIPT_MISSING'],
])('without a proof nothing is handed on: %j', async (headers, code) => {
  const fetch: typeof globalThis.fetch = async (url) =>
    String(url).endsWith('/graphql')
      ? new Response(JSON.stringify(whole), headers && { headers })
      : new Response('', { status: 404 });
  const stated = { request: REQUEST, purpose: PURPOSE } as const;
  const client = openClient({ url: 'https://gateway.example', token: 'abc', ...stated, fetch });
  expect(await client.ask(chosenFields, { sex: true, entryBans: true })).toEqual({
    ...{ outcome: 'failed', code, step: null },
  });
});

test('a static operation demands each value that it asks', async () => {
  const { client } = clientOf(about([{ id: '1' }]));
  expect(await client.ask(identityEstablishment)).toMatchObject({ code: 'ANSWER_MALFORMED' });
});

function answeredBy<Data>(outcome: Outcome<Data>): Answered<Data> {
  if (outcome.outcome !== 'answered') throw new Error(outcome.code);
  return outcome;
}

function catching(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
