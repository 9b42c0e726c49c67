import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Refusal } from '../../src/base/index.js';
import { openExchangeDoor, openMetrics } from '../../src/http/index.js';
import {
  fingerprintOf,
  type HttpRequest,
  openTransport,
  type PartnerTransport,
  signRequest,
  signResponse,
  type TransportOptions,
  verifyResponse,
} from '../../src/partner/index.js';
import { closePool, type Nonces, openExchangePool, openNonces } from '../../src/store/index.js';
import {
  AZ,
  BE,
  certified,
  type DoorStage,
  gatewayOf,
  HOST,
  ids,
  KZ,
  MAIL,
  mailTo,
  openDoorStage,
  otherRoot,
  plainMail,
  registerOf,
  type StageOptions,
  sendBytes,
  sendWire,
  wireOf,
} from '../rooms/partner/transport/stage.js';
import { clock, clockAt, ed25519Key, p256Key, signerOf } from '../rooms/partner/workbench.js';
import { openTestDatabase, type TestDatabase } from '../support/postgres.js';

let database: TestDatabase;
let pool: ReturnType<typeof openExchangePool>;
let nonces: Nonces;
beforeAll(async () => {
  database = await openTestDatabase();
  pool = openExchangePool(database.urls.exchange);
  nonces = openNonces(pool);
});
afterAll(async () => {
  await closePool(pool);
  await database.drop();
});

const stages: DoorStage[] = [];
const transports: PartnerTransport[] = [];
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close();
  for (const stage of stages.splice(0)) await stage.close();
});

async function stageWith(options: StageOptions = {}): Promise<DoorStage> {
  const stage = await openDoorStage({ remember: (seen) => nonces.remember(seen), ...options });
  stages.push(stage);
  return stage;
}

/** The way of AZ-SMS to the door of a stage. */
function transportTo({ door }: DoorStage, changes: Partial<TransportOptions> = {}) {
  const known = registerOf(KZ, BE);
  const transport = openTransport({
    endpoints: async () => ({ origin: door.url, certificates: KZ.certificates }),
    find: async (keyid) => known.get(keyid),
    ...{ tls: AZ.tls, signer: AZ.signer, clock, ids },
    ...changes,
  });
  transports.push(transport);
  return transport;
}

const withField = (request: HttpRequest, name: string, change: (value: string) => string) => ({
  ...request,
  fields: request.fields.map(
    ([given, value]) => [given, given === name ? change(value) : value] as const,
  ),
});
const adding = (request: HttpRequest, name: string, value: string): HttpRequest => ({
  ...request,
  fields: [...request.fields, [name, value]],
});
const fieldOf = ({ fields }: HttpRequest, name: string): string =>
  fields.find(([given]) => given === name)?.[1] ?? '';

describe('A-9.1 mail between two gateways', () => {
  it('is handed on with the authority that sent it, and answered with a receipt', async () => {
    const stage = await stageWith({ handle: async ({ body }) => ({ receipt: `${body}.r` }) });
    const sent = await transportTo(stage).send('KZ-MIA', MAIL);
    expect(sent).toEqual({ outcome: 'DELIVERED', receipt: `${MAIL}.r` });
    expect(stage.handled).toEqual([{ authority: 'AZ-SMS', body: MAIL }]);
    expect(stage.noted).toEqual([]);
  });

  it('is signed by P-256 as well as by Ed25519, and over TLS 1.2 as well as 1.3', async () => {
    const stage = await stageWith();
    const other = gatewayOf('AZ-SMS', p256Key());
    stage.register.set(other.key.kid, other);
    const { signer, tls } = other;
    expect(await transportTo(stage, { signer, tls }).send('KZ-MIA', MAIL)).toHaveProperty(
      'outcome',
      'DELIVERED',
    );
    const old = { ...AZ.tls, maxVersion: 'TLSv1.2' } as const;
    const wire = wireOf(await mailTo(stage.door.url));
    expect((await sendBytes(stage.door.url, old, wire)).status).toBe(200);
  });

  it('may be sent many times at once over kept connections', async () => {
    const stage = await stageWith({ handle: async ({ body }) => ({ receipt: body }) });
    const transport = transportTo(stage);
    const mail = Array.from({ length: 40 }, (_, n) => `a.b.${n}`);
    const sent = await Promise.all(mail.map((jws) => transport.send('KZ-MIA', jws)));
    expect(sent).toEqual(mail.map((receipt) => ({ outcome: 'DELIVERED', receipt })));
  });

  it('may be as long as a package with portraits', async () => {
    const stage = await stageWith();
    const long = 'a'.repeat(20_000_000);
    expect(await transportTo(stage).send('KZ-MIA', long)).toHaveProperty('outcome', 'DELIVERED');
    expect(stage.handled[0]?.body).toHaveLength(long.length);
  });

  it('goes to the origin that partners are told, wherever the door listens', async () => {
    const origin = 'https://sorgu.mia.example:8443';
    const stage = await stageWith({ origin });
    const { port } = new URL(origin);
    expect([stage.door.url, port]).toEqual([origin, '8443']);
  });
});

