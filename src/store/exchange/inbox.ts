/**
 * What came from other gateways, by the id its sender gave it: taken once, and answered the same way ever after.
 *
 * Taking an envelope is committed without waiting for the disk. Whatever follows from it (a change of its case, its
 * entry in the ledger, its receipt) waits for the disk, and the log of PostgreSQL keeps its order: if any of that
 * survives a power failure, so does the taking. If none does, nobody was told anything.
 */
import type { Clock } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { StoreFault } from '../fault.js';
import { orUnavailable } from '../unavailable.js';
import { instantOf } from './instants.js';
import { LAZILY } from './lazily.js';

/** An envelope that was verified. */
export interface Arrived {
  /** UUID version 4, in lower case. */
  readonly id: string;
  /** The authority that signed it. */
  readonly from: string;
  /** SHA-256 of what was signed, hexadecimal. */
  readonly digest: string;
}

/** What an envelope is to this gateway. */
type Taking = 'NEW' | 'CONFLICT' | { readonly receipt: string };

export interface Inbox {
  /**
   * NEW: to be judged, also where it came before and no receipt was given. CONFLICT: other bytes came under this id.
   * Else the receipt that was given. Rejects with Refusal(UNAVAILABLE).
   */
  take(arrived: Arrived): Promise<Taking>;
  /**
   * Keeps the receipt before it is given; resolves to the one that stands: of two at once, the first. That of mail that
   * changed a case is kept with the change.
   */
  answered(arrived: Pick<Arrived, 'id' | 'from'>, receipt: string): Promise<string>;
}

interface TakenRow {
  readonly isNew: boolean;
  readonly digest: string | null;
  readonly receipt: string | null;
}

/** Opens the inbox on the exchange's pool. */
export function openInbox({ sql, clock }: { readonly sql: Sql; readonly clock: Clock }): Inbox {
  const takeOnce = async ({ id, from, digest }: Arrived): Promise<TakenRow | undefined> => {
    const parameters = [from, id, digest, instantOf(clock.now())];
    const [row] = await sql.unsafe<TakenRow[]>(TAKE, parameters, { prepare: true });
    return row;
  };
  return {
    take: (arrived) =>
      orUnavailable(async () => {
        const row = await takeOnce(arrived);
        const isHidden = row?.isNew === false && row.digest === null;
        // Another delivery of it was committed while the statement ran: now it can be seen.
        return judge(isHidden ? await takeOnce(arrived) : row, arrived);
      }),
    answered: ({ id, from }, receipt) =>
      orUnavailable(async () => {
        const [row] = await sql.unsafe<{ receipt: string }[]>(ANSWERED, [from, id, receipt], {
          prepare: true,
        });
        if (row === undefined) throw new StoreFault('inbox: answered what was never taken');
        return row.receipt;
      }),
  };
}

function judge(row: TakenRow | undefined, { digest }: Arrived): Taking {
  if (row === undefined || row.isNew) return 'NEW';
  if (row.digest !== digest) return 'CONFLICT';
  return row.receipt === null ? 'NEW' : { receipt: row.receipt };
}

const TAKE = `with ${LAZILY},
  added as (
    insert into exchange.inbox (sender, id, digest, taken_at)
    select $1::text, $2::text::uuid, $3::text, $4::text::timestamptz from lazily
    on conflict do nothing returning id)
  select exists (select from added) as "isNew", found.digest, found.receipt
  from (select) as one left join exchange.inbox found on found.sender = $1::text and found.id = $2::text::uuid`;

const ANSWERED = `
  update exchange.inbox set receipt = coalesce(receipt, $3::text)
  where sender = $1::text and id = $2::text::uuid returning receipt`;
