import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type Endpoint,
  fingerprintOf,
  type HttpRequest,
  type HttpResponse,
  openTransport,
  type PartnerTransport,
  type Sent,
  signResponse,
  type TransportOptions,
} from '../../../../src/partner/index.js';
import { clock, clockAt } from '../workbench.js';
import { AZ, BE, certified, HOST, ids, KZ, MAIL, otherRoot, registerOf } from './stage.js';

/** What nobody of ours may ever repeat. */
const CANARY = 'AZE4471123';
const RECEIPT = 'eyJ0.cmVj.c2ln';

/** What a partner under test is asked, as it came. */
interface Asked {
  readonly request: HttpRequest;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}
type Behaviour = (asked: Asked) => unknown;

const closers: (() => void)[] = [];
const transports: PartnerTransport[] = [];
afterEach(() => {
  for (const transport of transports.splice(0)) transport.close();
  for (const close of closers.splice(0)) close();
});

/** A server that ends with its connections; the origin at which it answers. */
async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  server.on('error', () => {});
  server.listen(0, HOST);
  await once(server, 'listening');
  closers.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return `https://${HOST}:${(server.address() as AddressInfo).port}`;
}

interface PartnerServer {
  readonly origin: string;
  readonly asked: HttpRequest[];
  readonly connections: () => number;
}

/** A partner that behaves as told, over real TLS with a certificate asked of the client. */
async function partner(behave: Behaviour, tls = KZ.tls): Promise<PartnerServer> {
  const asked: HttpRequest[] = [];
  let connections = 0;
  const server = createServer({ ...tls, requestCert: true, rejectUnauthorized: true });
  server.on('secureConnection', () => {
    connections += 1;
  });
  const origin = await listening(server);
  server.on('request', async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const fields = incoming.rawHeaders.flatMap((name, at, all) =>
      at % 2 === 0 ? [[name, all[at + 1] ?? ''] as const] : [],
    );
    const targetUri = `${origin}${incoming.url ?? ''}`;
    const request = { method: 'POST', targetUri, fields, body: Buffer.concat(chunks) };
    asked.push(request);
    await behave({ request, incoming, response });
  });
  return { origin, asked, connections: () => connections };
}

function transportTo(origin: string, changes: Partial<TransportOptions> = {}): PartnerTransport {
  const known = registerOf(KZ, BE);
  const transport = openTransport({
    endpoints: async () => ({ origin, certificates: KZ.certificates }),
    find: async (keyid) => known.get(keyid),
    ...{ tls: AZ.tls, signer: AZ.signer, clock, ids },
    ...changes,
  });
  transports.push(transport);
  return transport;
}

const plainAnswer = (changes: Partial<HttpResponse> = {}): HttpResponse => ({
  status: 200,
  fields: [['Content-Type', 'application/jose']],
  body: Buffer.from(RECEIPT),
  ...changes,
});
const refusing = (status: number, code: string): HttpResponse => ({
  status,
  fields: [['Content-Type', 'application/json']],
  body: Buffer.from(JSON.stringify({ code })),
});

const byKz = { signer: KZ.signer, clock, ids };
const signed = (answer: HttpResponse, request: HttpRequest, signing = byKz) =>
  signResponse(answer, request, signing);

function give(response: ServerResponse, { status, fields, body }: HttpResponse): void {
  response.writeHead(status, fields.flat());
  response.end(body);
}

/** What the sender makes of one answer. */
async function outcomeOf(
  make: (request: HttpRequest) => Promise<HttpResponse> | HttpResponse,
): Promise<Sent> {
  const { origin } = await partner(async ({ request, response }) =>
    give(response, await make(request)),
  );
  const sent = await transportTo(origin).send('KZ-MIA', MAIL);
  expect(JSON.stringify(sent)).not.toContain(CANARY);
  return sent;
}

const unreachable = (code: string) => ({ outcome: 'UNREACHABLE', code });
const refused = (code: string) => ({ outcome: 'REFUSED', code });

