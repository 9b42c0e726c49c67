/** What a witness remembers of the logs it cosigns: on disk before anybody hears of it (C2SP tlog-witness). */
import type { WitnessedHead } from '../../ledger/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

/** The last checkpoint of a log that was cosigned. */
export interface WitnessedLog extends WitnessedHead {
  readonly origin: string;
  /** The checkpoint, with the log's signature. */
  readonly note: string;
  /** Seconds since the epoch. */
  readonly cosignedAt: number;
}

/** All rejections are Refusal(UNAVAILABLE). */
export interface Witnessing {
  latest(origin: string): Promise<WitnessedLog | undefined>;
  /** Sets the log on where it still stands at `oldSize`; false where it does not. Resolves when it is on disk. */
  advance(log: WitnessedLog, oldSize: number): Promise<boolean>;
  /** Keeps a checkpoint that was not cosigned though its log signed it; of one log no more than a few. */
  keepEvidence(log: Omit<WitnessedLog, 'cosignedAt'>, seenAt: number): Promise<void>;
  /** Every checkpoint kept of a log, as notes. */
  list(origin: string): Promise<readonly string[]>;
}

/** Whoever holds a log's key can sign without end; what proves the fork are the first two. */
const MOST_EVIDENCE = 64;

/** Opens it on the exchange's pool. */
export function openWitnessing(sql: Sql): Witnessing {
  return {
    latest: (origin) =>
      orUnavailable(async () => {
        const [found] = await sql<WitnessedLog[]>`
          select origin, size::float8 as size, root, note, cosigned_at::float8 as "cosignedAt"
          from exchange.witnessed_log where origin = ${origin}`;
        return found;
      }),
    advance: (log, oldSize) => orUnavailable(() => advance(sql, log, oldSize)),
    keepEvidence: ({ origin, size, root, note }, seenAt) =>
      orUnavailable(async () => {
        await sql`
          insert into exchange.witnessed (origin, size, root, note, is_cosigned, seen_at)
          select ${origin}, ${size}::bigint, ${root}::bytea, ${note}, false, ${new Date(seenAt)}::timestamptz
          where (select count(*) from exchange.witnessed
                 where origin = ${origin} and not is_cosigned) < ${MOST_EVIDENCE}
          on conflict do nothing`;
      }),
    list: (origin) =>
      orUnavailable(async () => {
        const rows = await sql<{ note: string }[]>`
          select note from exchange.witnessed where origin = ${origin} order by size, root`;
        return rows.map(({ note }) => note);
      }),
  };
}

/** One statement: whoever else asks meanwhile waits for the row, and then finds it moved. */
async function advance(
  sql: Sql,
  { origin, size, root, note, cosignedAt }: WitnessedLog,
  oldSize: number,
): Promise<boolean> {
  const seenAt = new Date(cosignedAt * 1000);
  const [found] = await sql<{ moved: boolean }[]>`
    with moved as (
      insert into exchange.witnessed_log as l (origin, size, root, note, cosigned_at)
      select ${origin}, ${size}::bigint, ${root}::bytea, ${note}, ${cosignedAt}::bigint
      where ${oldSize}::bigint = 0 or exists (select from exchange.witnessed_log where origin = ${origin})
      on conflict (origin) do update set
        size = excluded.size, root = excluded.root, note = excluded.note,
        cosigned_at = excluded.cosigned_at
        where l.size = ${oldSize}::bigint and (l.size < excluded.size
          or (l.size = excluded.size and l.root = excluded.root))
      returning origin),
    listed as (
      insert into exchange.witnessed (origin, size, root, note, is_cosigned, seen_at)
      select ${origin}, ${size}::bigint, ${root}::bytea, ${note}, true, ${seenAt}::timestamptz from moved
      on conflict do nothing)
    select exists (select from moved) as moved,
      -- Whatever the server is set to: on disk before it is answered.
      set_config('synchronous_commit', 'on', true)`;
  return found?.moved ?? false;
}
