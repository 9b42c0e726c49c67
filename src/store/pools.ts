/** The pools that serving needs. */
import type { DatabaseUrls } from './bundled/roles.js';
import { closePool, openPool, type Sql } from './connect.js';
import { type Lanes, openLanes } from './lanes.js';

export interface Pools {
  /** Reads requests and the ledger. */
  readonly app: Sql;
  /** Reads the register, behind the second wall. */
  readonly register: Lanes;
  /** Looks for persons in the register, behind it too. */
  readonly search: Lanes;
  /** The ledger's own connection: inserts into the ledger, nothing else. */
  readonly ledger: Sql;
  close(): Promise<void>;
}

/** Opens the pools to serve with. Nothing is connected until it is asked. */
export function openPools(urls: Pick<DatabaseUrls, 'app' | 'ledger'>): Pools {
  const reading = { max: 10, statementMs: 10_000, silenceMs: 15_000 };
  const app = openPool(urls.app, { ...reading, name: 'sorgu app' });
  // What they write are tickets: what a crash takes is a ticket whose entry is then refused.
  const lanes = { ...reading, lazy: true };
  const register = openLanes(urls.app, { ...lanes, name: 'sorgu register', plansOnce: true });
  const search = openLanes(urls.app, { ...lanes, max: 4, name: 'sorgu search' });
  const ledger = openPool(urls.ledger, {
    name: 'sorgu ledger',
    plansOnce: true,
    max: 1,
    statementMs: 10_000,
    silenceMs: 0,
  });
  return {
    ...{ app, register, search, ledger },
    close: async () => {
      await Promise.all([closePool(app), register.close(), search.close(), closePool(ledger)]);
    },
  };
}
