/**
 * Builds of the gateway that lose entries, each in its own way. A rig that does not find them out is blind.
 *
 * - `release-first` answers, then seals; `fire-and-forget` begins to seal and answers without waiting;
 *   `swallowed-errors` answers although the seal failed.
 * - `async-commit` seals in transactions with `synchronous_commit = off`; `no-fsync` serves over a PostgreSQL whose
 *   `fsync` is off, without asking for it.
 * - `begin-on-pool` seals over a pool of two on which somebody begins transactions.
 */
import type { Ledger, LedgerStore, Receipt } from '../../src/ledger/index.js';
import type { ServeOptions } from '../../src/serve.js';
import {
  openLedgerStore,
  openPool,
  openPools,
  type Pools,
  type Sql,
} from '../../src/store/index.js';

/** Those that a rig finds whatever it does to the gateway. */
const SEALING_BUILDS = ['release-first', 'fire-and-forget', 'swallowed-errors'] as const;
export const BUILDS = [
  'honest',
  ...SEALING_BUILDS,
  'async-commit',
  'no-fsync',
  'begin-on-pool',
] as const;
export type Build = (typeof BUILDS)[number];

/** How a build seals. */
export function sealAs(build: Build, ledger: Ledger): Ledger['seal'] {
  const seal: Ledger['seal'] = (...given) => ledger.seal(...given);
  switch (build) {
    case 'release-first':
      return async (...given) => {
        setImmediate(() => forget(seal(...given)));
        return MADE_UP;
      };
    case 'fire-and-forget':
      return async (...given) => {
        forget(seal(...given));
        return MADE_UP;
      };
    case 'swallowed-errors':
      return (...given) => seal(...given).catch(() => MADE_UP);
    case 'honest':
    case 'async-commit':
    case 'no-fsync':
    case 'begin-on-pool':
      return seal;
  }
}

/** What makes a gateway this build, for `serve`. */
export function optionsOf(build: Build, urls: ServeOptions['urls']): Partial<ServeOptions> {
  return {
    between: (rooms) => ({ ...rooms, ledger: { seal: sealAs(build, rooms.ledger) } }),
    belowLedger: (ground) =>
      build in CHANGED ? { ...ground, store: storeOf(build, openGround(build, urls)) } : ground,
  };
}

type Ground = Pick<Pools, 'app' | 'ledger' | 'close'>;

/** The connections that the ledger of a build stands on. */
export function openGround(build: Build, urls: ServeOptions['urls']): Ground {
  const pools = openPools(urls);
  if (build !== 'begin-on-pool') return pools;
  const several = { name: 'sorgu ledger', max: 2, statementMs: 10_000, silenceMs: 0 };
  return { ...pools, ledger: openPool(urls.ledger, several) };
}

/** The store of a build's ledger. */
export function storeOf(build: Build, { app, ledger }: Ground): LedgerStore {
  return openLedgerStore({ app, ledger: rewriting(ledger, CHANGED[build] ?? []) });
}

type Change = readonly [from: string, to: string];

/** The pieces of the ledger's own statements that a build has otherwise. */
const CHANGED: Readonly<Partial<Record<Build, readonly Change[]>>> = {
  'async-commit': [
    [
      "set_config('synchronous_commit', 'on', false)",
      "set_config('synchronous_commit', 'off', false)",
    ],
  ],
  'no-fsync': [["current_setting('fsync')", "'on'"]],
  // No session is the writer's: whichever connection of the pool is free takes the batch.
  'begin-on-pool': [
    ['pg_try_advisory_lock(', 'pg_try_advisory_lock_shared('],
    ["select current_setting('sorgu.writer', true) = ", "select '' <> "],
    ["and current_setting('sorgu.batch', true) = ", "and '' <> "],
  ],
};

function rewriting(sql: Sql, changes: readonly Change[]): Sql {
  return new Proxy(sql, {
    apply: (target, self, [texts, ...values]: [TemplateStringsArray, ...unknown[]]) => {
      const changed = texts.map((text) =>
        changes.reduce((now, [from, to]) => now.replaceAll(from, to), text),
      );
      return Reflect.apply(target, self, [Object.assign(changed, { raw: changed }), ...values]);
    },
  });
}

const forget = (sealing: Promise<unknown>): void => void sealing.catch(() => undefined);

const MADE_UP: Receipt = {
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  index: 0,
  leafHash: Buffer.alloc(32).toString('base64'),
  entry: '{}',
  salt: Buffer.alloc(32).toString('base64'),
  proof: [],
  checkpoint: '',
};
