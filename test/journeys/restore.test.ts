/**
 * A gateway that is restored from an older backup: a real copy of its stopped cluster and of its folders. It answers
 * nothing, says why, loses nothing more, and serves again from the newer copy.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type DemoDatabase,
  type DemoGateway,
  freePort,
  openDemoGateway,
  prepare,
} from '../../scripts/demo/gateway.js';
import { systemClock, systemIds } from '../../src/base/index.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { openBundledPostgres } from '../../src/store/index.js';
import { openTestDatabase } from '../support/postgres.js';

const run = promisify(execFile);

let dir: string;
let astana: DemoGateway;
let open: (database?: DemoDatabase) => Promise<DemoGateway>;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sorgu-restore-'));
  // The cluster's account walks through: so it stands in the folder that is copied.
  await mkdir(join(dir, 'AZ-SMS'));
  for (const folder of [dir, join(dir, 'AZ-SMS')]) await chmod(folder, 0o711);
  const certifier = makeCertificateAuthority('Test', { clock: systemClock, ids: systemIds });
  const common = { dir, certifier, people: [] };
  const az = await prepare({ ...common, authority: 'AZ-SMS', port: await freePort() });
  const { urls, drop: close } = await openTestDatabase();
  const database = { urls, close };
  const kz = await prepare({ ...common, authority: 'KZ-MIA', port: await freePort(), database });
  astana = await openDemoGateway(kz, az.partner);
  open = (own) => openDemoGateway(own === undefined ? az : { ...az, database: own }, kz.partner);
}, 60_000);
afterAll(async () => {
  await astana?.close();
  await rm(dir, { recursive: true, force: true });
});

const data = () => join(dir, 'AZ-SMS');
const copy = (name: string) => run('cp', ['-a', data(), join(dir, name)]);

/** Seals a refusal in the log of the exchange; says what the caller is told. */
async function ask(gateway: DemoGateway): Promise<unknown> {
  const partner = {
    role: 'PARTNER_GATEWAY',
    authority: 'KZ-MIA',
    gateway: 'gw.kz',
    officer: 'K-1',
  };
  const { errors } = await gateway.ask(
    partner as Parameters<DemoGateway['ask']>[0],
    '{ subjects { edges { node { id } } } }',
    { request: '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11', purpose: 'PERSON_DETECTION' },
  );
  return errors[0]?.extensions.code;
}

async function readiness({ adminUrl }: DemoGateway) {
  const answer = await fetch(`${adminUrl}/readyz`);
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** Opens the gateway for some work, and stops it with its cluster. */
async function during<T>(work: (gateway: DemoGateway) => Promise<T>): Promise<T> {
  const gateway = await open();
  try {
    return await work(gateway);
  } finally {
    await gateway.close();
  }
}

async function goOn(gateway: DemoGateway): Promise<void> {
  expect(await ask(gateway)).toBe('NO_GRANT');
  await gateway.exchange.askWitnesses();
  expect(await readiness(gateway)).toMatchObject({ status: 200, ready: true });
}

test('A-11.4 a gateway restored from an older backup refuses to serve, until the newer one is there', async () => {
  await during(goOn);
  await copy('older');
  await during(goOn);
  await rename(data(), join(dir, 'newer'));

  await rename(join(dir, 'older'), data());
  await during(async (gateway) => {
    await gateway.exchange.askWitnesses();
    expect(gateway.lines.join('\n')).toContain('BEHIND_WITNESS');
    expect(await ask(gateway)).toBe('LEDGER_UNAVAILABLE');
    expect(await readiness(gateway)).toMatchObject({
      ...{ status: 503, ready: false },
      checks: { database: true, ledger: false },
      reasons: { ledger: 'BEHIND_WITNESS' },
    });
  });
  await rm(data(), { recursive: true });

  await rename(join(dir, 'newer'), data());
  await during(goOn);
}, 240_000);

test('A-11.4 the database alone restored is found out without any witness', async () => {
  await copy('behind');
  await during(goOn);
  await rm(join(data(), 'postgres'), { recursive: true });
  await rename(join(dir, 'behind', 'postgres'), join(data(), 'postgres'));
  const own = await openBundledPostgres({ dataDir: data(), log: () => undefined });
  try {
    await expect(open(own)).rejects.toThrow(/ledger: .*compare with sorgu verify-ledger/);
  } finally {
    await own.close();
  }
}, 240_000);

test('A-11.4 a half-written backup does not start, and says what is there', async () => {
  const place = join(data(), 'postgres', 'cluster', 'global', 'pg_control');
  await rm(place);
  await expect(
    openBundledPostgres({ dataDir: data(), log: () => undefined }),
  ).rejects.toMatchObject({ name: 'StoreFault' });
}, 60_000);
