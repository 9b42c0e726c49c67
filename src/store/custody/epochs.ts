/** Epochs: one is open for each day on which something ends; its key is on disk before the epoch is in the database. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { instantOf } from '../exchange/instants.js';
import { orUnavailable } from '../unavailable.js';
import type { EpochKeys } from './epoch-keys.js';

/** What the parts of custody share. */
export interface CustodyGround {
  /** The exchange's pool. */
  readonly sql: Sql;
  readonly keys: EpochKeys;
  readonly clock: Clock;
}

export interface OpenEpoch {
  readonly id: string;
  readonly key: Uint8Array;
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The epoch that wraps what ends at an instant; of two processes that make one at once, one stands. */
export async function epochFor(ground: CustodyGround, endsAt: number): Promise<OpenEpoch> {
  const day = dayOf(endsAt);
  const known = await openEpochOf(ground, day);
  if (known !== undefined) return known;
  const id = randomUUID();
  const key = await ground.keys.create(id);
  const made = await orUnavailable(
    () => ground.sql<{ id: string }[]>`
      insert into exchange.custody_epoch (id, day, state, made_at)
      values (${id}, ${day}, 'OPEN', ${instantOf(ground.clock.now())})
      on conflict do nothing returning id`,
  );
  if (made.length === 1) return { id, key };
  await ground.keys.erase(id);
  return epochFor(ground, endsAt);
}

async function openEpochOf(
  { sql, keys }: CustodyGround,
  day: string,
): Promise<OpenEpoch | undefined> {
  const [row] = await orUnavailable(
    () => sql<{ id: string }[]>`
      select id::text as id from exchange.custody_epoch where day = ${day} and state = 'OPEN'`,
  );
  const key = row && (await keys.find(row.id));
  if (row !== undefined && key === undefined) await retireLost(sql, row.id);
  return row && key && { id: row.id, key };
}

// Its key file is lost: nothing new is wrapped by it, and what was stays as it is until its end.
const retireLost = (sql: Sql, id: string) =>
  orUnavailable(
    () => sql`
      update exchange.custody_epoch set state = 'RETIRING' where id = ${id} and state = 'OPEN'`,
  );
