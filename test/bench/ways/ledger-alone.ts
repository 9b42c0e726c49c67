/** The ledger's writer without a gateway, and what it is measured against: rows inserted one by one. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { ledgerFolder, ledgerKeyPath } from '../../../src/data-folder.js';
import { type EntryDraft, openLedger } from '../../../src/ledger/index.js';
import {
  type BundledUrls,
  closePool,
  createKeyFile,
  openFileKeeper,
  openKeyFile,
  openLedgerStore,
  openPool,
  openPools,
  type Sql,
} from '../../../src/store/index.js';
import { SEALS } from '../plan.js';
import { median } from '../statistics.js';

export interface LedgerAlone {
  /** Seals a second, so many at once. */
  seals(ms: number): Promise<number>;
  /** Single-row inserts a second of the same entry, so many at once, through the ledger's own pool or ten connections. */
  inserts(ms: number, through: 'same' | 'ten'): Promise<number>;
  /** Milliseconds of one seal, nothing else going on. */
  seal(times: number): Promise<number>;
  /** Milliseconds of one durable single-row insert, nothing else going on. */
  flush(times: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a ledger over a database of its own. */
export async function openLedgerAlone(urls: BundledUrls, dir: string): Promise<LedgerAlone> {
  const dataDir = join(dir, 'ledger-alone');
  await mkdir(dataDir, { recursive: true });
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  const pools = openPools(urls);
  const keeper = await openFileKeeper({ directory: ledgerFolder(dataDir), clock: systemClock });
  const ledger = await openLedger({
    store: openLedgerStore(pools),
    keeper,
    signer: await openKeyFile(ledgerKeyPath(dataDir), 'development'),
    clock: systemClock,
    ids: systemIds,
    authority: 'AZ-SMS',
  });
  const body = Buffer.alloc(2_000, 'x');
  const { entry } = await ledger.seal(DRAFT, body);
  let seq = 0;
  const insert = async (sql: Sql) => {
    seq += 1;
    await sql`insert into bench.entry (log_id, seq, leaf, leaf_hash) values (1, ${seq}, ${entry}, ${LEAF_HASH})`;
  };
  return {
    seals: (ms) => perSecond(ms, () => ledger.seal(DRAFT, body)),
    inserts: (ms, through) =>
      through === 'ten'
        ? withTen(urls.ledger, (ten) => perSecond(ms, () => insert(ten)))
        : perSecond(ms, () => insert(pools.ledger)),
    seal: (times) => medianMs(times, () => ledger.seal(DRAFT, body)),
    flush: (times) => medianMs(times, () => insert(pools.ledger)),
    async close() {
      await ledger.close();
      await keeper.close();
      await pools.close();
    },
  };
}

/** Ten connections for as long as the work takes. */
async function withTen<T>(url: string, work: (ten: Sql) => Promise<T>): Promise<T> {
  const ten = openPool(url, { name: 'bench ten', max: 10, statementMs: 0, silenceMs: 0 });
  try {
    return await work(ten);
  } finally {
    await closePool(ten);
  }
}

async function perSecond(ms: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - began < ms) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: SEALS }, worker));
  return done / ((performance.now() - began) / 1000);
}

async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < times; at += 1) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return median(took);
}

const LEAF_HASH = Buffer.alloc(32, 7);
const RELEASED = ['id', 'nameLatin', 'sex', 'dateOfBirth', 'placeOfBirth', 'citizenships'];

/** One person, six fields. */
const DRAFT: EntryDraft = {
  log: 'KZ-MIA',
  outcome: 'ANSWERED',
  refusal: null,
  asking: {
    authority: 'KZ-MIA',
    unit: null,
    role: 'PARTNER_GATEWAY',
    officer: 'KZ-MIA-0417',
    gateway: 'gateway.kz-mia.invalid',
  },
  answering: 'AZ-SMS',
  request: '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11',
  requestDigest: 'be'.repeat(32),
  instrument: 'AZ-KZ-2019',
  purpose: 'IDENTITY_ESTABLISHMENT',
  basis: '6',
  clauses: ['6(1)', '6(2)', '6(3)', '6(4)', '6(5)'],
  operation: 'ab'.repeat(32),
  withheld: ['Person.entryBans'],
  subjects: [
    {
      key: Buffer.alloc(32, 1),
      released: RELEASED.map((field) => `Person.${field}`).sort(),
      withheld: ['Person.entryBans'],
    },
  ],
  policy: 'cd'.repeat(32),
  schema: 'ef'.repeat(32),
};
