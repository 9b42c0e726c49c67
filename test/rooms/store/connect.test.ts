/** Pools: how a URL reads, and that a pool survives the loss of its database. */
import { rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addressIn, roleIn } from '../../../src/store/connect.js';
import {
  closePool,
  openBundledPostgres,
  openPool,
  openPools,
  orUnavailable,
  type Sql,
  StoreFault,
} from '../../../src/store/index.js';
import { openLanes } from '../../../src/store/lanes.js';
import { makeDataDir } from '../../support/data-dir.js';
import { openTestDatabase } from '../../support/postgres.js';

const options = { name: 'test', max: 2, statementMs: 5_000, silenceMs: 0 };

describe('a URL', () => {
  test.each([
    ['postgres://a:b@db.example/x', { host: 'db.example', port: 5432 }],
    ['postgresql://a:b@db.example:6000/x?application_name=y', { host: 'db.example', port: 6000 }],
    ['postgres://a:b@[::1]:6000/x', { host: '::1', port: 6000 }],
    ['postgres://a:b@%2Frun%2Fpg/x', { path: '/run/pg/.s.PGSQL.5432' }],
    ['postgres://a:b@h/x?host=%2Frun%2Fpg&port=5433', { path: '/run/pg/.s.PGSQL.5433' }],
  ])('%s', async (url, address) => {
    expect(addressIn(url)).toEqual(address);
    const sql = openPool(url, options);
    expect(sql.options).toMatchObject({ user: 'a', pass: 'b', database: 'x' });
    // They would go to the server as settings, and it would refuse them.
    expect(sql.options.connection).not.toHaveProperty('host');
    expect(sql.options.connection).not.toHaveProperty('port');
    await closePool(sql);
  });

  test('that is none is refused without showing it', () => {
    for (const url of ['', 'mysql://a:secret@b/c', 'a:secret@b']) {
      expect(() => openPool(url, options)).toThrow(StoreFault);
      expect(() => openPool(url, options)).not.toThrow('secret');
    }
  });

  test('names the role, percent-encoded or not', () => {
    expect(roleIn('postgres://sorgu%20app:x@h/d')).toBe('sorgu app');
  });
});

test('both pools serve, as their roles, and close', async () => {
  const database = await openTestDatabase();
  const pools = openPools(database.urls);
  expect(
    await pools.app`select current_user::text as role, current_setting('TimeZone') as zone`,
  ).toEqual([{ role: 'sorgu_app', zone: 'UTC' }]);
  expect(await pools.ledger`select current_user::text as role`).toEqual([{ role: 'sorgu_ledger' }]);
  await pools.close();
  await database.drop();
});

/** The first node of the plan by which a ticket is looked for. */
async function ticketPlan(sql: Sql): Promise<string> {
  const [first] = await sql<{ 'QUERY PLAN': string }[]>`
    explain select from granted.ticket where xid = pg_current_xact_id_if_assigned()`;
  return first?.['QUERY PLAN'] ?? '';
}

test('what finds by keys reads no table whole, however empty it was when the plan was made', async () => {
  const { urls, drop } = await openTestDatabase();
  const planned = openPool(urls.owner, { ...options, plansOnce: true });
  const other = openPool(urls.owner, options);
  // As autovacuum leaves it where nobody reads for a while.
  await other`vacuum analyze granted.ticket`;
  expect(await ticketPlan(planned)).toMatch(/^(?:Index|Bitmap)/);
  expect(await ticketPlan(other)).toMatch(/^Seq Scan/);
  await Promise.all([closePool(planned), closePool(other)]);
  await drop();
});

test('a connection that nobody waits for outlives the silence', async () => {
  const { urls, drop } = await openTestDatabase();
  let isAwaited = true;
  let told = () => {};
  const silent = new Promise<void>((resolve) => {
    told = resolve;
  });
  const quick = { ...options, max: 1, silenceMs: 50 };
  const sql = openPool(urls.app, {
    ...quick,
    isAwaited: () => {
      if (!isAwaited) told();
      return isAwaited;
    },
  });
  const session = async () => (await sql`select pg_backend_pid() as pid`)[0];
  const before = await session();
  isAwaited = false;
  await silent;
  expect(await session()).toEqual(before);
  await closePool(sql);
  await drop();
});