describe('an answer that the partner signed', () => {
  it('delivers its receipt', async () => {
    const sent = await outcomeOf((request) => signed(plainAnswer(), request));
    expect(sent).toEqual({ outcome: 'DELIVERED', receipt: RECEIPT });
  });

  it.each([
    [400, 'MAIL_REFUSED', refused('MAIL_REFUSED')],
    [415, 'UNSUPPORTED_MEDIA_TYPE', refused('UNSUPPORTED_MEDIA_TYPE')],
    [409, 'MAIL_CONFLICT', { outcome: 'CONFLICT' }],
    [400, 'MESSAGE_REPLAYED', unreachable('MESSAGE_REPLAYED')],
    [400, 'MESSAGE_NOT_IN_TIME', unreachable('CLOCKS_APART')],
    // What is not of the closed list, or not under its own status, says nothing.
    [409, 'MAIL_REFUSED', unreachable('ANSWER_NOT_VERIFIED')],
    [400, CANARY, unreachable('ANSWER_NOT_VERIFIED')],
    [400, 'constructor', unreachable('ANSWER_NOT_VERIFIED')],
    [200, 'MAIL_REFUSED', unreachable('ANSWER_NOT_VERIFIED')],
  ])('of %i %s is %o', async (status, code, outcome) => {
    expect(await outcomeOf((request) => signed(refusing(status, code), request))).toEqual(outcome);
  });

  it.each([
    ['another type', { fields: [['Content-Type', 'text/html']] as const }],
    ['a receipt with spaces', { body: Buffer.from(`${RECEIPT} `) }],
    ['an empty receipt', { body: Buffer.alloc(0) }],
    ['a receipt beyond ASCII', { body: Buffer.from(`${RECEIPT}ə`) }],
    ['another good status', { status: 202 }],
    ['an elsewhere', { status: 307 }],
  ])('with %s delivers nothing', async (_name, changes) => {
    const sent = await outcomeOf((request) => signed(plainAnswer(changes), request));
    expect(sent).toEqual(unreachable('ANSWER_NOT_VERIFIED'));
  });

  it.each([-181, 61])('%i s from now says that clocks lie apart', async (seconds) => {
    const then = { ...byKz, clock: clockAt(seconds) };
    expect(await outcomeOf((request) => signed(plainAnswer(), request, then))).toEqual(
      unreachable('CLOCKS_APART'),
    );
  });
});

const altered = (change: (answer: HttpResponse) => HttpResponse) => {
  return async (request: HttpRequest) => change(await signed(plainAnswer(), request));
};

