/** One answer to whoever has no grant, byte for byte, and no way to learn that a request exists (A-8.1, A-11.1 a). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_GRANT_CASES, type NoGrantCase, PURPOSE } from '../cases/no-grant.js';
import { everything } from '../support/everything.js';
import { type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { type RawAnswer, rawAsk, type SentHeaders, without } from '../support/raw-ask.js';
import { sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const open = sampleRequest({ purpose: PURPOSE, people: ['person'] });
const read = { query: everything() };

let gateway: TestGateway;
beforeAll(async () => {
  const filed = NO_GRANT_CASES.flatMap((each) => each.filed ?? []);
  gateway = await startGateway({ people: [wholePerson('person')], requests: [open, ...filed] });
});
afterAll(() => gateway.close());

const partner = (change: Partial<Standing> = {}): Standing => ({
  persona: gateway.persona('KZ-MIA'),
  request: open.id,
  purpose: PURPOSE,
  ...change,
});

async function standingOf({ as, request, purpose }: NoGrantCase): Promise<Standing> {
  return { persona: await as(gateway), request, purpose };
}

async function ask(standing: Standing, headers: SentHeaders = {}, body: unknown = read) {
  return without(await rawAsk(gateway, { standing, body, headers }), 'date');
}

const codesOf = ({ body }: RawAnswer): readonly string[] =>
  JSON.parse(body).errors.map(
    ({ extensions }: { extensions: { code: string } }) => extensions.code,
  );

const LANGUAGES = ['ru', 'en', 'az', 'kk', 'kk-KZ, ru;q=0.5', 'de, en;q=0.1'];
const MEDIA_TYPES = ['application/graphql-response+json', 'application/json'];
const WAYS = LANGUAGES.flatMap((language) =>
  MEDIA_TYPES.map((accept) => ({ accept, 'accept-language': language })),
);

describe('A-11.1 a, A-8.1 no grant is one answer', () => {
  test('with a grant the same question is answered', async () => {
    const { status, body } = await ask(partner());
    expect(status).toBe(200);
    expect(body).toContain('Obraztsov');
  });

  test.each(NO_GRANT_CASES)('$name', async (each) => {
    const standing = await standingOf(each);
    const unknown = partner({ request: '11111111-1111-4111-8111-111111111111' });
    for (const way of WAYS) {
      const answer = await ask(standing, way);
      expect(answer).toEqual(await ask(unknown, way));
      expect([answer.status, codesOf(answer)]).toEqual([403, ['NO_GRANT']]);
    }
    // Without a language it is the caller's authority's, whatever the request.
    expect(await ask(standing)).toEqual(
      await ask({ ...standing, request: '11111111-1111-4111-8111-111111111111' }),
    );
  });

  test.each([
    ['a person', `{ person(id: "${open.id}.1") { sex } }`],
    ['structural coordinates alone', '{ subjects { pageInfo { hasNextPage } } }'],
    ['explain', '{ explain(operation: "{ person(id: 1) { sex } }") { verdict } }'],
    [
      'explain for a purpose',
      `{ explain(operation: "{ __typename }", purpose: ${PURPOSE}) { verdict } }`,
    ],
  ])('whatever is asked: %s', async (_name, query) => {
    const outsider = partner({ persona: gateway.persona('KZ-MLSPP') });
    const unknown = partner({ request: 'no-id' });
    const way = { 'accept-language': 'en' };
    const answer = await ask(outsider, way, { query });
    expect(answer).toEqual(await ask(unknown, way));
    expect(answer.status).toBe(403);
  });
});

describe('A-11.1 a whether a request exists is told to nobody else', () => {
  const OUTSIDERS = ['KZ-MLSPP', 'BE-IO', 'XX-NONE'] as const;

  async function seenBy(authority: string, id: string): Promise<readonly unknown[]> {
    const persona = gateway.persona(authority);
    const questions = [
      read,
      { query: `{ person(id: "${id}.1") { sex } }` },
      { query: '{ explain(operation: "{ person(id: 1) { sex } }") { verdict } }' },
      { query: '{ instruments { id } }' },
    ];
    const answers = await Promise.all(
      questions.map((body) => ask({ persona, request: id, purpose: PURPOSE }, {}, body)),
    );
    const personas: readonly { authority: string; requests: unknown }[] = await (
      await fetch(`${gateway.url}/dev/personas`)
    ).json();
    const own = personas.filter((each) => each.authority === authority);
    return [answers, own.map(({ requests }) => requests)];
  }

  test.each(OUTSIDERS)(
    '%s sees the same before it is filed, and when it stands',
    async (outsider) => {
      const request = sampleRequest({ purpose: PURPOSE, people: ['person'] });
      const before = await seenBy(outsider, request.id);
      await gateway.addRequest(request);
      expect((await ask(partner({ request: request.id }))).status).toBe(200);
      expect(await seenBy(outsider, request.id)).toEqual(before);
    },
  );

  test.each(OUTSIDERS)("%s's own log does not grow with another's questions", async (outsider) => {
    const headers = { authorization: `Bearer ${gateway.persona(outsider).token}` };
    const log = async () => (await fetch(`${gateway.url}/ledger/checkpoint`, { headers })).text();
    const before = await log();
    expect((await ask(partner())).status).toBe(200);
    expect(await log()).toBe(before);
  });
});

const BAD_ID = 'no-id';
const LEFT_OUT: SentHeaders = { 'exchange-request': undefined, 'exchange-purpose': undefined };

describe('the exchange headers', () => {
  test.each<[string, SentHeaders]>([
    ['neither', LEFT_OUT],
    ['no purpose', { 'exchange-purpose': undefined }],
    ['no request', { 'exchange-request': undefined }],
    ['no purpose, on an unknown request', { ...LEFT_OUT, 'exchange-request': BAD_ID }],
    ['no request, for an unknown purpose', { ...LEFT_OUT, 'exchange-purpose': 'CURIOSITY' }],
  ])('A-8.1 %s: PURPOSE_REQUIRED', async (_name, headers) => {
    const answer = await ask(partner(), headers);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['PURPOSE_REQUIRED']]);
  });

  test.each<[string, SentHeaders]>([
    ['exchange-request', { 'exchange-request': [BAD_ID, BAD_ID] }],
    ['exchange-purpose', { 'exchange-purpose': [PURPOSE, 'IDENTITY_ESTABLISHMENT'] }],
    ['authorization', { authorization: ['Bearer a', 'Bearer b'] }],
  ])('%s sent twice: BAD_REQUEST', async (_name, headers) => {
    const answer = await ask(partner(), headers);
    expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('are not read where nothing guarded is asked', async () => {
    const query = '{ instruments { id } }';
    const answers = [LEFT_OUT, { 'exchange-request': BAD_ID }, {}].map((headers) =>
      ask(partner(), headers, { query }),
    );
    const [first, ...rest] = await Promise.all(answers);
    expect(first?.status).toBe(200);
    for (const answer of rest) expect(answer).toEqual(first);
  });
});

describe('the order of the checks: of two faults the earlier is told', () => {
  const nobody: SentHeaders = { authorization: undefined };
  const of = (body: unknown, told: string) => ({ body, told });
  const unset = 'query ($n: Int!) { subjects(first: $n) { __typename } }';
  const explained = '{ explain(operation: "{") { verdict } }';
  const noGrant: SentHeaders = { 'exchange-request': BAD_ID };
  const aliased = `{ subjects { ${Array.from({ length: 61 }, (_, n) => `a${n}: __typename`).join(' ')} } }`;

  test.each<readonly [string, SentHeaders, { readonly body: unknown; readonly told: string }]>([
    [
      'media type, token',
      { ...nobody, 'content-type': 'text/plain' },
      of(read, '415 UNSUPPORTED_MEDIA_TYPE'),
    ],
    ['accept, token', { ...nobody, accept: 'text/html' }, of(read, '406 NOT_ACCEPTABLE')],
    ['JSON, token', nobody, of('{', '400 BAD_REQUEST')],
    ['batch, token', nobody, of([read], '400 BAD_REQUEST')],
    ['size, token', nobody, of('x'.repeat(300_000), '413 PAYLOAD_TOO_LARGE')],
    ['token, document', nobody, of({ query: '{' }, '401 UNAUTHENTICATED')],
    ['token, headers', { ...nobody, ...LEFT_OUT }, of(read, '401 UNAUTHENTICATED')],
    ['token, grant', { ...nobody, ...noGrant }, of(read, '401 UNAUTHENTICATED')],
    [
      'a token of nobody, grant',
      { authorization: 'Bearer x.y.z' },
      of(read, '401 UNAUTHENTICATED'),
    ],
    ['syntax, grant', noGrant, of({ query: '{' }, '400 BAD_REQUEST')],
    ['validation, grant', noGrant, of({ query: '{ nothing }' }, '400 BAD_REQUEST')],
    ['variables, grant', noGrant, of({ query: unset }, '400 BAD_REQUEST')],
    ['validation, headers', LEFT_OUT, of({ query: '{ nothing }' }, '400 BAD_REQUEST')],
    ['aliases, grant', noGrant, of({ query: aliased }, '400 TOO_COMPLEX')],
    ['explained document, grant', noGrant, of({ query: explained }, '400 BAD_REQUEST')],
    [
      'headers, grant',
      { ...noGrant, 'exchange-purpose': undefined },
      of(read, '400 PURPOSE_REQUIRED'),
    ],
  ])('%s', async (_name, headers, { body, told }) => {
    const answer = await ask(partner(), headers, body);
    expect(`${answer.status} ${codesOf(answer)}`).toBe(told);
  });
});
