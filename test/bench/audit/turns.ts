/** Looks and lookups asked in turn, so that what else the machine does meets both. */
import { type BundledUrls, closePool, openPool } from '../../../src/store/index.js';

export interface Round {
  /** Milliseconds, ascending. */
  readonly looks: readonly number[];
  readonly lookups: readonly number[];
  /** Accesses that a look told of, on the average. */
  readonly told: number;
}

export interface Ways {
  /** Resolves with how many accesses it told of. */
  readonly look: () => Promise<number>;
  readonly lookup: () => Promise<unknown>;
}

/** Rounds of so many looks each, after one that only warms. */
export async function takeTurns(
  ways: Ways,
  { rounds, looks }: { readonly rounds: number; readonly looks: number },
): Promise<readonly Round[]> {
  const measured: Round[] = [];
  for (let round = 0; round <= rounds; round += 1) measured.push(await oneRound(ways, looks));
  return measured.slice(1);
}

async function oneRound({ look, lookup }: Ways, count: number): Promise<Round> {
  const [looks, lookups]: [number[], number[]] = [[], []];
  let told = 0;
  for (let n = 0; n < count; n += 1) {
    lookups.push((await timed(lookup)).ms);
    const { ms, value } = await timed(look);
    looks.push(ms);
    told += value;
  }
  const ascending = (list: number[]) => list.sort((a, b) => a - b);
  return { looks: ascending(looks), lookups: ascending(lookups), told: told / count };
}

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** The measure of everything: an entry by its key, one descent of one B-tree. */
export async function openLookup(urls: BundledUrls) {
  const options = { name: 'bench lookup', max: 1, statementMs: 0, silenceMs: 0 };
  const sql = openPool(urls.app, options);
  const logs = await sql<{ logId: number; size: number }[]>`
    select log_id as "logId", max(size)::float8 as size from ledger.checkpoint group by log_id`;
  return {
    ask: async () => {
      const { logId, size } = logs[random(logs.length)] ?? { logId: 1, size: 1 };
      return await sql`select leaf from ledger.leaf where log_id = ${logId} and seq = ${random(size)}`;
    },
    close: () => closePool(sql),
  };
}

/** The value below which so large a share lies. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const random = (below: number): number => Math.floor(Math.random() * below);
