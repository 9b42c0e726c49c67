/** Nonces of message signatures (RFC 9421): each is good once, and is on disk before anything is done for its message. */
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';

/** A nonce, and the second since the epoch from which on the time window alone refuses its message. */
export interface RememberedNonce {
  readonly keyid: string;
  readonly nonce: string;
  readonly until: number;
}

export interface Nonces {
  /** Whether the nonce is new under its key; resolves when it is on disk. Rejects with Refusal(UNAVAILABLE). */
  remember(seen: RememberedNonce): Promise<boolean>;
  /**
   * Drops those that the time window has refused by itself for a day: a clock that was set back meets them again. `now`
   * in milliseconds since the epoch.
   */
  forget(now: number): Promise<void>;
}

/** Seconds. */
const KEPT_LONGER = 86_400;

/** Opens the nonces on the exchange's pool. */
export function openNonces(sql: Sql): Nonces {
  return {
    remember: ({ keyid, nonce, until }) =>
      orUnavailable(async () => {
        const added = await sql`
          insert into exchange.nonce (keyid, nonce, until) values (${keyid}, ${nonce}, ${until})
          on conflict do nothing returning keyid`;
        return added.length === 1;
      }),
    forget: (now) =>
      orUnavailable(async () => {
        const over = Math.floor(now / 1000) - KEPT_LONGER;
        await sql`delete from exchange.nonce where until < ${over}`;
      }),
  };
}
