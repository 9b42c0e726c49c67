/**
 * Builds of the gateway that lose entries, each in its own way. A rig that does not find them out is blind.
 *
 * - `release-first` answers, then seals; `fire-and-forget` begins to seal and answers without waiting;
 *   `swallowed-errors` answers although the seal failed.
 * - `async-commit` seals in transactions with `synchronous_commit = off`; `no-fsync` serves over a PostgreSQL whose
 *   `fsync` is off, without asking for it.
 */
import type { Ledger, Receipt } from '../../src/ledger/index.js';
import type { ServeOptions } from '../../src/serve.js';
import { openLedgerStore, openPools, type Sql } from '../../src/store/index.js';

/** Those that a rig finds whatever it does to the gateway. */
const SEALING_BUILDS = ['release-first', 'fire-and-forget', 'swallowed-errors'] as const;
export const BUILDS = ['honest', ...SEALING_BUILDS, 'async-commit', 'no-fsync'] as const;
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
      return seal;
  }
}

/** What makes a gateway this build, for `serve`. */
export function optionsOf(build: Build, urls: ServeOptions['urls']): Partial<ServeOptions> {
  return {
    between: (rooms) => ({ ...rooms, ledger: { seal: sealAs(build, rooms.ledger) } }),
    belowLedger: (ground) => {
      const [from, to] = CHANGED[build] ?? [];
      if (from === undefined || to === undefined) return ground;
      const { app, ledger } = openPools(urls);
      return { ...ground, store: openLedgerStore({ app, ledger: rewriting(ledger, [from, to]) }) };
    },
  };
}

/** The piece of the ledger's own statements that a build has otherwise. */
const CHANGED: Readonly<Partial<Record<Build, readonly [string, string]>>> = {
  'async-commit': [
    "set_config('synchronous_commit', 'on', false)",
    "set_config('synchronous_commit', 'off', false)",
  ],
  'no-fsync': ["current_setting('fsync')", "'on'"],
};

function rewriting(sql: Sql, [from, to]: readonly [string, string]): Sql {
  return new Proxy(sql, {
    apply: (target, self, [texts, ...values]: [TemplateStringsArray, ...unknown[]]) => {
      const changed = texts.map((text) => text.replaceAll(from, to));
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
