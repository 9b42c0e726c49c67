import { Agent } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { answered, ask, codeOf, OPERATION, openStage, post, type Stage, sendRaw } from './stage.js';

const stages: Stage[] = [];
async function stageWith(...parameters: Parameters<typeof openStage>): Promise<Stage> {
  const stage = await openStage(...parameters);
  stages.push(stage);
  return stage;
}
afterEach(async () => {
  for (const stage of stages.splice(0)) await stage.close();
});

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const whole = (more = ''): string =>
  `${HEAD}${more}Content-Length: ${OPERATION.length}\r\n\r\n${OPERATION}`;

/** A promise and the function that resolves it. */
function gate() {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

describe('bytes that are no HTTP', () => {
  it.each([
    ['noise', 'AZE4471123\r\n\r\n', 400],
    ['a line too few', 'GET\r\n\r\n', 400],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n', 400],
    ['HTTP/2 in the clear', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['a header with a line break in its name', `${HEAD}X Y: AZE4471123\r\n\r\n`, 400],
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, 400],
    [
      'a length and chunks',
      `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['a length below zero', `${HEAD}Content-Length: -1\r\n\r\n`, 400],
    ['a chunk without a size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nAZE4471123\r\n`, 400],
    ['headers without end', `${HEAD}X: ${'AZE4471123'.repeat(2000)}\r\n\r\n`, 431],
    ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  ])('%s gets a constant answer and the connection ends', async (_name, text, status) => {
    const { door } = await stageWith();
    const received = await sendRaw(door.url, text);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(received).not.toContain('4471123');
  });

  it('is alike for all kinds of noise', async () => {
    const { door } = await stageWith();
    const noise = ['GET\r\n\r\n', '\0\0\0\0\r\n\r\n', `${HEAD}Content-Length: x\r\n\r\n`];
    const received = await Promise.all(noise.map((text) => sendRaw(door.url, text)));
    expect(new Set(received).size).toBe(1);
  });
});

describe('slow callers', () => {
  const limits = { headers: 40, request: 80, checkEvery: 20 };

  it.each([
    ['headers that do not end', `${HEAD}X: `],
    ['a body that does not end', `${HEAD}Content-Length: 100\r\n\r\n{`],
    ['chunks that do not end', `${HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`],
  ])('with %s are sent away', async (_name, text) => {
    const stage = await stageWith({ limits });
    expect(await sendRaw(stage.door.url, text)).toMatch(/^HTTP\/1\.1 408 /);
    expect(stage.asked).toEqual([]);
    expect((await post(stage)).status).toBe(200);
  });

  it('that say nothing are sent away', async () => {
    const stage = await stageWith({ limits: { ...limits, idle: 50 } });
    expect(await sendRaw(stage.door.url, '')).toMatch(/^(?:HTTP\/1\.1 408 .*)?$/s);
  });
});

describe('whoever opens many connections', () => {
  /** Opens one from an address, and says whether it is still there once it has asked. */
  async function opened(url: string, from: string): Promise<{ answered: boolean; end(): void }> {
    const { hostname: host, port } = new URL(url);
    const socket = connect({ host, port: Number(port), localAddress: from });
    const first = new Promise<boolean>((resolve) => {
      socket.once('data', () => resolve(true));
      socket.on('error', () => resolve(false)).once('close', () => resolve(false));
    });
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    return { answered: await first, end: () => socket.destroy() };
  }

  it.each([
    ['keeps nobody else out', false, [true, true, false, true]],
    ['is a proxy, and has all of them', true, [true, true, true, true]],
  ])('%s', async (_name, tlsTerminated, expected) => {
    const { door } = await stageWith({ limits: { fromOne: 2 }, tlsTerminated });
    const all = [];
    for (const from of ['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.2']) {
      all.push(await opened(door.url, from));
    }
    for (const one of all) one.end();
    expect(all.map(({ answered: was }) => was)).toEqual(expected);
    // What was closed is free again.
    await expect.poll(async () => (await opened(door.url, '127.0.0.1')).answered).toBe(true);
  });
});

describe('a body that is too large', () => {
  it('is refused by what it says, before it is sent', async () => {
    const stage = await stageWith();
    const announced = `${HEAD}Expect: 100-continue\r\nContent-Length: 300000\r\n\r\n`;
    const received = await sendRaw(stage.door.url, announced);
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toMatch(/\r\nconnection: close\r\n/i);
  });

  it('is dropped, and its connection with it, where it never ends', async () => {
    const stage = await stageWith({ limits: { body: 10 } });
    const { hostname, port } = new URL(stage.door.url);
    const socket = connect(Number(port), hostname);
    socket.write(`${HEAD}Content-Length: 99999999\r\n\r\n`);
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const pour = (): void => {
      while (!socket.destroyed && socket.write(Buffer.alloc(65_536)));
    };
    socket.on('drain', pour).on('error', () => {});
    pour();
    await closed;
    expect(stage.noted).toEqual(['PAYLOAD_TOO_LARGE /graphql']);
    expect(socket.bytesWritten).toBeLessThan(99_999_999);
  });

  it('that is wanted is asked for', async () => {
    const stage = await stageWith();
    const received = await sendRaw(
      stage.door.url,
      whole('Expect: 100-continue\r\nConnection: close\r\n'),
    );
    expect(received).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });
});

describe('one connection', () => {
  it('gets pipelined answers in the order of the questions', async () => {
    const stage = await stageWith();
    stage.reply = ({ request }) => answered(`"${request}"`);
    const text = ['1', '2', '3'].map((n) => whole(`Exchange-Request: ${n}\r\n`)).join('');
    const last = 'GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const received = await sendRaw(stage.door.url, text + last);
    expect(received.match(/"\d"|Not found/g)).toEqual(['"1"', '"2"', '"3"', 'Not found']);
  });

  it('goes on after a refusal whose body nobody read', async () => {
    const stage = await stageWith();
    const refusedFirst = whole().replace('POST', 'PUT');
    const received = await sendRaw(stage.door.url, refusedFirst + whole('Connection: close\r\n'));
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 405', 'HTTP/1.1 200']);
  });

  it('that ends in the middle of a body troubles nobody', async () => {
    const stage = await stageWith();
    const { hostname, port } = new URL(stage.door.url);
    const socket = connect(Number(port), hostname);
    socket.write(`${HEAD}Content-Length: 100\r\n\r\n{`, () => socket.destroy());
    await new Promise((resolve) => socket.once('close', resolve));
    expect((await post(stage)).status).toBe(200);
    expect([stage.asked.length, stage.alarmed.length]).toEqual([1, 0]);
  });

  it('cannot be upgraded', async () => {
    const stage = await stageWith();
    const upgrade = 'Connection: Upgrade, close\r\nUpgrade: websocket\r\n';
    const received = await sendRaw(
      stage.door.url,
      `GET /graphql HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n`,
    );
    expect(received).toMatch(/^HTTP\/1\.1 405 /);
  });

  it('cannot add headers to the answer', async () => {
    const stage = await stageWith();
    const sent = { 'exchange-request': 'a%0d%0aSet-Cookie: b', 'accept-language': 'ru%0d%0aX: y' };
    const { headers } = await post(stage, sent);
    expect(JSON.stringify(headers).toLowerCase()).not.toMatch(/cookie|"x"/);
  });
});

describe('the end', () => {
  it('lets the answer in flight out, takes no new one, and says goodbye', async () => {
    const stage = await stageWith();
    const arrived = gate();
    const released = gate();
    stage.reply = async () => {
      arrived.open();
      await released.passed;
      return answered('"late"');
    };
    const agent = new Agent({ keepAlive: true });
    const headers = { 'content-type': 'application/json' };
    const pending = ask(`${stage.door.url}/graphql`, {
      method: 'POST',
      headers,
      body: OPERATION,
      agent,
    });
    await arrived.passed;
    const closing = stage.close();
    await expect(post(stage)).rejects.toThrow(/ECONNREFUSED/);
    released.open();
    const received = await pending;
    expect([received.body, received.headers.connection]).toEqual(['"late"', 'close']);
    await closing;
    agent.destroy();
  });

  it('does not wait for ever', async () => {
    const stage = await stageWith({ limits: { grace: 30 } });
    const arrived = gate();
    stage.reply = () => {
      arrived.open();
      return new Promise(() => {});
    };
    const pending = post(stage).catch((error: NodeJS.ErrnoException) => error.code);
    await arrived.passed;
    await stage.close();
    expect(await pending).toBe('ECONNRESET');
  });

  it('may be asked for twice', async () => {
    const stage = await stageWith();
    await stage.close();
    await stage.close();
  });
});

describe('the beginning', () => {
  it('fails where the port is taken, and leaves no listener behind', async () => {
    const stage = await stageWith();
    const port = Number(new URL(stage.door.url).port);
    const other = await stageWith();
    const adminPort = Number(new URL(other.door.adminUrl).port);
    await other.close();
    await expect(openStage({ port, adminPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect((await stageWith({ adminPort })).door.adminUrl).toBe(other.door.adminUrl);
    const taken = Number(new URL(stage.door.adminUrl).port);
    await expect(openStage({ adminPort: taken })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('another address', () => {
  it.each([
    '/',
    '/graphql/',
    '/GRAPHQL',
    '//graphql',
    '/graphql%2f',
    '/dev/personas',
    '/graphiql',
    '/readyz',
    '/metrics',
    '/.env',
    '*',
  ])('%s holds nothing', async (path) => {
    const stage = await stageWith();
    const received = await ask(new URL(stage.door.url).origin + (path === '*' ? '/*' : path));
    expect([received.status, received.body]).toEqual([404, 'Not found\n']);
  });

  it('is alike for every method', async () => {
    const stage = await stageWith();
    const received = await ask(`${stage.door.url}/x`, { method: 'POST', body: 'AZE4471123' });
    expect([received.status, received.body]).toEqual([404, 'Not found\n']);
  });
});

describe('health', () => {
  it('is told to anybody', async () => {
    const stage = await stageWith();
    const received = await ask(`${stage.door.url}/healthz`);
    expect([received.status, received.body]).toEqual([200, '{"status":"ok"}']);
  });

  it('is told without a body to HEAD, and not to POST', async () => {
    const stage = await stageWith();
    const head = await ask(`${stage.door.url}/healthz`, { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '15']);
    const posted = await ask(`${stage.door.url}/healthz`, { method: 'POST' });
    expect([codeOf(posted), posted.headers.allow]).toEqual(['METHOD_NOT_ALLOWED', 'GET, HEAD']);
  });
});
