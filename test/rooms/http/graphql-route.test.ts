import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ErrorCode, Refusal } from '../../../src/base/index.js';
import { parseReceipt } from '../../../src/ledger/index.js';
import {
  answered,
  ask,
  codeOf,
  OPERATION,
  openStage,
  post,
  RECEIPT,
  refused,
  type Sending,
  type Stage,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.asked.length = 0;
  stage.noted.length = 0;
  stage.reply = () => answered();
});

const LIMIT = 262_144;
const JSON_TYPE = { 'content-type': 'application/json' };
const exactly = (size: number): string => {
  const frame = '{"query":""}';
  return `{"query":"${' '.repeat(size - frame.length)}"}`;
};

type Row = readonly [string, Sending, number, ErrorCode];
const REFUSED: readonly Row[] = [
  ...['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'QUERY', 'TRACE'].map(
    (method): Row => [`${method}`, { method }, 405, 'METHOD_NOT_ALLOWED'],
  ),
  ['no type', { method: 'POST', body: OPERATION }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ...[
    'text/plain',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json; charset=iso-8859-1',
    'application/jsonp',
    'application/json, text/plain',
    'application/json;',
    '',
  ].map(
    (type): Row => [
      `the type ${type}`,
      { method: 'POST', headers: { 'content-type': type }, body: OPERATION },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  ),
  ...['gzip', 'br', 'deflate', 'identity, gzip'].map(
    (encoding): Row => [
      `the encoding ${encoding}`,
      { method: 'POST', headers: { ...JSON_TYPE, 'content-encoding': encoding }, body: OPERATION },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  ),
  ...[
    'text/html',
    'application/json;q=0',
    '*/*;q=0',
    'multipart/mixed',
    'text/event-stream',
    'application/json; charset=utf-16',
    'application/json;q=0, */*',
    ';',
    `application/json, ${'x'.repeat(1000)}`,
  ].map(
    (accept): Row => [
      `only ${accept.slice(0, 40)} accepted`,
      { method: 'POST', headers: { ...JSON_TYPE, accept }, body: OPERATION },
      406,
      'NOT_ACCEPTABLE',
    ],
  ),
  [
    'one byte too many',
    { method: 'POST', headers: JSON_TYPE, body: exactly(LIMIT + 1) },
    413,
    'PAYLOAD_TOO_LARGE',
  ],
  [
    'one byte too many, of unsaid length',
    {
      method: 'POST',
      headers: { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      body: exactly(LIMIT + 1),
    },
    413,
    'PAYLOAD_TOO_LARGE',
  ],
  ...[
    '',
    '{',
    'null',
    '1',
    '"{ __typename }"',
    '[]',
    `[${OPERATION}]`,
    `[${OPERATION},${OPERATION}]`,
    '{}',
    '{"query":null}',
    '{"query":["{ __typename }"]}',
    '{"qeury":"{ __typename }"}',
    '{"query":"","variables":[]}',
    '{"query":"","variables":"{}"}',
    '{"query":"","operationName":1}',
    '{"query":"","extensions":[]}',
    '{"query":"a","query":"b"}',
    '{"query":"a"}{"query":"b"}',
    `\uFEFF${OPERATION}`,
    `{"query":"","variables":{"a":${'['.repeat(80)}${']'.repeat(80)}}}`,
    'query={__typename}',
  ].map(
    (body): Row => [
      `the body ${body.slice(0, 40)}`,
      { method: 'POST', headers: JSON_TYPE, body },
      400,
      'BAD_REQUEST',
    ],
  ),
  [
    'a body that is not UTF-8',
    { method: 'POST', headers: JSON_TYPE, body: Uint8Array.of(0x7b, 0xff, 0x7d) },
    400,
    'BAD_REQUEST',
  ],
  ...['authorization', 'exchange-request', 'exchange-purpose', 'client-cert'].map(
    (name): Row => [
      `${name} twice`,
      { method: 'POST', headers: { ...JSON_TYPE, [name]: ['a', 'b'] }, body: OPERATION },
      400,
      'BAD_REQUEST',
    ],
  ),
];

describe('what is refused before anybody is asked who it is', () => {
  it.each(REFUSED)('%s', async (...[, sending, status, code]) => {
    const received = await ask(`${stage.door.url}/graphql`, sending);
    expect(received.status).toBe(status);
    if (sending.method !== 'HEAD') expect(codeOf(received)).toBe(code);
    expect(received.headers.allow).toBe(status === 405 ? 'POST' : undefined);
    expect(stage.asked).toEqual([]);
    expect(stage.noted).toEqual([`${code} /graphql`]);
  });

  it('in the order of the contract', async () => {
    const worst = { accept: 'text/html', 'content-type': 'text/plain' };
    const url = `${stage.door.url}/graphql`;
    const body = exactly(LIMIT + 1);
    const codes = [
      await ask(url, { method: 'PUT', headers: worst, body }),
      await ask(url, { method: 'POST', headers: worst, body }),
      await post(stage, { accept: 'text/html' }, body),
      await post(stage, { authorization: ['a', 'b'] }, body),
      await post(stage, {}, '{'),
    ].map(codeOf);
    expect(codes).toEqual([
      'METHOD_NOT_ALLOWED',
      'UNSUPPORTED_MEDIA_TYPE',
      'NOT_ACCEPTABLE',
      'PAYLOAD_TOO_LARGE',
      'BAD_REQUEST',
    ]);
  });

  it('with nothing of what was sent', async () => {
    const canary = 'AZE-4471123';
    const received = [
      await post(stage, {}, `{"query": ${canary}`),
      await post(stage, {}, `{"${canary}":1}`),
      await post(stage, { accept: canary }),
      await post(stage, { 'content-type': canary }),
      await ask(`${stage.door.url}/${canary}?${canary}`),
    ];
    expect(JSON.stringify(received)).not.toContain(canary);
    expect(stage.noted.join()).not.toContain(canary);
  });
});

describe('what the gateway is asked', () => {
  it('is all of the headers and the document, and nothing more', async () => {
    await post(
      stage,
      {
        authorization: 'Bearer abc',
        'exchange-request': '5f0c',
        'exchange-purpose': 'READMISSION',
        'accept-language': 'kk, en;q=0.5',
        'client-cert': ':MIIB:',
      },
      '{"query":"q","variables":{"a":1},"operationName":"n","extensions":{"e":1},"other":1}',
    );
    expect(stage.asked).toEqual([
      {
        credentials: { authorization: 'Bearer abc', certificate: undefined },
        request: '5f0c',
        purpose: 'READMISSION',
        language: 'kk',
        document: { query: 'q', variables: { a: 1 }, operationName: 'n', extensions: { e: 1 } },
      },
    ]);
  });

  it('is asked with what is missing missing', async () => {
    await post(stage);
    expect(stage.asked).toEqual([
      {
        credentials: { authorization: undefined, certificate: undefined },
        request: undefined,
        purpose: undefined,
        language: undefined,
        document: {
          query: '{ __typename }',
          variables: null,
          operationName: null,
          extensions: null,
        },
      },
    ]);
  });

  it('is asked for a body of the largest size', async () => {
    expect((await post(stage, {}, exactly(LIMIT))).status).toBe(200);
  });
});

describe('what the gateway answers', () => {
  it.each([
    [undefined, 'application/json; charset=utf-8'],
    ['', 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['application/json; charset=UTF-8', 'application/json; charset=utf-8'],
    ['text/html, application/json;q=0.1', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    [
      'application/graphql-response+json, application/json;q=0.9',
      'application/graphql-response+json; charset=utf-8',
    ],
    [
      'application/json, application/graphql-response+json',
      'application/graphql-response+json; charset=utf-8',
    ],
    [
      'application/graphql-response+json;q=0.5, application/json',
      'application/json; charset=utf-8',
    ],
    ['application/graphql-response+json;q=0.5, */*', 'application/json; charset=utf-8'],
    [
      'application/json;q=0, application/graphql-response+json',
      'application/graphql-response+json; charset=utf-8',
    ],
  ])('goes out for Accept: %s as %s', async (accept, type) => {
    const received = await post(stage, accept === undefined ? {} : { accept });
    expect([received.status, received.headers['content-type']]).toEqual([200, type]);
  });

  it('goes out byte for byte', async () => {
    const text = '{"data":{"a":"ə\\u0000 \u2028"},"errors":[]}';
    stage.reply = () => answered(text);
    const received = await post(stage);
    expect(received.body).toBe(text);
    expect(received.headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });

  it('brings its receipt', async () => {
    stage.reply = () => answered('{}', RECEIPT);
    const { headers } = await post(stage);
    const header = headers['exchange-receipt'];
    expect(header).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(parseReceipt(String(header))).toEqual(RECEIPT);
  });

  it('is stored by nobody and names no maker', async () => {
    const { headers } = await post(stage);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      vary: 'Accept, Accept-Language',
      'x-content-type-options': 'nosniff',
    });
    for (const name of [
      'etag',
      'x-powered-by',
      'server',
      'set-cookie',
      'access-control-allow-origin',
    ]) {
      expect(headers).not.toHaveProperty(name);
    }
  });
});

const GRAPHQL = { accept: 'application/graphql-response+json' };
const BOTH: readonly (readonly [Refusal, number, number])[] = [
  [new Refusal('BAD_REQUEST'), 400, 400],
  [new Refusal('BAD_REQUEST', { reason: 'SYNTAX', locations: [{ line: 1, column: 2 }] }), 400, 200],
  [new Refusal('BAD_REQUEST', { reason: 'VARIABLES' }), 400, 200],
  [new Refusal('TOO_COMPLEX', { reason: 'DEPTH' }), 400, 200],
  [new Refusal('UNAUTHENTICATED'), 401, 401],
  [new Refusal('RATE_LIMITED', { retryAfter: 7 }), 429, 429],
  [new Refusal('PURPOSE_REQUIRED'), 400, 400],
  [new Refusal('OPERATION_NOT_LISTED'), 403, 403],
  [new Refusal('NO_GRANT'), 403, 403],
  [new Refusal('LEDGER_UNAVAILABLE'), 503, 503],
  [new Refusal('UNAVAILABLE'), 503, 503],
  [new Refusal('INTERNAL'), 500, 500],
];

describe('what the gateway refuses', () => {
  it.each(BOTH)('%s is %i, and %i under application/json', async (refusal, graphql, json) => {
    stage.reply = () => refused(refusal);
    const [first, second] = [await post(stage, GRAPHQL), await post(stage)];
    expect([first.status, second.status]).toEqual([graphql, json]);
    expect(first.body).toBe(Buffer.from(refused(refusal).body).toString());
    expect(second.body).toBe(first.body);
    expect(first.headers['exchange-receipt']).toBeUndefined();
  });

  it.each([
    [new Refusal('UNAUTHENTICATED'), { 'www-authenticate': 'Bearer' }],
    [new Refusal('RATE_LIMITED', { retryAfter: 7 }), { 'retry-after': '7' }],
    [new Refusal('UNAVAILABLE'), { 'retry-after': '5' }],
    [new Refusal('LEDGER_UNAVAILABLE', { retryAfter: 1 }), { 'retry-after': '1' }],
  ])('%s says what to do', async (refusal, headers) => {
    stage.reply = () => refused(refusal);
    expect((await post(stage)).headers).toMatchObject(headers);
  });

  it('A-11.1 for want of a grant is one answer, whatever was asked and however', async () => {
    const asks = [
      ['5f0c', 'READMISSION', 'Bearer a', OPERATION],
      ['unknown', 'CURIOSITY', 'Bearer b', '{"query":"{ subjects { edges { node { id } } } }"}'],
      ['', '', 'Bearer c', '{"query":"query A { __typename }","operationName":"A"}'],
    ] as const;
    const answers = [];
    for (const [request, purpose, authorization, body] of asks) {
      stage.reply = () =>
        refused(new Refusal('NO_GRANT', { retryAfter: request.length }, { cause: request }));
      const headers = { authorization, 'exchange-request': request, 'exchange-purpose': purpose };
      const { status, rawHeaders, body: text } = await post(stage, headers, body);
      const sent = rawHeaders.map((value, at) => (rawHeaders[at - 1] === 'Date' ? '' : value));
      answers.push(JSON.stringify([status, sent, text]));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('a gateway that breaks its promise and throws is told to the operator alone', async () => {
    stage.reply = () => {
      throw new Error('value (P)=(AZE1234567) already exists');
    };
    const received = await post(stage);
    expect([received.status, codeOf(received)]).toEqual([500, 'INTERNAL']);
    expect(received.body).not.toContain('AZE1234567');
    expect(stage.alarmed).toHaveLength(1);
  });
});
