/** Legislation from its coordinator to the public: written by a mutation, read by a partner and by everybody, withdrawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomFaults, linksOf, named, textOf } from '../support/atom.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { parseXml } from '../support/xml.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ people: [], requests: [] });
});
afterAll(() => gateway.close());

type Data = Record<string, unknown>;

/** Asks as a caller of this role, with no exchange headers. */
async function ask<T>(
  role: 'COORDINATOR' | 'PARTNER_GATEWAY' | 'EXECUTING_OFFICER',
  query: string,
  variables: Data = {},
): Promise<T> {
  const authority = role === 'PARTNER_GATEWAY' ? 'BE-IO' : 'AZ-SMS';
  const persona = await gateway.callAs({ role, authority });
  const reply = await gateway.ask({ persona }, { query, variables });
  expect(reply.json.errors).toBeUndefined();
  return reply.json.data as T;
}

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(gateway.url + path, { headers });

const CHANGE = {
  id: 'migration-code-2026',
  kind: 'LEGISLATION_CHANGE',
  instrument: 'AZ-BE-2019',
  clause: '2(b)',
  texts: [
    { language: 'az', title: 'Miqrasiya Məcəlləsinə dəyişiklik', text: 'Müddət 30 gündür.' },
    { language: 'en', title: 'Change of the Migration Code', summary: 'The term is 30 days.' },
  ],
  languages: ['az'],
  source: { reference: 'Law No 77', url: 'https://e-qanun.example.az/77' },
  dates: { adopted: '2026-05-01', published: '2026-05-02' },
  changes: { reference: 'Migration Code, Article 3' },
};
const PUBLISH = `mutation ($p: PublicationInput!) { publish(publication: $p) {
  kept { id version state findings { at } } faults { code at } } }`;
const publish = async (
  changes: Data = {},
  role: 'COORDINATOR' | 'EXECUTING_OFFICER' = 'COORDINATOR',
) => (await ask<{ publish: unknown }>(role, PUBLISH, { p: { ...CHANGE, ...changes } })).publish;

describe('B-2b a change of legislation', () => {
  test('is published by the coordinator alone', async () => {
    const refused = { kept: null, faults: [{ code: 'NOT_THIS_ROLE', at: 'id' }] };
    expect(await publish({}, 'EXECUTING_OFFICER')).toEqual(refused);
    const kept = { id: CHANGE.id, version: 1, state: 'PUBLISHED', findings: [] };
    expect(await publish()).toEqual({ kept, faults: [] });
    expect(await publish()).toEqual({ kept, faults: [] });
  });

  test('B-1a without its source it is not', async () => {
    const faults = [{ code: 'NO_SOURCE', at: 'source' }];
    expect(await publish({ id: 'other', source: null })).toEqual({ kept: null, faults });
  });

  test('is read by a partner without any request, found by words of its language', async () => {
    const query = `query ($s: String) { publications(first: 1, language: az, search: $s) {
      edges { cursor node { id kind state publisher { code } source { url } published
        texts { language title text } changes { reference } } }
      pageInfo { hasNextPage hasPreviousPage } } }`;
    const found = await ask<{ publications: Data }>('PARTNER_GATEWAY', query, { s: 'məcəllə' });
    expect(found.publications).toMatchObject({
      edges: [
        {
          node: {
            id: CHANGE.id,
            kind: 'LEGISLATION_CHANGE',
            state: 'PUBLISHED',
            publisher: { code: 'AZ-SMS' },
            source: { url: CHANGE.source.url },
            published: '2026-05-02',
            texts: [
              { language: 'en', title: 'Change of the Migration Code', text: null },
              { language: 'az', text: 'Müddət 30 gündür.' },
            ],
            changes: { reference: 'Migration Code, Article 3' },
          },
        },
      ],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
    const none = await ask<{ publications: Data }>('PARTNER_GATEWAY', query, { s: 'qaçqın' });
    expect(none.publications).toMatchObject({ edges: [] });
  });

  test('is read by everybody in the feed, which is Atom, and on its page', async () => {
    const reply = await get('/publications/feed.atom?language=az');
    const written = await reply.text();
    expect(atomFaults(written)).toEqual([]);
    const [entry] = named(parseXml(written), 'entry');
    if (entry === undefined) throw new Error('no entry');
    expect(textOf(entry, 'title')).toBe('Miqrasiya Məcəlləsinə dəyişiklik');
    const [address = ''] = linksOf(entry, 'alternate');
    const page = await (await fetch(address)).text();
    expect(page).toContain('Müddət 30 gündür.');
    const etag = reply.headers.get('etag') ?? '';
    const again = await get('/publications/feed.atom?language=az', { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  test('withdrawn, it says so and why; nothing of its text is read any more', async () => {
    const withdrawn = await ask<Data>(
      'COORDINATOR',
      `mutation ($id: ID!) { withdrawPublication(id: $id, reason: "Repealed") {
        kept { version state reason } faults { code } } }`,
      { id: CHANGE.id },
    );
    const kept = { version: 2, state: 'WITHDRAWN', reason: 'Repealed' };
    expect(withdrawn).toEqual({ withdrawPublication: { kept, faults: [] } });
    const feed = await (await get('/publications/feed.json')).json();
    expect(feed).toMatchObject({
      items: [{ title: 'Geri götürülüb: Law No 77', content_text: 'Repealed' }],
    });
    const page = await (await get(`/publications/${CHANGE.id}`)).text();
    expect(page).toContain('Repealed');
    expect(page).not.toContain('Müddət');
    const asked = `query ($id: ID!) { publication(id: $id) { state reason texts { title } }
      publicationVersions(id: $id) { number state } }`;
    expect(await ask('PARTNER_GATEWAY', asked, { id: CHANGE.id })).toEqual({
      publication: { state: 'WITHDRAWN', reason: 'Repealed', texts: [] },
      publicationVersions: [
        { number: 1, state: 'PUBLISHED' },
        { number: 2, state: 'WITHDRAWN' },
      ],
    });
  });
});

test('pages of a hundred at most, by cursors of ours alone', async () => {
  const persona = await gateway.callAs({ role: 'PARTNER_GATEWAY', authority: 'BE-IO' });
  for (const args of ['first: 101', 'first: 0', 'after: "x"', 'after: "c3ViamVjdDox"']) {
    const query = `{ publications(${args}) { pageInfo { hasNextPage } } }`;
    const { json } = await gateway.ask({ persona }, { query });
    expect(json.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_REQUEST',
      reason: 'VARIABLES',
    });
  }
  for (const id of ['first', 'second', 'third']) await publish({ id });
  const page = async (after: string | null) =>
    ask<{ publications: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } }>(
      'PARTNER_GATEWAY',
      `query ($after: String) { publications(first: 2, after: $after) {
        edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
      { after },
    );
  const one = await page(null);
  expect(one.publications.edges.map(({ node }) => node.id)).toEqual(['third', 'second']);
  const two = await page(one.publications.pageInfo.endCursor);
  expect(two.publications.edges.map(({ node }) => node.id)).toEqual(['first', CHANGE.id]);
});
