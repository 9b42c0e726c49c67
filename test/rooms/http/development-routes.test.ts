import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, codeOf, openStage, post, type Stage } from './stage.js';

const folder = mkdtempSync(join(tmpdir(), 'sorgu-console-'));
const consoleFolder = join(folder, 'console');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    development: { personas: async () => [{ persona: 'p', token: 't' }], consoleFolder },
  });
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});
const get = (path: string) => ask(stage.door.url + path);

describe('GET /dev/personas', () => {
  it('shows the personas', async () => {
    const received = await get('/dev/personas');
    expect([received.status, received.body]).toEqual([200, '[{"persona":"p","token":"t"}]']);
    expect(received.headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(received.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('GET /graphiql', () => {
  it('asks to come back while the pages are not built', async () => {
    const received = await get('/graphiql');
    expect([received.status, codeOf(received)]).toEqual([503, 'UNAVAILABLE']);
  });

  it('serves the pages under a strict policy once they are', async () => {
    mkdirSync(join(consoleFolder, 'assets'), { recursive: true });
    writeFileSync(join(consoleFolder, 'index.html'), '<p>');
    writeFileSync(join(consoleFolder, 'assets', 'main-a_B.1.js'), 'run()');
    writeFileSync(join(consoleFolder, '.hidden.js'), 'secret');
    writeFileSync(join(consoleFolder, 'built-from.txt'), 'secret');
    writeFileSync(join(folder, 'outside.js'), 'secret');
    for (const path of ['/graphiql', '/graphiql/', '/graphiql/index.html', '/graphiql?query=x']) {
      const received = await get(path);
      expect([received.status, received.body]).toEqual([200, '<p>']);
      expect(received.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      });
    }
    const script = await get('/graphiql/assets/main-a_B.1.js');
    expect([script.body, script.headers['content-type']]).toEqual([
      'run()',
      'text/javascript; charset=utf-8',
    ]);
  });

  it.each([
    ['br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0.5', 'br'],
    ['br;q=0', undefined],
    ['br; q=0.000', undefined],
    ['brotli', undefined],
    ['gzip', undefined],
    ['', undefined],
  ])('serves what was compressed to whom takes it: %s', async (accepted, encoding) => {
    writeFileSync(join(consoleFolder, 'assets', 'small.js'), 'run()');
    writeFileSync(join(consoleFolder, 'assets', 'small.js.br'), 'small');
    const headers = { 'accept-encoding': accepted };
    const received = await ask(`${stage.door.url}/graphiql/assets/small.js`, { headers });
    expect([received.headers['content-encoding'], received.body]).toEqual([
      encoding,
      encoding === undefined ? 'run()' : 'small',
    ]);
    expect(received.headers.vary).toBe('Accept-Encoding');
    expect((await ask(`${stage.door.url}/graphiql/assets/main-a_B.1.js`, { headers })).body).toBe(
      'run()',
    );
  });

  it.each([
    '/graphiql/assets/small.js.br',
    '/graphiql/../outside.js',
    '/graphiql/%2e%2e/outside.js',
    '/graphiql/..%2foutside.js',
    '/graphiql/assets/../../outside.js',
    '/graphiql/..\\outside.js',
    '/graphiql//etc/passwd.js',
    '/graphiql/.hidden.js',
    '/graphiql/built-from.txt',
    '/graphiql/assets',
    '/graphiql/assets/',
    '/graphiql/assets/none.js',
    '/graphiql/index.html/x.js',
    '/graphiql/a%00.js',
    '/graphiqlx',
  ])('%s leads nowhere', async (path) => {
    const received = await ask(stage.door.url, { path });
    expect([received.status, received.body]).toEqual([404, 'Not found\n']);
  });
});

describe('in development the Host', () => {
  const port = (url: string): string => new URL(url).port;

  it.each(['127.0.0.1', 'localhost'])('may be %s', async (name) => {
    const host = `${name}:${port(stage.door.url)}`;
    expect((await post(stage, { host })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:PORT',
    'localhost',
    '127.0.0.1',
    'localhost:1',
    'localhost.evil.example:PORT',
    '127.0.0.1.evil.example:PORT',
    'localhost:PORT.evil.example',
    'user@localhost:PORT',
    '127.1:PORT',
    '0.0.0.0:PORT',
    '[::1]:PORT',
    'LOCALHOST:PORT',
    'localhost:PORT, evil.example',
  ])('may not be %s, for any route', async (name) => {
    const headers = { host: name.replace('PORT', port(stage.door.url)) };
    for (const path of ['/graphql', '/dev/personas', '/graphiql', '/healthz', '/nothing']) {
      const received = await ask(stage.door.url + path, { headers });
      expect([received.status, codeOf(received)]).toEqual([400, 'BAD_REQUEST']);
    }
    const admin = { host: name.replace('PORT', port(stage.door.adminUrl)) };
    expect((await ask(`${stage.door.adminUrl}/metrics`, { headers: admin })).status).toBe(400);
  });

  it('is any in production', async () => {
    const production = await openStage();
    expect((await post(production, { host: 'gateway.example' })).status).toBe(200);
    await production.close();
  });
});
