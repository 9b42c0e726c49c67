/** Whether the loader writes what the product writes: the first answers of a course by both, compared row by row. */
import type { Clock, Ids, Signer } from '../../../src/base/index.js';
import { openLedger } from '../../../src/ledger/index.js';
import {
  type BundledUrls,
  closePool,
  openLedgerStore,
  openOwner,
  openPools,
} from '../../../src/store/index.js';
import type { Stage } from '../stage.js';
import { TABLES } from './copy-rows.js';
import type { Course } from './course.js';
import { AUTHORITY, loadLog } from './load-log.js';

/** Rows of both, table by table; throws where they differ. */
export async function checkSameRows(
  stage: Stage,
  course: Course,
  { signer, answers }: { readonly signer: Signer; readonly answers: number },
): Promise<number> {
  const product = await stage.makeDatabase('by_product');
  const loaded = await stage.makeDatabase('by_loader');
  await sealByProduct(product, course, { signer, answers });
  await loadLog({ url: loaded.admin, course, answers, signer, dir: stage.dir });
  const [rows, others] = [await rowsOf(product), await rowsOf(loaded)];
  for (const table of TABLES) {
    if (rows.get(table)?.join('\n') !== others.get(table)?.join('\n')) {
      throw new Error(`the loader writes other rows of ${table} than the product`);
    }
  }
  await stage.dropDatabase('by_product');
  await stage.dropDatabase('by_loader');
  return [...rows.values()].reduce((sum, list) => sum + list.length, 0);
}

async function sealByProduct(
  urls: BundledUrls,
  course: Course,
  { signer, answers }: { readonly signer: Signer; readonly answers: number },
): Promise<void> {
  let at = 0;
  const clock: Clock = { now: () => course.answer(at).time };
  const ids: Ids = {
    uuid: () => '00000000-0000-4000-8000-000000000000',
    bytes: () => course.answer(at).salt,
  };
  const keeper = { keep: async () => undefined, list: async () => [] };
  const pools = openPools(urls);
  const store = openLedgerStore(pools);
  const ledger = await openLedger({ store, keeper, signer, clock, ids, authority: AUTHORITY });
  for (; at < answers; at += 1) {
    const { draft, body } = course.answer(at);
    await ledger.seal(draft, body);
  }
  await ledger.close();
  await pools.close();
}

async function rowsOf(urls: BundledUrls): Promise<ReadonlyMap<string, readonly string[]>> {
  const sql = openOwner(urls.admin);
  const rows = new Map<string, readonly string[]>();
  for (const table of TABLES) {
    const found = await sql.unsafe<{ row: string }[]>(
      `select t::text as row from ledger.${table} t order by row`,
    );
    rows.set(
      table,
      found.map(({ row }) => row),
    );
  }
  await closePool(sql);
  return rows;
}
