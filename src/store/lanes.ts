/**
 * Connections for transactions, each a pool of one: what is sent on it goes out in order, at once, and back comes nobody
 * else's. `sql.begin` waits for its first answer and is not safe on a pool that others use (connect.ts);
 * `sql.reserve` never answers on a connection that it had to open (postgres.js 3.4.9 with `fetch_types: false`).
 */
import { closePool, openPool, type PoolOptions, type Sql } from './connect.js';

export interface Lanes {
  /** Works on a lane alone, and gives it back once the work has ended; waits while all are taken, first come, first served. */
  take<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** All of them. */
  readonly all: readonly Sql[];
  close(): Promise<void>;
}

/** Opens `max` lanes; nothing is connected until it is asked. */
export function openLanes(url: string, { max, ...options }: PoolOptions): Lanes {
  const all = Array.from({ length: max }, () => openPool(url, { ...options, max: 1 }));
  // The last given back is the first taken: its plans are warm, and those that nobody needs close for idleness.
  const free = [...all].reverse();
  const waiting: ((lane: Sql) => void)[] = [];
  const give = (lane: Sql): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };
  return {
    all,
    async take(work) {
      const lane = free.pop() ?? (await new Promise<Sql>((resolve) => waiting.push(resolve)));
      try {
        return await work(lane);
      } finally {
        give(lane);
      }
    },
    close: async () => {
      await Promise.all(all.map(closePool));
    },
  };
}