describe('an answer that cannot be held against the partner', () => {
  it.each<readonly [string, (request: HttpRequest) => Promise<HttpResponse> | HttpResponse]>([
    ['not signed', () => plainAnswer()],
    ['of another partner', (request) => signed(plainAnswer(), request, { ...byKz, ...BE })],
    ['of the sender', (request) => signed(plainAnswer(), request, { ...byKz, ...AZ })],
    [
      'to another message',
      (request) =>
        signed(plainAnswer(), {
          ...request,
          fields: request.fields.map(
            ([name, value]) => [name, value.replace(/created=\d/, 'created=2')] as const,
          ),
        }),
    ],
    ['with another receipt', altered((answer) => ({ ...answer, body: Buffer.from('a.b.c') }))],
    ['with another status', altered((answer) => ({ ...answer, status: 201 }))],
    [
      'with an encoding',
      altered((answer) => ({
        ...answer,
        fields: [...answer.fields, ['Content-Encoding', 'gzip']],
      })),
    ],
    [
      'with a field twice',
      altered((answer) => ({
        ...answer,
        fields: [...answer.fields, ['Content-Type', 'text/plain']],
      })),
    ],
    [
      'with half a signature',
      altered((answer) => ({
        ...answer,
        status: 401,
        fields: answer.fields.filter(([name]) => name !== 'Signature'),
      })),
    ],
    [
      'the question given back',
      (request) => ({
        ...plainAnswer(),
        fields: request.fields.filter(([name]) => /^(content-[dt]|sig)/i.test(name)),
        body: request.body,
      }),
    ],
  ])('%s delivers nothing', async (_name, make) => {
    expect(await outcomeOf(make)).toEqual(unreachable('ANSWER_NOT_VERIFIED'));
  });

  it('swapped between two messages delivers neither', async () => {
    const waiting: Asked[] = [];
    const { origin } = await partner(async (asked) => {
      waiting.push(asked);
      const [first, second] = waiting;
      if (first === undefined || second === undefined) return;
      give(first.response, await signed(plainAnswer(), second.request));
      give(second.response, await signed(plainAnswer(), first.request));
    });
    const transport = transportTo(origin);
    const sent = await Promise.all([
      transport.send('KZ-MIA', MAIL),
      transport.send('KZ-MIA', MAIL),
    ]);
    expect(sent).toEqual(Array(2).fill(unreachable('ANSWER_NOT_VERIFIED')));
  });

  it('of yesterday is no answer to the same mail today', async () => {
    const kept: HttpResponse[] = [];
    const { origin } = await partner(async ({ request, response }) => {
      kept.push(await signed(plainAnswer(), request));
      give(response, kept[0] ?? plainAnswer());
    });
    const transport = transportTo(origin);
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    expect(await transport.send('KZ-MIA', MAIL)).toEqual(unreachable('ANSWER_NOT_VERIFIED'));
  });

  it('by a key that was revoked meanwhile delivers nothing', async () => {
    const { origin } = await partner(async ({ request, response }) =>
      give(response, await signed(plainAnswer(), request)),
    );
    const transport = transportTo(origin, { find: async () => undefined });
    expect(await transport.send('KZ-MIA', MAIL)).toEqual(unreachable('ANSWER_NOT_VERIFIED'));
  });
});

describe('an answer that nobody signed', () => {
  it.each([
    [401, refused('UNAUTHENTICATED')],
    [413, refused('PAYLOAD_TOO_LARGE')],
    [500, unreachable('PARTNER_UNAVAILABLE')],
    [503, unreachable('PARTNER_UNAVAILABLE')],
    [400, unreachable('ANSWER_NOT_VERIFIED')],
    [404, unreachable('ANSWER_NOT_VERIFIED')],
    [409, unreachable('ANSWER_NOT_VERIFIED')],
    [204, unreachable('ANSWER_NOT_VERIFIED')],
  ])('of %i can delay mail, and no more', async (status, outcome) => {
    const body = status === 204 ? Buffer.alloc(0) : Buffer.from(`{"code":"${CANARY}"}`);
    expect(await outcomeOf(() => ({ status, fields: [], body }))).toEqual(outcome);
  });

  it.each([301, 302, 303, 307, 308])('of %i leads nowhere', async (status) => {
    const trap = await partner(({ response }) => response.end());
    const fields = [['Location', `${trap.origin}/exchange/messages`]] as const;
    const sent = await outcomeOf(() => ({ status, fields, body: Buffer.alloc(0) }));
    expect(sent).toEqual(unreachable('ANSWER_NOT_VERIFIED'));
    expect(trap.connections()).toBe(0);
  });
});

/** A server on plain TCP. */
const onTcp = (behave: (socket: Socket) => void): Promise<string> =>
  listening(createTcpServer(behave));
/** One on TLS that speaks whatever it is told. */
async function onTls(behave: (socket: Socket) => void): Promise<string> {
  const server = createServer({ ...KZ.tls, requestCert: true });
  server.removeAllListeners('secureConnection');
  server.on('secureConnection', (socket) => behave(socket.on('error', () => {})));
  return listening(server);
}

