/** For whom there is a `/subgraph`: in production for registered routers, or for nobody. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/base/index.js';
import { routerKeyPath } from '../../src/data-folder.js';
import { createMessageKey, openDecryptionKey } from '../../src/partner/index.js';
import { openSubgraphCheck } from '../../src/serve-subgraph.js';
import { ed25519Key, p256Key, signerOf } from '../rooms/partner/workbench.js';
import { makeDataDir } from '../support/data-dir.js';
import { type ProductionGateway, startProduction } from '../support/production.js';
import { NOW } from '../support/requests.js';
import { routerOf, signHop } from '../support/signed-hop.js';

const ORIGIN = 'https://gateway.example';
const router = signerOf(ed25519Key(61));
const next = signerOf(p256Key());
const clock = { now: () => NOW };
const publicOf = ({ publicJwk }: typeof router): JsonObject => ({ ...publicJwk });
const SDL = JSON.stringify({ query: '{ _service { sdl } }' });

let closed: ProductionGateway;
let open: ProductionGateway;
beforeAll(async () => {
  closed = await startProduction();
  open = await startProduction({
    callers: [{ authority: 'KZ-MIA', keys: [router, next].map(publicOf) }],
    subgraphOrigin: ORIGIN,
  });
});
afterAll(async () => {
  await closed?.close();
  await open?.close();
});

interface Sending {
  readonly signer?: typeof router;
  /** The origin that is signed. */
  readonly origin?: string;
  readonly change?: Readonly<Record<string, string>>;
}

async function send(
  gateway: ProductionGateway,
  { signer = router, origin = ORIGIN, change = {} }: Sending = {},
): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    ...(await gateway.headersOf('PARTNER_GATEWAY')),
  };
  const fields = await signHop(
    { url: `${origin}/subgraph`, headers, body: SDL },
    { signer, clock },
  );
  return fetch(`${gateway.url}/subgraph`, {
    method: 'POST',
    headers: { ...Object.fromEntries(fields), ...change },
    body: SDL,
  });
}

test('A-11.4 where no router is registered nothing stands there', async () => {
  const elsewhere = await fetch(`${closed.url}/nowhere`);
  for (const reply of [await send(closed), await fetch(`${closed.url}/subgraph`)]) {
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe(await elsewhere.clone().text());
  }
});

describe('A-11.4 where one is', () => {
  test.each([router, next])('it asks by either of its keys: $alg', async (signer) => {
    const reply = await send(open, { signer });
    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain('type AZE_Person');
  });

  test('a router signs the address that it was told, not the one behind the proxy', async () => {
    const reply = await send(open, { origin: open.url });
    expect(reply.status).toBe(401);
  });

  test("a token without its certificate is nobody's, however well it is signed", async () => {
    const other = Buffer.from('another certificate').toString('base64');
    const reply = await send(open, { change: { 'client-cert': `:${other}:` } });
    expect(reply.status).toBe(401);
    expect(await reply.text()).not.toMatch(/AZE_/);
  });
});

describe('A-11.4 a register that cannot be used does not open', () => {
  const opening = (jwk: JsonObject) =>
    openSubgraphCheck(
      { mode: 'production', dataDir: 'unused', callers: [{ authority: 'KZ-MIA', keys: [jwk] }] },
      clock,
    );
  const { kty, crv, x = '', kid } = router.publicJwk;
  const wrong: readonly (readonly [string, JsonObject, string])[] = [
    ['a secret', { kty, crv, x, kid, d: 'hunter2' }, 'KEY_PRIVATE'],
    ['a name of its own', { kty, crv, x, kid: 'hunter2' }, 'KEY_THUMBPRINT'],
    ['no key', { kty: 'hunter2' }, 'KEY_FORM'],
    ['a key for another use', { kty, crv, x, kid, key_ops: ['sign'] }, 'KEY_USE'],
  ];
  test.each(wrong)('%s', async (_name, jwk, fault) => {
    await expect(opening(jwk)).rejects.toThrow(`SUBGRAPH_CALLERS: KZ-MIA: ${fault}`);
  });

  test('a key that encrypts', async () => {
    const path = `${await makeDataDir()}/key.pem`;
    await createMessageKey(path, 'X25519', 'development');
    const { publicJwk } = await openDecryptionKey(path, 'development');
    await expect(opening({ ...publicJwk })).rejects.toThrow('SUBGRAPH_CALLERS: KZ-MIA: KEY_');
  });
});

describe('the routers of the sample', () => {
  test('have keys in the data folder, for their owner alone, the same at the next start', async () => {
    const dataDir = await makeDataDir();
    const settings = { mode: 'development', dataDir, callers: null } as const;
    expect(await openSubgraphCheck(settings, clock)).not.toBeNull();
    const { kid } = await routerOf(dataDir, 'KZ-MIA');
    expect((await stat(routerKeyPath(dataDir, 'KZ-MIA'))).mode & 0o777).toBe(0o600);
    await openSubgraphCheck(settings, clock);
    expect((await routerOf(dataDir, 'KZ-MIA')).kid).toBe(kid);
  });

  test('are made anew where a start was cut off while it wrote them', async () => {
    const dataDir = await makeDataDir();
    const path = routerKeyPath(dataDir, 'KZ-MIA');
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, 'Sorgu development', { mode: 0o600 });
    const settings = { mode: 'development', dataDir, callers: null } as const;
    expect(await openSubgraphCheck(settings, clock)).not.toBeNull();
    expect((await routerOf(dataDir, 'KZ-MIA')).alg).toBe('EdDSA');
  });

  test('A-11.4 are none in production, nor where the settings name others', async () => {
    const dataDir = await makeDataDir();
    for (const settings of [
      { mode: 'production', callers: null },
      { mode: 'production', callers: [] },
      { mode: 'development', callers: [] },
    ] as const) {
      expect(await openSubgraphCheck({ dataDir, ...settings }, clock)).toBeNull();
    }
    await expect(stat(routerKeyPath(dataDir, 'KZ-MIA'))).rejects.toThrow('ENOENT');
  });
});
