/**
 * A-11.4 A-8.1 Who asks at `/subgraph`, over real HTTP: the router of the token's own authority, which signed what it asks,
 * now and once. To anybody else the door is shut, whatever is good about his query.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageSigner } from '../../src/base/index.js';
import { ask as askAsPersona } from '../../src/cli/index.js';
import { type HttpRequest, signQuery, signRequest } from '../../src/partner/index.js';
import { closePool, openOwner, type Sql } from '../../src/store/index.js';
import { HOP_ATTACKS, type HopAttack, type SentHop } from '../cases/hop-attacks.js';
import { listen } from '../rooms/cli/desk.js';
import { ask, type Received } from '../rooms/http/stage.js';
import { countingIds, ed25519Key, signerOf } from '../rooms/partner/workbench.js';
import { CANARY_OF, canaryPerson } from '../support/canaries.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { routerOf, signHop, type UnsignedHop } from '../support/signed-hop.js';

const PURPOSE = 'IRREGULAR_MIGRATION_PREVENTION';
const own = sampleRequest({ purpose: PURPOSE, people: ['canary'] });
const other = sampleRequest({ purpose: PURPOSE, people: ['canary-2'] });
const CANARIES = Object.values(CANARY_OF).flat();
const NAMES = '{ aze_subjects { edges { node { nameLatin { surname } documents { number } } } } }';
const SDL = '{ _service { sdl } }';
const stranger = signerOf(ed25519Key(99));

let gateway: TestGateway;
let owner: Sql;
let otherToken: string;
beforeAll(async () => {
  gateway = await startGateway({
    people: ['canary', 'canary-2'].map(canaryPerson),
    requests: [own, other],
  });
  owner = openOwner(gateway.urls.owner);
  ({ token: otherToken } = await gateway.callAs({ officer: 'KZ-MIA-0418' }));
});
afterAll(async () => {
  await closePool(owner);
  await gateway.close();
});

const tokenOf = (authority: string): string => gateway.persona(authority).token;

function hopOf(query: string, authority = 'KZ-MIA'): UnsignedHop {
  return {
    url: `${gateway.url}/subgraph`,
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${tokenOf(authority)}`,
      'exchange-request': own.id,
      'exchange-purpose': PURPOSE,
    },
    body: JSON.stringify({ query }),
  };
}

async function signerFor({ by = 'KZ-MIA', isUnderRouter = false }: HopAttack['signing'] = {}) {
  const router = by === 'STRANGER' ? stranger : await routerOf(gateway.dataDir, by);
  const { kid } = await routerOf(gateway.dataDir, 'KZ-MIA');
  return isUnderRouter ? { ...router, kid } : router;
}

/** A hop, signed as said, with the headers of what is sent and the signature of what is signed. */
async function signed(
  hop: UnsignedHop,
  { signing = {}, signs = (same) => same }: Pick<HopAttack, 'signing' | 'signs'> = {},
): Promise<SentHop> {
  const { at = 0, life } = signing;
  const fields = await signHop(signs(hop), {
    signer: await signerFor(signing),
    clock: { now: () => NOW + at * 1000 },
    ...(life === undefined ? {} : { life }),
  });
  return { url: hop.url, fields, body: hop.body };
}

const told = (text: string): string =>
  text
    .replace('$TOKEN', tokenOf('KZ-MIA'))
    .replace('$OTHER_TOKEN', otherToken)
    .replace('$REQUEST', own.id)
    .replace('$OTHER_REQUEST', other.id)
    .replace('$PURPOSE', PURPOSE);

function send({ url, fields, body }: SentHop): Promise<Received> {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of fields) {
    headers[name.toLowerCase()] = [...(headers[name.toLowerCase()] ?? []), told(value)];
  }
  return ask(url, { method: 'POST', headers, body });
}

const countEntries = async (): Promise<number> => {
  const [row] = await owner`select count(*)::int as entries from ledger.entry`;
  return Number(row?.entries);
};
const codeOf = ({ status, body }: Received): string =>
  `${status} ${JSON.parse(body).errors?.[0]?.extensions.code}`;

/** What everybody hears whom the gateway does not know, the date apart. */
async function expectUnknown(reply: Received): Promise<void> {
  const hop = hopOf(NAMES);
  const nobody = await send({
    url: hop.url,
    fields: [
      ['content-type', 'application/json'],
      ['accept', hop.headers.accept ?? ''],
    ],
    body: hop.body,
  });
  expect(codeOf(nobody)).toBe('401 UNAUTHENTICATED');
  const of = ({ status, body, headers: { date: _, ...headers } }: Received) => ({
    status,
    body,
    headers,
  });
  expect(of(reply)).toEqual(of(nobody));
}

async function expectNothing(reply: Received, before: number): Promise<void> {
  expect(reply.headers['exchange-receipt']).toBeUndefined();
  expect(CANARIES.filter((canary) => reply.body.includes(canary))).toEqual([]);
  expect(reply.body).not.toMatch(/AZE_/);
  expect(await countEntries()).toBe(before);
}

describe("A-11.4 A-8.1 a query of the router's own", () => {
  test('is answered, on record', async () => {
    const before = await countEntries();
    const reply = await send(await signed(hopOf(NAMES)));
    expect(reply.status).toBe(200);
    expect(reply.body).toContain('Canarylatin');
    expect(reply.headers['exchange-receipt']).toBeDefined();
    expect(await countEntries()).toBe(before + 1);
  });

  test('A-11.1 is told the SDL', async () => {
    const reply = await send(await signed(hopOf(SDL)));
    expect(reply.body).toContain('type AZE_Person');
  });

  test.each([-179, 60])('at the edge of its time: %i s', async (at) => {
    const reply = await send(await signed(hopOf(NAMES), { signing: { at } }));
    expect(reply.status).toBe(200);
  });
});

