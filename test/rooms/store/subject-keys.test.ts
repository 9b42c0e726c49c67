/** Subject-tag keys: wrapped by a key outside the database, destroyed after their retention; the log stays whole. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import { openLedger, tagOf, verifyRows } from '../../../src/ledger/index.js';
import {
  checkSubjectKeys,
  closePool,
  openImporter,
  openLedgerReader,
  openLedgerStore,
  openOwner,
  openPools,
  openSubjectKeys,
  type Pools,
  retireSubjectKeys,
  type Sql,
  StoreFault,
  wrapSubjectKeys,
} from '../../../src/store/index.js';
import { RETIRE_STEPS } from '../../../src/store/subject-keys/retire.js';
import { makeDataDir } from '../../support/data-dir.js';
import { chunksOf } from '../../support/import.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { bodyOf, draftOf, testSigner } from '../ledger/fixtures.js';
import { MemoryKeeper } from '../ledger/memory.js';

const REQUEST = '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11';
const NOW = Date.UTC(2026, 10, 20);
const YEAR = 365.25 * 86_400_000;
const signer = testSigner(3);

let database: TestDatabase;
let owner: Sql;
let pools: Pools;
let directory: string;
let keeper: MemoryKeeper;
const clock = { at: NOW, now: () => clock.at };

beforeEach(async () => {
  clock.at = NOW;
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  pools = openPools(database.urls);
  directory = join(await makeDataDir(), 'keys');
  keeper = new MemoryKeeper();
});
afterEach(async () => {
  await pools.close();
  await closePool(owner);
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const options = () => ({
  ...{ url: database.urls.owner, directory, authority: 'AZ-SMS', clock, ids: systemIds },
});
const openRing = () => openSubjectKeys({ directory, ids: systemIds });
const files = async () => (await readdir(directory)).sort();

/** People of these names, recorded at an instant, with a request about each of them. */
async function register(at: number, names: readonly string[], isWrapped = true): Promise<void> {
  const keys = isWrapped ? { keys: openRing() } : {};
  const importer = openImporter({
    ...{ url: database.urls.owner, clock: { now: () => at }, ids: systemIds },
    ...keys,
  });
  await importer.load({ lines: chunksOf(names.map((id) => ({ id }))), reject: fail });
}
const fail = ({ code }: { readonly code: string }) => {
  throw new Error(code);
};

async function requestAbout(names: readonly string[], from: number): Promise<void> {
  const grantUntil = new Date(from + YEAR);
  await owner`insert into exchange.request (id, digest, instrument, requesting_authority, requested_authority, aim, state,
    substance, items_wanted, received_at, grant_until) values (${REQUEST}, ${'a'.repeat(64)}, 'AZ-KZ-2019', 'KZ-MIA',
    'AZ-SMS', 'RIGHTS', 'ANSWERED', '', '{}', ${new Date(from)}, ${grantUntil})`;
  for (const [at, name] of names.entries()) {
    await owner`insert into exchange.request_subject (request_id, n, identification, person_key)
      values (${REQUEST}, ${at + 1}, '{}', ${name})`;
  }
}

async function keptKey(name: string): Promise<Uint8Array> {
  const [row] = await owner<{ key: Uint8Array }[]>`
    select key from register.subject_key where person_key = ${name}`;
  return row?.key ?? new Uint8Array();
}

/** Discloses something about these people, as a request's answer or as candidates of a search. */
async function disclose(at: number, names: readonly string[], isCandidate = false): Promise<void> {
  const ring = openRing();
  const ledger = await openLedger({
    ...{ store: openLedgerStore(pools), keeper, signer, ids: systemIds, authority: 'AZ-SMS' },
    ...{ clock: { now: () => at }, openKey: (kept) => ring.open(kept) },
  });
  const released = ['Person.dateOfBirth'];
  const subjects = await Promise.all(
    names.map(async (name) => ({ key: await keptKey(name), released, withheld: [], isCandidate })),
  );
  const log = isCandidate ? 'DOMESTIC' : 'KZ-MIA';
  await ledger.seal(draftOf({ request: REQUEST, log, subjects }), bodyOf('answer'));
  await ledger.close();
}

