import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  describeFinding,
  formatDump,
  openDump,
  type Verdict,
  verifyRows,
} from '../../../src/ledger/index.js';
import { openLedgerReader } from '../../../src/store/index.js';
import { longMutations, type Mutation, mutations } from '../../cases/ledger-mutations.js';
import {
  ledgerSigner,
  openAttackedDatabase,
  openLedgerOn,
  rewriteCheckpoints,
  rewriteNodes,
  sealBatch,
} from '../../support/ledger.js';
import { MemoryKeeper } from '../ledger/memory.js';

const { publicKey } = ledgerSigner;
type Attacked = Awaited<ReturnType<typeof openAttackedDatabase>>;

/** Code and place, without the words. */
const findingsOf = ({ findings }: Verdict) =>
  findings.map((finding) => describeFinding(finding).split(':')[0]);

async function fill(database: Attacked, batches: readonly number[]): Promise<MemoryKeeper> {
  const keeper = new MemoryKeeper();
  const { ledger, close } = await openLedgerOn(database.urls, keeper);
  for (const count of batches) await sealBatch(ledger, 'KZ-MIA', count);
  await sealBatch(ledger, 'BE-IO', 2);
  await close();
  return keeper;
}

async function mutate({ admin }: Attacked, { sql, also = [] }: Mutation): Promise<void> {
  for (const statement of sql) await admin.unsafe(statement);
  if (also.includes('nodes')) await rewriteNodes(admin);
  if (also.includes('checkpoints')) await rewriteCheckpoints(admin);
}

describe.each([
  { log: 'a log', batches: [1, 1, 1, 4, 2, 1, 1, 1, 1], mutations },
  { log: 'a log with nodes', batches: [1, 199, 61, 60, 250], mutations: longMutations },
])(
  'A-11.4: whatever is done to the stored ledger, verification names the place: $log',
  ({ batches, mutations }) => {
    let database: Attacked;
    let keeper: MemoryKeeper;
    const tables = ['log', 'frame', 'entry', 'entry_subject', 'node', 'checkpoint'];

    beforeAll(async () => {
      database = await openAttackedDatabase();
      keeper = await fill(database, batches);
      await database.admin.unsafe('create schema before');
      for (const table of tables) {
        await database.admin.unsafe(`create table before.${table} as table ledger.${table}`);
      }
    });
    afterAll(() => database.drop());

    async function restore(): Promise<void> {
      for (const table of tables) {
        await database.admin.unsafe(`truncate ledger.${table}`);
        await database.admin.unsafe(`insert into ledger.${table} table before.${table}`);
      }
    }

    it.each(mutations)('$name', async (mutation) => {
      await restore();
      await mutate(database, mutation);
      const reader = openLedgerReader(database.admin);
      const kept = keeper.notes;
      const verdict = await verifyRows(reader.rows(), { publicKey, kept, hasSalts: true });
      expect(findingsOf(verdict)).toEqual(mutation.finds);
      // The same from a file, but for the salts, which it does not hold.
      const lines: string[] = [];
      for await (const line of formatDump(kept, reader.rows())) lines.push(line.trimEnd());
      const dump = await openDump(lines);
      const offline = await verifyRows(dump.rows, { ...dump, publicKey, hasSalts: false });
      const isAboutSalts = (finding: string) => finding.startsWith('SALT_DIFFERS');
      const expected = mutation.finds.filter((finding) => !isAboutSalts(finding));
      expect(findingsOf(offline)).toEqual(expect.arrayContaining(expected));
      if (mutation.finds.length === 0) expect(findingsOf(offline)).toEqual([]);
    });

    it('the gateway refuses to open on any of them', async () => {
      for (const mutation of mutations.filter(({ finds }) => finds.length > 0)) {
        await restore();
        await mutate(database, mutation);
        await expect(openLedgerOn(database.urls, keeper), mutation.name).rejects.toThrow(
          mutation.finds[0],
        );
      }
    });
  },
);
