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
export function openLanes(url: string, { max, ...options }: Omit<PoolOptions, 'isAwaited'>): Lanes {
  const lanes = Array.from({ length: max }, () => openLane(url, options));
  // The last given back is the first taken: its plans are warm, and those that nobody needs close for idleness.
  const free = [...lanes].reverse();
  const waiting: ((lane: Lane) => void)[] = [];
  const give = (lane: Lane): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(lane);
    else next(lane);
  };
  const all = lanes.map(({ sql }) => sql);
  return {
    all,
    async take(work) {
      const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
      lane.isTaken = true;
      try {
        return await work(lane.sql);
      } finally {
        lane.isTaken = false;
        give(lane);
      }
    },
    close: async () => {
      await Promise.all(all.map(closePool));
    },
  };
}

interface Lane {
  readonly sql: Sql;
  isTaken: boolean;
}

function openLane(url: string, options: Omit<PoolOptions, 'max' | 'isAwaited'>): Lane {
  const lane = { isTaken: false };
  const sql = openPool(url, { ...options, max: 1, isAwaited: () => lane.isTaken });
  return Object.assign(lane, { sql });
}