/** Who is not recognised, and by which certificate. */
type Unknown = (url: string) => Promise<readonly [HttpRequest, { readonly tls: typeof AZ.tls }]>;

const byAz = (change: (request: HttpRequest) => HttpRequest): Unknown => {
  return async (url) => [change(await mailTo(url)), AZ];
};
const otherKey = signerOf(ed25519Key(99));

const UNKNOWN: readonly (readonly [string, Unknown])[] = [
  ['no signature', async (url) => [plainMail(url), AZ]],
  ['a key that nobody registered', async (url) => [await mailTo(url, otherKey), AZ]],
  ['the certificate of another authority', async (url) => [await mailTo(url), BE]],
  ['the key of another authority', async (url) => [await mailTo(url, BE.signer), AZ]],
  ['a certificate that is nobody’s', async (url) => [await mailTo(url), { tls: certified() }]],
  [
    'a key that claims to be another',
    async (url) => [await mailTo(url, { ...BE.signer, kid: AZ.signer.kid }), AZ],
  ],
  ['an altered body', byAz((mail) => ({ ...mail, body: Buffer.from(`${MAIL}x`) }))],
  ['a body taken away', byAz((mail) => ({ ...mail, body: Buffer.alloc(0) }))],
  ['an altered type', byAz((mail) => withField(mail, 'Content-Type', () => 'application/json'))],
  [
    'another nonce',
    byAz((mail) =>
      withField(mail, 'Signature-Input', (value) => value.replace(/nonce="./, 'nonce="-')),
    ),
  ],
  [
    'a longer life',
    byAz((mail) =>
      withField(mail, 'Signature-Input', (value) =>
        value.replace(/expires=(\d+)/, (_, until) => `expires=${Number(until) + 60}`),
      ),
    ),
  ],
  [
    'a digest of something else',
    byAz((mail) => withField(mail, 'Content-Digest', () => 'sha-256=:AAAA:')),
  ],
  ['two digests', byAz((mail) => adding(mail, 'Content-Digest', fieldOf(mail, 'Content-Digest')))],
  ['an encoding', byAz((mail) => adding(mail, 'Content-Encoding', 'gzip'))],
  ['a query', byAz((mail) => ({ ...mail, targetUri: `${mail.targetUri}?to=all` }))],
  [
    'a signature for another gateway',
    async (url) => [moved(await mailTo('https://az.example'), url), AZ],
  ],
  ['two signature fields', byAz((mail) => adding(mail, 'Signature', fieldOf(mail, 'Signature')))],
  [
    'a second signature',
    byAz((mail) =>
      withField(
        withField(mail, 'Signature', (value) => `${value}, ${value.replace('sorgu', 'b')}`),
        'Signature-Input',
        (value) => `${value}, ${value.replace('sorgu', 'b')}`,
      ),
    ),
  ],
  [
    'a signature under another label',
    byAz((mail) =>
      ['Signature', 'Signature-Input'].reduce(
        (each, name) => withField(each, name, (value) => value.replace('sorgu', 'sig1')),
        mail,
      ),
    ),
  ],
  [
    'a signature that covers less',
    byAz((mail) =>
      withField(mail, 'Signature-Input', (value) => value.replace(' "content-type"', '')),
    ),
  ],
  [
    'the signature of a response',
    async (url) => {
      const request = await mailTo(url);
      const response = { status: 200, fields: plainMail(url).fields, body: Buffer.from(MAIL) };
      const { fields } = await signResponse(response, request, { signer: AZ.signer, clock, ids });
      return [{ ...plainMail(url), fields }, AZ];
    },
  ],
];

const moved = (request: HttpRequest, url: string): HttpRequest => ({
  ...request,
  targetUri: `${url}/exchange/messages`,
});

describe('A-11.1 who is not recognised', () => {
  it.each(UNKNOWN)('by %s gets the one answer', async (_name, make) => {
    const stage = await stageWith();
    const wire = await sendWire(stage.door.url, ...(await make(stage.door.url)));
    const reference = await sendWire(stage.door.url, plainMail(stage.door.url));
    expect(wire.status).toBe(401);
    expect(wire.text).toBe(reference.text);
    expect(wire.text).toMatch(/\r\n\r\n\{"code":"UNAUTHENTICATED"\}$/);
    expect(wire.text).not.toMatch(/signature-input|content-digest/i);
    expect(stage.handled).toEqual([]);
    expect(stage.noted[0]).toBe('UNAUTHENTICATED /exchange/messages');
  });

  it('costs no nonce of the one who was impersonated', async () => {
    const stage = await stageWith();
    const mail = await mailTo(stage.door.url);
    expect((await sendWire(stage.door.url, mail, BE)).status).toBe(401);
    expect((await sendWire(stage.door.url, { ...mail, body: Buffer.from('x') })).status).toBe(401);
    expect((await sendWire(stage.door.url, mail)).status).toBe(200);
  });

  it('is not told that a body is too large: it is never asked for', async () => {
    const stage = await stageWith({ limits: { body: 10 } });
    const request = { ...(await mailTo(stage.door.url, otherKey)), body: Buffer.alloc(1000) };
    expect((await sendWire(stage.door.url, request)).status).toBe(401);
    const first = adding({ ...request, body: Buffer.alloc(0) }, 'Expect', '100-continue');
    expect((await sendWire(stage.door.url, first)).text).not.toMatch(/^HTTP\/1\.1 100/);
  });

  it('hears so as the sender, signed by nobody', async () => {
    const stage = await stageWith();
    stage.register.clear();
    const sent = await transportTo(stage).send('KZ-MIA', MAIL);
    expect(sent).toEqual({ outcome: 'REFUSED', code: 'UNAUTHENTICATED' });
  });
});

describe('a handshake', () => {
  const { cert: _cert, key: _key, ...bare } = AZ.tls;
  it.each([
    ['without a certificate', bare],
    ['with one by an unknown authority of the same name', certified({}, otherRoot)],
    ['with one that has ended', certified({ days: -1 })],
    ['with one of our own making', { ...certified(), ...selfMade() }],
    [
      'in TLS 1.1',
      {
        ...AZ.tls,
        ...({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' } as const),
        ciphers: 'ALL@SECLEVEL=0',
      },
    ],
  ])('%s goes no further', async (_name, tls) => {
    const stage = await stageWith();
    const wire = await sendBytes(stage.door.url, tls, wireOf(await mailTo(stage.door.url)));
    expect([wire.status, wire.text]).toEqual([0, '']);
    expect(stage.handled).toEqual([]);
    expect(stage.noted).toEqual(['UNAUTHENTICATED handshake']);
    expect(await stage.figures()).toContain('sorgu_exchange_failed_handshakes_total 1');
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('in %s is never shortened', async (version) => {
    const stage = await stageWith();
    const tls = { ...AZ.tls, minVersion: version, maxVersion: version } as const;
    const { session } = await handshake(stage.door.url, tls);
    expect((await handshake(stage.door.url, { ...tls, session })).isReused).toBe(false);
  });

  it('of somebody whose certificate we refuse is told to us as such', async () => {
    const stage = await stageWith();
    const sent = await transportTo(stage, { tls: certified({}, otherRoot) }).send('KZ-MIA', MAIL);
    // Our own write may find the connection gone before the reason is read.
    expect([
      { outcome: 'UNREACHABLE', code: 'HANDSHAKE_REFUSED' },
      { outcome: 'UNREACHABLE', code: 'NO_CONNECTION' },
    ]).toContainEqual(sent);
    expect(stage.handled).toEqual([]);
  });
});

/** One connection with one message: the session it was offered, and whether it went on with an older one. */
async function handshake(url: string, tls: ConnectionOptions) {
  const { hostname, port } = new URL(url);
  const socket = connect({ ...tls, host: hostname, port: Number(port) });
  let session: Buffer | undefined;
  socket.on('session', (offered) => {
    session = offered;
  });
  await once(socket, 'secureConnect');
  const isReused = socket.isSessionReused();
  socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  return { session, isReused };
}

/** A certificate that says it is by the root, signed by a key of another. */
function selfMade() {
  return otherRoot.issue({ name: 'AZ-SMS', hosts: [HOST] });
}

describe('a message whose signature is good', () => {
  it('is taken once, byte for byte the same or many times at once', async () => {
    const stage = await stageWith();
    const mail = await mailTo(stage.door.url);
    const all = await Promise.all(Array.from({ length: 12 }, () => sendWire(stage.door.url, mail)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array(11).fill(400)]);
    expect((await sendWire(stage.door.url, mail)).text).toMatch(/\{"code":"MESSAGE_REPLAYED"\}$/);
    expect(stage.handled).toHaveLength(1);
  });

  it.each([
    ['too old', { ...clockAt(-181) }],
    ['from the future', clockAt(61)],
    ['good for too long', { ...clock, life: 301 }],
  ])('is refused where it is %s', async (_name, when) => {
    const stage = await stageWith();
    const wire = await sendWire(stage.door.url, await mailTo(stage.door.url, AZ.signer, when));
    expect([wire.status, wire.text.split('\r\n\r\n')[1]]).toEqual([
      400,
      '{"code":"MESSAGE_NOT_IN_TIME"}',
    ]);
    expect(stage.handled).toEqual([]);
  });

  it.each([
    ['almost too old', clockAt(-179)],
    ['as far ahead as clocks may be', clockAt(60)],
  ])('is taken where it is %s', async (_name, when) => {
    const stage = await stageWith();
    const wire = await sendWire(stage.door.url, await mailTo(stage.door.url, AZ.signer, when));
    expect(wire.status).toBe(200);
  });

  it.each([-3600, -200, 90, 3600])('tells a sender that clocks lie %i s apart', async (seconds) => {
    const stage = await stageWith();
    const sent = await transportTo(stage, { clock: clockAt(seconds) }).send('KZ-MIA', MAIL);
    expect(sent).toEqual({ outcome: 'UNREACHABLE', code: 'CLOCKS_APART' });
    expect(stage.handled).toEqual([]);
  });

  it('is no mail where its type is another', async () => {
    const stage = await stageWith();
    const plain = withField(plainMail(stage.door.url), 'Content-Type', () => 'application/json');
    const mail = await signRequest(plain, { signer: AZ.signer, clock, ids });
    const { status, text } = await sendWire(stage.door.url, mail);
    expect([status, text.split('\r\n\r\n')[1]]).toEqual([415, '{"code":"UNSUPPORTED_MEDIA_TYPE"}']);
    expect(stage.handled).toEqual([]);
  });

  it.each([
    ['MAIL_REFUSED', 400, { outcome: 'REFUSED', code: 'MAIL_REFUSED' }],
    ['MAIL_CONFLICT', 409, { outcome: 'CONFLICT' }],
  ] as const)('may be answered %s', async (code, status, outcome) => {
    const stage = await stageWith({ handle: async () => ({ receipt: null, code }) });
    expect((await sendWire(stage.door.url, await mailTo(stage.door.url))).status).toBe(status);
    expect(await transportTo(stage).send('KZ-MIA', MAIL)).toEqual(outcome);
    expect(stage.noted).toEqual(Array(2).fill(`${code} /exchange/messages`));
  });

  it('gets a signed answer, whatever it is', async () => {
    const stage = await stageWith();
    const mail = await mailTo(stage.door.url);
    for (const status of [200, 400]) {
      const { text } = await sendWire(stage.door.url, mail);
      const [head = '', body = ''] = text.split('\r\n\r\n');
      const fields = head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]);
      const response = { status, fields, body: Buffer.from(body) };
      const find = async (keyid: string) => (keyid === KZ.key.kid ? KZ.key : undefined);
      expect(await verifyResponse(response, mail, { clock, find })).not.toHaveProperty('fault');
    }
  });
});

describe('a revocation', () => {
  it('holds from the next message, on a connection that stays', async () => {
    const stage = await stageWith();
    const transport = transportTo(stage);
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    stage.register.delete(AZ.key.kid);
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('REFUSED');
    stage.register.set(AZ.key.kid, { ...AZ, certificates: [] });
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('REFUSED');
    stage.register.set(AZ.key.kid, AZ);
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
  });

  it('of what was followed by a new one comes after an overlap', async () => {
    const stage = await stageWith();
    const next = gatewayOf('AZ-SMS', ed25519Key(21));
    const both = { ...AZ, certificates: [...AZ.certificates, fingerprintOf(next.tls.cert)] };
    stage.register.set(AZ.key.kid, both);
    const old = transportTo(stage);
    const renewed = transportTo(stage, { tls: next.tls });
    expect((await old.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    expect((await renewed.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    stage.register.set(AZ.key.kid, { ...AZ, certificates: next.certificates });
    expect((await old.send('KZ-MIA', MAIL)).outcome).toBe('REFUSED');
    expect((await renewed.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
  });
});

describe('a body', () => {
  it('too large is refused, by what it says and by what it is', async () => {
    const stage = await stageWith({ limits: { body: 1000 } });
    expect(await transportTo(stage).send('KZ-MIA', 'a'.repeat(1001))).toEqual({
      outcome: 'REFUSED',
      code: 'PAYLOAD_TOO_LARGE',
    });
    expect(await transportTo(stage).send('KZ-MIA', 'a'.repeat(3_000_000))).toEqual({
      outcome: 'REFUSED',
      code: 'PAYLOAD_TOO_LARGE',
    });
    const wire = wireOf(await mailTo(stage.door.url)).toString();
    const chunk = `${(2000).toString(16)}\r\n${'a'.repeat(2000)}\r\n0\r\n\r\n`;
    const chunked = wire
      .replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')
      .replace(MAIL, chunk);
    expect((await sendBytes(stage.door.url, AZ.tls, Buffer.from(chunked))).status).toBe(413);
    expect(stage.handled).toEqual([]);
    expect((await transportTo(stage).send('KZ-MIA', 'a'.repeat(1000))).outcome).toBe('DELIVERED');
  });

  it('A-11.4 more than the budget at once is refused by a code, loses nothing, and is taken later', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const stage = await stageWith({
      budget: { all: 1500, each: 1000 },
      async handle() {
        await gate;
        return { receipt: 'e30.e30.e30' };
      },
    });
    const first = transportTo(stage).send('KZ-MIA', 'a'.repeat(900));
    await vi.waitFor(() => expect(stage.handled).toHaveLength(1));
    const busy = { outcome: 'UNREACHABLE', code: 'PARTNER_BUSY' };
    expect(await transportTo(stage).send('KZ-MIA', 'b'.repeat(101))).toEqual(busy);
    expect(stage.noted.join()).toContain('RATE_LIMITED');
    const wire = wireOf(await mailTo(stage.door.url)).toString();
    const chunk = `${(600).toString(16)}\r\n${'a'.repeat(600)}\r\n0\r\n\r\n`;
    const chunked = wire
      .replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')
      .replace(MAIL, chunk);
    expect((await sendBytes(stage.door.url, AZ.tls, Buffer.from(chunked))).status).toBe(429);
    go();
    expect((await first).outcome).toBe('DELIVERED');
    expect((await transportTo(stage).send('KZ-MIA', 'b'.repeat(900))).outcome).toBe('DELIVERED');
  });

  it('cut short is no message, and whole it is still new', async () => {
    const stage = await stageWith();
    const mail = await mailTo(stage.door.url);
    const wire = wireOf(mail);
    const limits = { checkEvery: 50, headers: 1000, request: 1000 };
    const impatient = await stageWith({ limits });
    const slow = await mailTo(impatient.door.url);
    const cut = await sendBytes(impatient.door.url, AZ.tls, wireOf(slow).subarray(0, -1));
    expect([cut.status, impatient.handled.length]).toEqual([408, 0]);
    expect((await sendWire(impatient.door.url, slow)).status).toBe(200);
    const shorter = Buffer.from(wire.toString().replace(/Length: \d+/, 'Length: 3'));
    expect((await sendBytes(stage.door.url, AZ.tls, shorter)).status).toBeGreaterThan(399);
    expect(stage.handled).toEqual([]);
    expect((await sendBytes(stage.door.url, AZ.tls, wire)).status).toBe(200);
  });

  it.each([
    ['headers', 'POST /exchange/messages HTTP/1.1\r\nX: '],
    ['a handshake and nothing more', ''],
  ])('never comes after %s: the caller is sent away', async (_name, text) => {
    const limits = { checkEvery: 50, headers: 1000, request: 1000, idle: 1500 };
    const stage = await stageWith({ limits });
    const { status } = await sendBytes(stage.door.url, AZ.tls, Buffer.from(text));
    expect([0, 408]).toContain(status);
    expect((await sendWire(stage.door.url, await mailTo(stage.door.url))).status).toBe(200);
  });
});

describe('a connection', () => {
  it('on which no handshake comes is ended', async () => {
    const stage = await stageWith({ limits: { headers: 40 } });
    const { hostname, port } = new URL(stage.door.url);
    const socket = connectPlain(Number(port), hostname);
    await once(socket, 'close');
    expect(stage.noted).toEqual(['UNAUTHENTICATED handshake']);
  });
});

describe('an outage', () => {
  const away = async (): Promise<never> => {
    throw new Refusal('UNAVAILABLE');
  };

  it.each([
    ['of the nonces', { remember: away }, 0],
    ['of the path behind', { handle: away }, 1],
  ])('%s is 503, and the mail may come again', async (_name, broken, handled) => {
    const stage = await stageWith(broken);
    expect((await sendWire(stage.door.url, await mailTo(stage.door.url))).status).toBe(503);
    const sent = await transportTo(stage).send('KZ-MIA', MAIL);
    expect(sent).toEqual({ outcome: 'UNREACHABLE', code: 'PARTNER_UNAVAILABLE' });
    expect([stage.handled.length, stage.alarmed.length]).toEqual([handled * 2, 0]);
  });

  it('of our own making is 500, says nothing, and is told to the operator', async () => {
    const stage = await stageWith({
      handle: async () => {
        throw new Error('AZE4471123');
      },
    });
    const wire = await sendWire(stage.door.url, await mailTo(stage.door.url));
    expect([wire.status, stage.alarmed.length]).toEqual([500, 1]);
    expect(wire.text).not.toContain('AZE4471123');
  });
});

describe('at this door', () => {
  it.each([
    ['GET /exchange/messages', 405],
    ['POST /graphql', 404],
    ['GET /healthz', 404],
    ['POST https://127.0.0.1/exchange/messages', 404],
  ])('%s holds nothing', async (line, status) => {
    const stage = await stageWith();
    const text = `${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    expect((await sendBytes(stage.door.url, AZ.tls, Buffer.from(text))).status).toBe(status);
  });

  it('a port that is taken is told', async () => {
    const stage = await stageWith();
    const port = Number(new URL(stage.door.url).port);
    const opening = openExchangeDoor({
      ...{ host: HOST, port, origin: null, tls: KZ.tls, clock, alarm: () => {} },
      reception: () => Promise.reject(new Error('unused')),
      metrics: openMetrics(),
      log: { note: () => {} },
    });
    await expect(opening).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