describe('a partner that does not answer', () => {
  const limits = { connect: 300, answer: 300 };
  const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/jose\r\n';

  it.each<readonly [string, () => Promise<string>]>([
    ['takes the connection and says nothing', () => onTcp(() => {})],
    ['shakes hands and says nothing', () => onTls(() => {})],
    ['begins its headers', () => onTls((socket) => socket.write(HEAD))],
    [
      'begins its answer',
      () => onTls((socket) => socket.write(`${HEAD}Content-Length: 9\r\n\r\na`)),
    ],
    [
      'says wait, again and again',
      () =>
        onTls((socket) => {
          const drip = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20);
          socket.on('close', () => clearInterval(drip));
        }),
    ],
    [
      'answers drop by drop',
      () =>
        onTls((socket) => {
          socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
          const drip = setInterval(() => socket.write('1\r\na\r\n'), 20);
          socket.on('close', () => clearInterval(drip));
        }),
    ],
  ])('but %s is given up', async (_name, open) => {
    const sent = await transportTo(await open(), { limits }).send('KZ-MIA', MAIL);
    expect(sent).toEqual(unreachable('TIMED_OUT'));
  });

  it('is given up by the shorter patience for a handshake', async () => {
    const origin = await onTcp(() => {});
    const transport = transportTo(origin, { limits: { connect: 50, answer: 1_000_000 } });
    expect(await transport.send('KZ-MIA', MAIL)).toEqual(unreachable('TIMED_OUT'));
  });

  it.each<readonly [string, () => Promise<string>]>([
    [
      'is not there',
      async () => {
        const origin = await onTcp(() => {});
        closers.pop()?.();
        return origin;
      },
    ],
    ['hangs up', () => onTcp((socket) => socket.destroy())],
    ['hangs up after the handshake', () => onTls((socket) => socket.destroy())],
    [
      'hangs up in the middle',
      () => onTls((socket) => socket.end(`${HEAD}Content-Length: 9\r\n\r\na`)),
    ],
    ['says something else', () => onTls((socket) => socket.end(`220 ${CANARY}\r\n\r\n`))],
    [
      'has headers without end',
      () => onTls((socket) => socket.end(`${HEAD}X: ${'a'.repeat(20_000)}\r\n\r\n`)),
    ],
  ])('because it %s is no connection', async (_name, open) => {
    const sent = await transportTo(await open()).send('KZ-MIA', MAIL);
    expect(sent).toEqual(unreachable('NO_CONNECTION'));
  });

  it('in TLS is no partner', async () => {
    const origin = await onTcp((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'));
    expect(await transportTo(origin).send('KZ-MIA', MAIL)).toEqual(
      unreachable('HANDSHAKE_REFUSED'),
    );
  });

  it('is over when the transport is closed', async () => {
    const closing: PartnerTransport[] = [];
    const origin = await onTls((socket) => {
      socket.once('data', () => closing[0]?.close());
    });
    const transport = transportTo(origin);
    closing.push(transport);
    const sending = transport.send('KZ-MIA', MAIL);
    expect(await sending).toEqual(unreachable('NO_CONNECTION'));
  });

  it.each([
    ['by what it says', 'Content-Length: 70000', 'a'.repeat(70_000)],
    ['by what it is', 'Transfer-Encoding: chunked', `11170\r\n${'a'.repeat(70_000)}\r\n0\r\n\r\n`],
  ])('in bounds, %s, is not read to its end', async (_name, length, body) => {
    const origin = await onTls((socket) => socket.write(`${HEAD}${length}\r\n\r\n${body}`));
    expect(await transportTo(origin).send('KZ-MIA', MAIL)).toEqual(unreachable('ANSWER_TOO_LARGE'));
  });
});

describe('a host that is not the partner', () => {
  it.each([
    ['by an unknown authority', certified({}, otherRoot)],
    ['for another host', certified({ hosts: ['gateway.example'] })],
    ['that has ended', certified({ days: -1 })],
    ['of another authority', BE.tls],
  ])('by a certificate %s gets nothing', async (_name, tls) => {
    const { origin, asked } = await partner(({ response }) => response.end(), tls);
    // Registered or not: what certifies it counts as well.
    const registered = tls === BE.tls ? KZ.certificates : [fingerprintOf(tls.cert)];
    const endpoints = async () => ({ origin, certificates: registered });
    const sent = await transportTo(origin, { endpoints }).send('KZ-MIA', MAIL);
    expect(sent).toEqual(unreachable('PARTNER_NOT_RECOGNISED'));
    expect(asked).toEqual([]);
  });

  it('is not believed because the environment says so', async () => {
    const { origin, asked } = await partner(
      ({ response }) => response.end(),
      certified({}, otherRoot),
    );
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const sent = await transportTo(origin).send('KZ-MIA', MAIL);
      expect(sent).toEqual(unreachable('PARTNER_NOT_RECOGNISED'));
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
    expect(asked).toEqual([]);
  });

  it('any more gets nothing further, on a connection that stays', async () => {
    const { origin, asked, connections } = await partner(async ({ request, response }) =>
      give(response, await signed(plainAnswer(), request)),
    );
    let endpoint: Endpoint = { origin, certificates: KZ.certificates };
    const transport = transportTo(origin, { endpoints: async () => endpoint });
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    expect(connections()).toBe(1);
    endpoint = { origin, certificates: BE.certificates };
    expect(await transport.send('KZ-MIA', MAIL)).toEqual(unreachable('PARTNER_NOT_RECOGNISED'));
    endpoint = { origin, certificates: [...BE.certificates, ...KZ.certificates] };
    expect((await transport.send('KZ-MIA', MAIL)).outcome).toBe('DELIVERED');
    expect(asked).toHaveLength(3);
  });
});

describe('an address', () => {
  it.each<readonly [string, Endpoint | undefined]>([
    ['that is not known', undefined],
    ['in the clear', { origin: `http://${HOST}:1`, certificates: KZ.certificates }],
    ['that is none', { origin: CANARY, certificates: KZ.certificates }],
  ])('%s gets nothing', async (_name, endpoint) => {
    const transport = transportTo('', { endpoints: async () => endpoint });
    expect(await transport.send('KZ-MIA', MAIL)).toEqual(unreachable('NO_ADDRESS'));
  });

  it('is asked for the authority that the mail goes to', async () => {
    const authorities: string[] = [];
    const endpoints = async (authority: string) => {
      authorities.push(authority);
      return undefined;
    };
    await transportTo('', { endpoints }).send('BE-IO', MAIL);
    expect(authorities).toEqual(['BE-IO']);
  });
});

describe('long mail', () => {
  it('is sent only once the partner asks for it, and its connection is over without', async () => {
    let received = '';
    let close = (): void => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    const origin = await onTls((socket) => {
      socket.on('data', (chunk) => {
        received += chunk.toString();
        socket.write('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
      });
      socket.on('close', close);
    });
    const sent = await transportTo(origin).send('KZ-MIA', 'a'.repeat(1_000_000));
    await closed;
    expect(sent).toEqual(refused('UNAUTHENTICATED'));
    expect(received).toMatch(/\r\nexpect: 100-continue\r\n/i);
    expect(received).toMatch(/\r\n\r\n$/);
  });
});

describe('a connection', () => {
  it('that nobody uses is not kept for long', async () => {
    const server = createServer({ ...KZ.tls, requestCert: true, keepAliveTimeout: 0 });
    const origin = await listening(server);
    const closed = new Promise((resolve) => {
      server.on('secureConnection', (socket) => socket.on('close', resolve));
    });
    server.on('request', (_, response) => response.writeHead(503).end());
    await transportTo(origin, { limits: { idle: 20 } }).send('KZ-MIA', MAIL);
    await closed;
  });

  it('is never a shorter handshake after an earlier one', async () => {
    const server = createServer({ ...KZ.tls, requestCert: true });
    const resumed: boolean[] = [];
    server.on('secureConnection', (socket) => resumed.push(socket.isSessionReused()));
    server.on('request', (_, response) => response.writeHead(503, { connection: 'close' }).end());
    const transport = transportTo(await listening(server));
    for (const _ of [1, 2, 3]) await transport.send('KZ-MIA', MAIL);
    expect(resumed).toEqual([false, false, false]);
  });
});
