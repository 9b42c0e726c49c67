/** Keys of epochs that should be there and are not, or are there and should not: looked for at each start. */
import { instantOf } from '../exchange/instants.js';
import { orUnavailable } from '../unavailable.js';
import type { CustodyGround } from './epochs.js';

/** An epoch whose key file is missing, and what cannot be read without it. */
export interface LostKey {
  /** Names the file: `<epoch>.key`. */
  readonly epoch: string;
  /** The day on which its values end, `YYYY-MM-DD`. */
  readonly day: string;
  readonly values: number;
  /** Requests and provisions that they belong to. */
  readonly cases: number;
}

/** Epochs with values whose key was neither found nor erased, and whose day is not over. */
export async function findLost({ sql, keys, clock }: CustodyGround): Promise<readonly LostKey[]> {
  const epochs = await orUnavailable(
    () => sql<LostKey[]>`
      select e.id::text as epoch, e.day::text as day, count(*)::int as "values",
        count(distinct v.case_id)::int as cases
      from exchange.custody_epoch e join exchange.held_value v on v.epoch = e.id
      where e.state <> 'ERASED' and e.day >= (${instantOf(clock.now())}::timestamptz at time zone 'UTC')::date
      group by e.id order by e.day, e.id`,
  );
  const fates = await Promise.all(epochs.map(({ epoch }) => keys.fate(epoch)));
  return epochs.filter((_, at) => fates[at] === 'LOST');
}

/** Destroys keys that were destroyed before and came back with a folder from a backup; how many. */
export async function eraseReturned({ sql, keys }: CustodyGround): Promise<number> {
  const rows = await orUnavailable(
    () => sql<{ id: string }[]>`
      select id::text as id from exchange.custody_epoch where state = 'ERASED'`,
  );
  let returned = 0;
  for (const { id } of rows) {
    if ((await keys.find(id)) === undefined) continue;
    await keys.erase(id);
    returned += 1;
  }
  return returned;
}