describe.each([
  ['persons', NAMES],
  ['the SDL', SDL],
])('A-11.4 A-8.1 A-11.1 %s', (_what, query) => {
  test.each(HOP_ATTACKS)('$name', async (attack) => {
    const { change = (sent: SentHop) => sent, refusal } = attack;
    const before = await countEntries();
    const reply = await send(change(await signed(hopOf(query), attack)));
    expect(codeOf(reply)).toBe(refusal ?? '401 UNAUTHENTICATED');
    if (refusal === undefined) await expectUnknown(reply);
    await expectNothing(reply, before);
  });
});

describe('A-11.4 brought again', () => {
  test("is nobody's, whoever brings it and however long after", async () => {
    const sent = await signed(hopOf(NAMES));
    expect((await send(sent)).status).toBe(200);
    const before = await countEntries();
    for (const again of [1, 2]) {
      const reply = await send(sent);
      expect([again, codeOf(reply)]).toEqual([again, '401 UNAUTHENTICATED']);
      await expectUnknown(reply);
      await expectNothing(reply, before);
    }
  });

  test('at once by many is answered to one', async () => {
    const sent = await signed(hopOf(NAMES));
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(sent)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(19);
  });

  test("with another body under its nonce is nobody's", async () => {
    const ids = countingIds();
    const repeating = { ...ids, bytes: () => Buffer.alloc(16, 7) };
    const signer = await routerOf(gateway.dataDir, 'KZ-MIA');
    const clock = { now: () => NOW };
    const statuses = [];
    for (const query of [NAMES, SDL]) {
      const hop = hopOf(query);
      statuses.push(
        (await send({ ...hop, fields: await signHop(hop, { signer, clock, ids: repeating }) }))
          .status,
      );
    }
    expect(statuses).toEqual([200, 401]);
  });
});

describe('A-11.4 A-2.1 token and router', () => {
  const AUTHORITIES = ['AZ-SMS', 'KZ-MIA', 'KZ-MLSPP', 'BE-IO'] as const;
  const pairs = AUTHORITIES.flatMap((authority) =>
    AUTHORITIES.map((by) => [authority, by] as const),
  );

  test.each(pairs)('a token of %s, signed by the router of %s', async (authority, by) => {
    const before = await countEntries();
    const reply = await send(await signed(hopOf(SDL, authority), { signing: { by } }));
    if (authority === by) expect(reply.status).not.toBe(401);
    else {
      await expectUnknown(reply);
      await expectNothing(reply, before);
    }
  });

  test('a token that no instrument names has no router', async () => {
    const hop = hopOf(SDL, 'XX-NONE');
    for (const by of AUTHORITIES)
      await expectUnknown(await send(await signed(hop, { signing: { by } })));
  });

  test('a good signature is no token', async () => {
    const hop = hopOf(NAMES);
    const bare = { ...hop, headers: { ...hop.headers, authorization: 'Bearer none' } };
    await expectUnknown(await send(await signed(bare)));
  });

  test('mail of the same authority, by the same key, is no query', async () => {
    const hop = hopOf(NAMES);
    const signer: MessageSigner = await routerOf(gateway.dataDir, 'KZ-MIA');
    const { fields } = await signRequest(
      {
        method: 'POST',
        targetUri: hop.url,
        fields: Object.entries(hop.headers),
        body: Buffer.from(hop.body),
      },
      { signer, clock: { now: () => NOW }, ids: countingIds() },
    );
    await expectUnknown(await send({ ...hop, fields }));
  });
});

test('A-11.4 what is refused is in the security log by code and route, and nothing of it', () => {
  const lines = gateway.log.filter((line) => line.includes('UNAUTHENTICATED'));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const { level, time, leftOut, ...said } = JSON.parse(line);
    expect(said).toEqual({ code: 'UNAUTHENTICATED', route: '/subgraph', msg: 'refused' });
  }
});

test.each([
  ['KZ-MIA', 0, 'HTTP 200; no receipt'],
  ['BE-IO', 1, 'HTTP 401; no receipt'],
])(
  'sorgu ask --subgraph signs as a router: by that of %s it ends with %i',
  async (by, code, said) => {
    const voice = listen();
    const signer = await routerOf(gateway.dataDir, by);
    const signing = { signer, clock: { now: () => NOW }, ids: countingIds() };
    const sign = async (_authority: string, query: HttpRequest) =>
      (await signQuery(query, signing)).fields;
    const wishes = { operation: '{ aze_instruments { id } }', persona: 'kz-mia-gateway' };
    const asked = { ...wishes, purpose: undefined, url: gateway.url, isSubgraph: true };
    expect(await askAsPersona(asked, { voice, sign })).toBe(code);
    expect(voice.said).toEqual([said]);
  },
);

test('the API asks for no signature', async () => {
  const { persona } = { persona: gateway.persona('KZ-MIA') };
  const standing = { persona, request: own.id, purpose: PURPOSE };
  const { status } = await gateway.ask(standing, { query: NAMES.replace('aze_', '') });
  expect(status).toBe(200);
});