/** Whether the ledger names a person: by the key that the register has now. */
async function isNamed(name: string, at: number, isCandidate = false): Promise<boolean> {
  const key = openRing().openFor(name, await keptKey(name));
  if (key === undefined) throw new Error('no key');
  const origin = isCandidate ? 'sorgu/AZ-SMS/DOMESTIC' : 'sorgu/AZ-SMS/KZ-MIA';
  const month = new Date(at).toISOString().slice(0, 7);
  const tag = tagOf(key, { month, origin, request: isCandidate ? null : REQUEST });
  const found = await owner`select from ledger.entry_subject where tag = ${tag}`;
  return found.length > 0;
}

async function findings() {
  const rows = openLedgerReader(pools.app).rows();
  const evidence = { publicKey: signer.publicKey, kept: keeper.notes, hasSalts: true };
  return (await verifyRows(rows, evidence)).findings;
}

describe('a key as the register keeps it', () => {
  it('is wrapped, and opens for its own person alone', async () => {
    await wrapSubjectKeys(options());
    await register(NOW, ['anna', 'boris']);
    const [anna, boris] = [await keptKey('anna'), await keptKey('boris')];
    expect([anna.length, boris.length]).toEqual([81, 81]);
    const ring = openRing();
    expect(ring.openFor('anna', anna)).toHaveLength(32);
    expect(ring.openFor('anna', boris)).toBeUndefined();
    expect(Buffer.from(anna).includes(Buffer.from(ring.open(anna)))).toBe(false);
  });

  it('is refused where a byte of it was changed, and nothing is sealed with it', async () => {
    await wrapSubjectKeys(options());
    await register(NOW, ['anna']);
    const changed = Buffer.from(await keptKey('anna'));
    changed[30] = (changed[30] ?? 0) ^ 1;
    await owner`update register.subject_key set key = ${changed}`;
    expect(openRing().openFor('anna', changed)).toBeUndefined();
    await expect(disclose(NOW, ['anna'])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
    await expect(checkSubjectKeys(pools.app, openRing())).rejects.toThrow(StoreFault);
    expect(await owner`select from ledger.entry`).toHaveLength(0);
  });

  it('was plain once: wrapped, its tags are found as before', async () => {
    await register(NOW, ['anna'], false);
    await disclose(NOW, ['anna']);
    expect(await keptKey('anna')).toHaveLength(32);
    const { rewrapped } = await wrapSubjectKeys(options());
    expect(rewrapped).toBe(1);
    expect(await keptKey('anna')).toHaveLength(81);
    expect(await isNamed('anna', NOW)).toBe(true);
    expect(await wrapSubjectKeys(options())).toEqual({ destroyed: 0, rewrapped: 0, epoch: 1 });
  });

  it('cannot be opened without the file: the start names it, and no second first epoch is made', async () => {
    await wrapSubjectKeys(options());
    await register(NOW, ['anna']);
    await rm(join(directory, 'subject-1.key'));
    await expect(checkSubjectKeys(pools.app, openRing())).rejects.toThrow('subject-1.key');
    await expect(wrapSubjectKeys(options())).rejects.toThrow('restore subject-<n>.key');
    await expect(disclose(NOW, ['anna'])).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
  });

  it.each([
    ['that others may read', 0o644, `${'0'.repeat(64)}\n`, 'chmod 600'],
    ['that is cut short', 0o600, '0123', 'holds no key'],
  ])('is not taken from a file %s', async (...[, mode, content, words]) => {
    await wrapSubjectKeys(options());
    await rm(join(directory, 'subject-1.key'));
    await writeFile(join(directory, 'subject-1.key'), content, { mode });
    expect(() => openRing()).toThrow(words);
  });
});

describe('the retention of keys', () => {
  const long = NOW - 4 * YEAR;
  const lately = NOW - YEAR;

  /** anna was disclosed lately, boris long ago, vera was found by a search lately; dina never, and all are old. */
  async function fill(): Promise<void> {
    await wrapSubjectKeys(options());
    await register(long, ['anna', 'boris', 'dina', 'vera']);
    await requestAbout(['anna', 'boris'], long);
    await owner`update exchange.request set grant_until = ${new Date(NOW)}`;
    await disclose(long, ['boris', 'anna']);
    await disclose(lately, ['anna']);
    await disclose(lately, ['vera'], true);
  }

  async function expectRetired(): Promise<void> {
    expect(await isNamed('anna', lately)).toBe(true);
    expect(await isNamed('anna', long)).toBe(true);
    expect(await isNamed('vera', lately, true)).toBe(true);
    expect(await isNamed('boris', long)).toBe(false);
    expect(await findings()).toEqual([]);
    expect(await files()).toEqual(['subject-2.key']);
  }

  it('ends the tags of whom nothing was disclosed for three years; the log verifies', async () => {
    await fill();
    const before = await keptKey('boris');
    expect(await isNamed('boris', long)).toBe(true);
    expect(await retireSubjectKeys(options())).toEqual({ destroyed: 2, rewrapped: 2, epoch: 2 });
    await expectRetired();
    // A backup of the table from before: what it held is wrapped by a key that is nowhere any more.
    expect(() => openRing().open(before)).toThrow('subject-1.key');
  });

  it('A-8.2 counts what was given unasked', async () => {
    await wrapSubjectKeys(options());
    await register(long, ['anna', 'boris']);
    const content = { provision: { recipient: 'KZ-MIA' }, sheet: { matches: { 1: 'anna' } } };
    await owner`
      insert into exchange.provision (id, side, state, keep_until, version, content)
      values (${REQUEST}, 'PROVIDER', 'SENT', ${new Date(NOW)}, 1, ${JSON.stringify(content)})`;
    await disclose(lately, ['anna', 'boris']);
    expect(await retireSubjectKeys(options())).toMatchObject({ destroyed: 1, rewrapped: 1 });
    expect(await isNamed('anna', lately)).toBe(true);
  });

  it('is counted anew from there: the next run finds nothing due', async () => {
    await fill();
    await retireSubjectKeys(options());
    expect(await retireSubjectKeys(options())).toEqual({ destroyed: 0, rewrapped: 0, epoch: 2 });
  });

  it('is that of the settings: longer, and nothing is due', async () => {
    await fill();
    const { destroyed } = await retireSubjectKeys({ ...options(), years: 5 });
    expect([destroyed, await files()]).toEqual([0, ['subject-1.key']]);
  });

  it.each(RETIRE_STEPS)('is kept where a run ends at %s and another goes on', async (step) => {
    await fill();
    const ending = retireSubjectKeys({
      ...options(),
      step: (name) => {
        if (name === step) throw new Error('power failure');
      },
    });
    await expect(ending).rejects.toThrow('power failure');
    await retireSubjectKeys(options());
    await expectRetired();
  });

  it('is not cut short by a key that is missing: nothing is destroyed', async () => {
    await fill();
    const kept = await readFile(join(directory, 'subject-1.key'));
    await rm(join(directory, 'subject-1.key'));
    await expect(retireSubjectKeys(options())).rejects.toThrow('subject-1.key');
    await writeFile(join(directory, 'subject-1.key'), kept, { mode: 0o600 });
    expect(await isNamed('boris', long)).toBe(true);
  });

  it('does not leave an import behind that began before: it wraps by the new epoch', async () => {
    await fill();
    const keys = openRing();
    const importer = openImporter({
      ...{ url: database.urls.owner, clock, ids: systemIds, keys },
    });
    await retireSubjectKeys(options());
    await importer.load({ lines: chunksOf([{ id: 'egor' }]), reject: fail });
    expect(openRing().openFor('egor', await keptKey('egor'))).toHaveLength(32);
  });
});
