/** The receipts of answers that came here: what the keepers of those logs cannot take back. */
import type { Standing } from '../../ledger/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

/** A receipt as it is kept: without the salt, with which the answer could be guessed. */
export interface KeptReceipt extends Standing {
  /** The leaf itself. */
  readonly entry: string;
}

/** All rejections are Refusal(UNAVAILABLE). */
export interface Receipts {
  /** Keeps receipts; the same again changes nothing. Resolves when they are on disk. */
  keep(receipts: readonly KeptReceipt[], receivedAt: number): Promise<void>;
  /**
   * Those of one log with an index of at least `first` and less than `end`, by index; a thousand at most, and two of one
   * place: two that differ are not both of its entry, and more of them would only push others out.
   */
  list(origin: string, first: number, end: number): Promise<readonly KeptReceipt[]>;
  /** Those of one log behind this one, by index and leaf hash; a thousand at most. Null begins. */
  listAfter(
    origin: string,
    last: Pick<KeptReceipt, 'index' | 'leafHash'> | null,
  ): Promise<readonly KeptReceipt[]>;
}

interface ReceiptRow extends Omit<KeptReceipt, 'proof' | 'leafHash'> {
  readonly proof: string;
  readonly leafHash: Uint8Array;
}

const AT_ONCE = 1_000;
const OF_ONE_PLACE = 2;

/** Opens them on the exchange's pool. */
export function openReceipts(sql: Sql): Receipts {
  return {
    keep: (receipts, receivedAt) =>
      orUnavailable(async () => {
        for (const { origin, index, leafHash, entry, proof, checkpoint } of receipts) {
          await sql`
            insert into exchange.receipt
              (origin, index, leaf_hash, entry, proof, checkpoint, received_at)
            values (${origin}, ${index}, ${Buffer.from(leafHash, 'base64')}, ${entry},
              ${proof.join(' ')}, ${checkpoint}, ${new Date(receivedAt)})
            on conflict do nothing`;
        }
      }),
    list: (origin, first, end) =>
      orUnavailable(async () => {
        const rows = await sql<ReceiptRow[]>`
          select origin, index::float8 as index, leaf_hash as "leafHash", entry, proof, checkpoint
          from (
            select *, row_number() over (partition by index order by leaf_hash) as nth
            from exchange.receipt
            where origin = ${origin} and index >= ${first} and index < ${end}
          ) as placed
          where nth <= ${OF_ONE_PLACE}
          order by index, leaf_hash limit ${AT_ONCE}`;
        return rows.map(receiptOf);
      }),
    listAfter: (origin, last) =>
      orUnavailable(async () => {
        const { index, leafHash } = last ?? { index: -1, leafHash: '' };
        const rows = await sql<ReceiptRow[]>`
          select origin, index::float8 as index, leaf_hash as "leafHash", entry, proof, checkpoint
          from exchange.receipt
          where origin = ${origin} and (index, leaf_hash) > (${index}, ${Buffer.from(leafHash, 'base64')})
          order by index, leaf_hash limit ${AT_ONCE}`;
        return rows.map(receiptOf);
      }),
  };
}

const receiptOf = (row: ReceiptRow): KeptReceipt => ({
  ...row,
  leafHash: Buffer.from(row.leafHash).toString('base64'),
  proof: row.proof === '' ? [] : row.proof.split(' '),
});
