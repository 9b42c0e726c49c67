/** How the subjects of entries are found by their tags, and what a new one costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuditShelf } from '../../../src/store/audit/shelf.js';
import { closePool, openOwner, type Sql } from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

const MANY = 30_000;
const TAG = 'ab'.repeat(16);
/** Of another subject, with the same head. */
const TWIN = `${'ab'.repeat(7)}${'cd'.repeat(9)}`;

let database: TestDatabase;
let owner: Sql;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  await owner`insert into ledger.log (log_id, origin) values (1, 'sorgu/AZ-SMS/KZ-MIA')`;
  await owner`insert into ledger.entry (log_id, seq, leaf, leaf_hash, salt)
    select 1, n, '{}', ${Buffer.alloc(32)}, ${Buffer.alloc(32)} from generate_series(0, 1) n`;
  await owner`insert into ledger.entry_subject (log_id, seq, n, tag, coordinates)
    values (1, 0, 0, decode(${TAG}, 'hex'), ''), (1, 1, 0, decode(${TWIN}, 'hex'), '')`;
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});

/** Pages that one more row of a tag touches, with its place in each index. */
async function pagesOfOneMore(): Promise<number> {
  const [explained] = await owner`explain (analyze, buffers, format json)
    insert into ledger.entry_subject (log_id, seq, n, tag, coordinates)
    values (2, ${MANY}, 0, decode(${TAG}, 'hex'), '')`;
  const [{ Plan: plan }] = explained?.['QUERY PLAN'] ?? [];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

describe('A-11.4 who is asked about again and again', () => {
  it('makes no later seal dearer; an index by hash would', async () => {
    await owner`
      insert into ledger.entry_subject (log_id, seq, n, tag, coordinates)
      select 2, n, 0, decode(${TAG}, 'hex'), '' from generate_series(0, ${MANY - 1}::int) n`;
    const behindMany = await pagesOfOneMore();
    await owner`create index by_hash on ledger.entry_subject using hash (tag)`;
    const byHash = await pagesOfOneMore();
    await owner`drop index ledger.by_hash`;
    expect(behindMany).toBeLessThan(20);
    expect(byHash).toBeGreaterThan(2 * behindMany);
  });
});

describe('A-11.4 a tag is looked for', () => {
  const first = { first: 10, after: null };
  it.each([
    [TAG, [0]],
    [TWIN, [1]],
    [`${'ab'.repeat(7)}${'00'.repeat(9)}`, []],
  ])('as a whole: %s', async (tag, found) => {
    const rows = await openAuditShelf(owner, 'AZ-SMS').tagged([tag], first);
    expect(rows.map(({ index }) => index)).toEqual(found);
  });
});