test('A-11.4 tickets alone are committed without waiting for the disk', async () => {
  const { urls, drop } = await openTestDatabase();
  const pools = openPools(urls);
  const waits = async (sql: Sql) => {
    const [found] = await sql<{ synchronous_commit: string }[]>`show synchronous_commit`;
    return found?.synchronous_commit;
  };
  expect(await pools.register.take(waits)).toBe('off');
  expect(await pools.search.take(waits)).toBe('off');
  expect([await waits(pools.app), await waits(pools.ledger)]).toEqual(['on', 'on']);
  await pools.close();
  await drop();
});

test('A-11.4 the database is gone: UNAVAILABLE; it returns: the same pool serves again by itself', async () => {
  const dataDir = await makeDataDir();
  const open = () => openBundledPostgres({ dataDir, log: () => undefined });
  const before = await open();
  const sql = openPool(before.urls.app, options);
  const ask = () => orUnavailable(async () => await sql`select 1 as n`);
  expect(await ask()).toEqual([{ n: 1 }]);
  await before.close();
  for (let n = 0; n < 6; n += 1) await expect(ask()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const after = await open();
  await vi.waitFor(async () => expect(await ask()).toEqual([{ n: 1 }]), { timeout: 10_000 });
  expect(await Promise.all([ask(), ask(), ask()])).toHaveLength(3);
  await closePool(sql);
  await after.close();
  await rm(dataDir, { recursive: true });
});

describe('a connection that is reset', () => {
  /** A way to a database that can be cut off. */
  async function openWay(url: string) {
    const near = new Set<Socket>();
    const server = createServer((socket) => {
      const far = connect(addressIn(url));
      for (const end of [socket, far]) end.on('error', () => undefined);
      socket.pipe(far).pipe(socket);
      near.add(socket.on('close', () => far.destroy()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { pathname, username, password } = new URL(url.replace(/\?.*/, ''));
    return {
      url: `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`,
      reset: () => {
        for (const socket of near) socket.resetAndDestroy();
      },
      close: () => server.close(),
    };
  }

  test('A-11.4 who asks between its error and its close is told, and the next is answered', async () => {
    const database = await openTestDatabase();
    const way = await openWay(database.urls.app);
    const sql = openPool(way.url, { ...options, max: 1 });
    await sql`select 1`;
    const admin = openPool(database.urls.admin, { ...options, max: 1 });
    await admin`select pg_advisory_lock(7)`;
    const asking = sql`select pg_advisory_lock(7)`.then(
      () => undefined,
      // At once: the socket has failed and is not closed yet.
      async () => [await told(sql`select 2 as n`), await told(sql`select 3 as n`)],
    );
    await vi.waitFor(async () => expect(await waiting(admin)).toBe(1));
    way.reset();
    const answers = await asking;
    expect(answers?.[0]).toBe('CONNECTION_CLOSED');
    expect(answers?.[1]).toEqual([{ n: 3 }]);
    await Promise.all([closePool(sql), closePool(admin)]);
    way.close();
    await database.drop();
  });

  const told = (query: Promise<unknown>) => query.catch(({ code }: { code: string }) => code);

  /** How many wait for a lock that another holds. */
  async function waiting(admin: Sql): Promise<number> {
    const rows = await admin`select from pg_locks
      where not granted and locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`;
    return rows.length;
  }
});

describe('a server that is none', () => {
  let server: Server;
  let sql: Sql;
  const sockets = new Set<Socket>();
  afterEach(async () => {
    await sql.end({ timeout: 0 });
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  /** A listener on loopback, and a pool on it. */
  async function listen(onSocket: (socket: Socket) => void, silenceMs: number): Promise<Sql> {
    server = createServer((socket) => {
      sockets.add(socket);
      onSocket(socket.on('error', () => undefined));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return openPool(`postgres://a:b@127.0.0.1:${port}/x`, { ...options, silenceMs });
  }

  test('a proxy that accepts and closes: rejected, not asked for ever', async () => {
    sql = await listen((socket) => socket.end(), 0);
    await expect(orUnavailable(async () => await sql`select 1`)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(sockets.size).toBe(1);
  });

  test('a server that says nothing: nobody on a lane waits for ever', async () => {
    sql = await listen(() => undefined, 0);
    const { address, port } = server.address() as AddressInfo;
    const quick = { name: 'test', max: 1, statementMs: 0, silenceMs: 50 };
    const lanes = openLanes(`postgres://a:b@${address}:${port}/x`, quick);
    const asked = lanes.take((lane) => orUnavailable(async () => await lane`select 1`));
    await expect(asked).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await lanes.close();
  });

  test('a server that says nothing: rejected when the silence is too long', async () => {
    sql = await listen(() => undefined, 50);
    await expect(orUnavailable(async () => await sql`select 1`)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});
