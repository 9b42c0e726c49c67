import { describe, expect, test } from 'vitest';
import type { Clock } from '../../../src/base/index.js';
import { fieldValues } from '../../../src/partner/http-signature/message.js';
import { signatureBase } from '../../../src/partner/http-signature/signature-base.js';
import { parseInnerLists } from '../../../src/partner/http-signature/structured-fields.js';
import type { Fields, HttpRequest } from '../../../src/partner/index.js';
import { openQueryCheck, signQuery, signRequest } from '../../../src/partner/index.js';
import { clock, clockAt, countingIds, ed25519Key, signerOf, verificationKey } from './workbench.js';

const signer = signerOf(ed25519Key(1));
const stranger = signerOf(ed25519Key(2));
const other = signerOf(ed25519Key(3));
const keys = [
  { authority: 'KZ-MIA', key: verificationKey({ ...signer.publicJwk }) },
  { authority: 'BE-IO', key: verificationKey({ ...other.publicJwk }) },
];
const signing = { signer, clock, ids: countingIds() };

const query: HttpRequest = {
  method: 'POST',
  targetUri: 'https://gateway.example/subgraph',
  fields: [
    ['authorization', 'Bearer one'],
    ['content-type', 'application/json'],
    ['exchange-request', 'a'],
    ['exchange-purpose', 'IDENTITY_ESTABLISHMENT'],
  ],
  body: Buffer.from('{"query":"{ __typename }"}'),
};

const open = (most?: number, now: Clock = clock) => {
  const check = openQueryCheck({ keys, clock: now, ...(most === undefined ? {} : { most }) });
  return ({ targetUri, fields, body }: HttpRequest) =>
    check({ targetUri, rawHeaders: fields.flat(), body });
};

test('A-11.4 a query is known by the router that signed it, once', async () => {
  const check = open();
  const signed = await signQuery(query, signing);
  expect(await check(signed)).toBe('KZ-MIA');
  expect(await check(signed)).toBeUndefined();
  expect(await check(await signQuery(query, signing))).toBe('KZ-MIA');
});

test('A-11.4 a query without request and purpose is signed as it is', async () => {
  const fields = query.fields.slice(0, 2);
  expect(await open()(await signQuery({ ...query, fields }, signing))).toBe('KZ-MIA');
});

const without = (fields: Fields, name: string): Fields => fields.filter(([one]) => one !== name);
const put = (request: HttpRequest, name: string, value: string): HttpRequest => ({
  ...request,
  fields: [...without(request.fields, name), [name, value]],
});

/** What a man in the middle, or a partner who wants more, makes of a signed query. */
const CHANGED: Readonly<Record<string, (signed: HttpRequest) => HttpRequest>> = {
  'another token': (signed) => put(signed, 'authorization', 'Bearer two'),
  'another request': (signed) => put(signed, 'exchange-request', 'b'),
  'another purpose': (signed) => put(signed, 'exchange-purpose', 'READMISSION'),
  'no purpose': (signed) => ({ ...signed, fields: without(signed.fields, 'exchange-purpose') }),
  'a purpose twice': (signed) => ({
    ...signed,
    fields: [...signed.fields, ['exchange-purpose', 'READMISSION']],
  }),
  'another body': (signed) => ({ ...signed, body: Buffer.from('{"query":"{ a }"}') }),
  'another gateway': (signed) => ({ ...signed, targetUri: 'https://other.example/subgraph' }),
  'the other path': (signed) => ({ ...signed, targetUri: 'https://gateway.example/graphql' }),
  'no signature': (signed) => ({ ...signed, fields: without(signed.fields, 'Signature') }),
};

describe('A-11.4 a query that was changed is nobody’s', () => {
  test.each(Object.entries(CHANGED))('%s', async (_, change) => {
    expect(await open()(change(await signQuery(query, signing)))).toBeUndefined();
  });
});

test('A-11.4 neither a stranger’s key, nor mail, nor another time, nor one nonce too many', async () => {
  const check = open(1);
  expect(await check(await signQuery(query, { ...signing, signer: stranger }))).toBeUndefined();
  expect(await check(await signRequest(query, signing))).toBeUndefined();
  for (const at of [-3600, 3600]) {
    expect(await check(await signQuery(query, { ...signing, clock: clockAt(at) }))).toBeUndefined();
  }
  expect(await check(await signQuery(query, signing))).toBe('KZ-MIA');
  expect(await check(await signQuery(query, signing))).toBeUndefined();
});

test.each(['sorgu-request', 'sorgu-response', 'SORGU-QUERY'])(
  'A-11.4 a query that is signed as %s, with all that a query covers, is nobody’s',
  async (tag) => {
    const signed = await signQuery(query, signing);
    const [input = ''] = fieldValues(signed.fields, 'signature-input') ?? [];
    const other = input.replace('sorgu-query', tag);
    const list = parseInnerLists(other)?.get('sorgu');
    const base = list && signatureBase(list, { message: signed });
    const signature = Buffer.from(await signer.sign(base ?? Buffer.of())).toString('base64');
    const resigned = put(
      put(signed, 'Signature-Input', other),
      'Signature',
      `sorgu=:${signature}:`,
    );
    expect(await open()(resigned)).toBeUndefined();
    expect(await open()(signed)).toBe('KZ-MIA');
  },
);

test('A-11.4 an authority that fills its room leaves the others theirs', async () => {
  const check = open(1);
  expect(await check(await signQuery(query, signing))).toBe('KZ-MIA');
  expect(await check(await signQuery(query, signing))).toBeUndefined();
  expect(await check(await signQuery(query, { ...signing, signer: other }))).toBe('BE-IO');
});

test('A-11.4 a clock that is put forward and back makes no query good again', async () => {
  const now = { at: clock.now(), now: () => now.at };
  const check = open(undefined, now);
  const signed = await signQuery(query, signing);
  expect(await check(signed)).toBe('KZ-MIA');
  now.at += 3_600_000;
  const later = await signQuery(query, { ...signing, clock: now });
  expect(await check(later)).toBe('KZ-MIA');
  now.at -= 3_600_000;
  expect(await check(signed)).toBeUndefined();
});
