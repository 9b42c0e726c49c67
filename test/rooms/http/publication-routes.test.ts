/** Publications over HTTP without a token: addresses, validators, what is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  PublicationQuery,
  PublicationShelf,
  ShownPublication,
} from '../../../src/publications/index.js';
import { publicationOf, TODAY } from '../../support/publications.js';
import { ask, codeOf, openStage, type Stage } from './stage.js';

const shown: ShownPublication = {
  publication: { ...publicationOf(), attachments: [{ name: 'table.csv', content: '' }] },
  ...{ state: 'PUBLISHED', reason: null, firstAt: TODAY, recordedAt: TODAY, serial: 7 },
};
const asked: PublicationQuery[] = [];
const shelf: PublicationShelf = {
  page: async (query) => {
    asked.push(query);
    return { shown: [shown], more: true };
  },
  one: async (id) => (id === shown.publication.id ? shown : undefined),
  body: async () => ({}),
  attachment: async (_, name) =>
    name === 'table.csv' || name === 'chart.svg' ? { name, content: 'a,b\r\n' } : undefined,
  versions: async () => [{ number: 1, state: 'PUBLISHED', recordedAt: TODAY }],
};

let stage: Stage;
let now = TODAY;
beforeAll(async () => {
  const clock = { now: () => now };
  stage = await openStage({ publications: { shelf, origin: 'https://m.example.az' }, clock });
});
afterAll(() => stage.close());

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(stage.door.url + path, { headers });
const PAGE = '/publications/law-on-migration';
const FEED = '/publications/feed.atom';

describe('B-2b everybody reads', () => {
  test.each([
    [FEED, 'application/atom+xml', '<?xml version="1.0"'],
    ['/publications/feed.json', 'application/feed+json', '{"version":"https://jsonfeed.org'],
    ['/publications', 'text/html; charset=utf-8', '<!doctype html>'],
    [PAGE, 'text/html; charset=utf-8', '<!doctype html>'],
    [`${PAGE}?language=en`, 'text/html; charset=utf-8', '<!doctype html>\n<html lang="en">'],
    [`${PAGE}/table.csv`, 'text/csv; charset=utf-8', 'a,b\r\n'],
    [`${PAGE}/chart.svg`, 'image/svg+xml; charset=utf-8', 'a,b\r\n'],
  ])('%s as %s', async (path, type, begin) => {
    const received = await get(path);
    expect([received.status, received.headers['content-type']]).toEqual([200, type]);
    expect(received.body.startsWith(begin)).toBe(true);
    expect(received.headers).toMatchObject({
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
    });
    expect(received.headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(received.headers['content-security-policy']).not.toMatch(/unsafe|script-src/);
  });

  test('a program is given JSON', async () => {
    const received = await get(PAGE, { accept: 'application/json' });
    expect(received.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(received.body)).toMatchObject({
      id: 'law-on-migration',
      url: 'https://m.example.az/publications/law-on-migration',
    });
  });

  test('what it was narrowed to reaches the shelf', async () => {
    await get(`${FEED}?language=kk&kind=METHOD&before=40`);
    expect(asked.at(-1)).toEqual({
      ...{ language: 'kk', kind: 'METHOD', before: 40, first: 50 },
      ...{ instrument: null, changedSince: null, search: null },
    });
  });
});

describe('what is known is not sent again', () => {
  test.each([FEED, PAGE, '/publications', `${PAGE}/table.csv`])('%s', async (path) => {
    const first = await get(path);
    const etag = first.headers.etag ?? '';
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': known });
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', etag]);
      expect(again.headers['content-length']).toBeUndefined();
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('by its date, where no tag is sent', async () => {
    const modified = (await get(FEED)).headers['last-modified'] ?? '';
    expect(modified).toBe(new Date(TODAY).toUTCString());
    const since = (date: string, more = {}) => get(FEED, { 'if-modified-since': date, ...more });
    expect((await since(modified)).status).toBe(304);
    expect((await since(new Date(TODAY - 1_000).toUTCString())).status).toBe(200);
    expect((await since('yesterday')).status).toBe(200);
    expect((await since(modified, { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('what is refused', () => {
  test.each([
    `${FEED}?language=fr`,
    `${FEED}?kind=GOSSIP`,
    `${FEED}?before=-1`,
    `${FEED}?before=1e3`,
    `${FEED}?language=az&language=en`,
    `${PAGE}?language=<script>`,
  ])('%s', async (path) => {
    const received = await get(path);
    expect([received.status, codeOf(received)]).toEqual([400, 'BAD_REQUEST']);
    expect(received.body).not.toContain('script');
  });

  test.each([
    '/publications/unknown',
    '/publications/',
    '/publications/..%2f',
    `${PAGE}/`,
    `${PAGE}/table.json`,
    `${PAGE}/table.html`,
    `${PAGE}/table.csv/more`,
    '/publications/LAW',
  ])('%s is not there', async (path) => {
    const received = await get(path);
    expect([received.status, received.body]).toEqual([404, 'Not found\n']);
  });

  test('another method, and a type that there is not', async () => {
    const posted = await ask(stage.door.url + FEED, { method: 'POST' });
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await get(PAGE, { accept: 'image/png' })).status).toBe(406);
  });

  test('more than 600 requests a minute of one address', async () => {
    now += 3_600_000;
    const many = await Promise.all(Array.from({ length: 601 }, () => get(`${PAGE}/table.csv`)));
    const refused = many.filter(({ status }) => status !== 200);
    expect(refused.map((one) => [one.status, codeOf(one)])).toEqual([[429, 'RATE_LIMITED']]);
    now += 60_000;
    expect((await get(FEED)).status).toBe(200);
  });
});
