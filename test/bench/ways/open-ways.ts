/** Every way to answer, over one register, each on a port of its own. */
import { join } from 'node:path';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { type Grant, openGrants } from '../../../src/requests/index.js';
import {
  type BundledUrls,
  closePool,
  openPool,
  openPools,
  openRegister,
  openRequests,
} from '../../../src/store/index.js';
import { dayOf, loadInstruments } from '../../../src/treaty/index.js';
import type { Standing } from '../requests.js';
import { type Answerer, type Listening, listen } from './adapter.js';
import { type Openness, openApollo } from './apollo.js';
import { openByDatabase } from './by-database.js';
import { openHandWritten } from './hand-written.js';
import { openNaive } from './naive.js';
import { openPerValue } from './per-value.js';
import { openAuthorized, openOver, openSealed, UNSEALED } from './product.js';
import { openLanesWithoutWall, openWithoutWall } from './without-wall.js';

const WAYS = [
  ...(['plain', 'authorized', 'sealed', 'naive', 'per-value', 'raw', 'limit'] as const),
  ...(['sealed-unwalled', 'authorized-unwalled'] as const),
] as const;
export type Way = (typeof WAYS)[number];

export interface WaysOptions {
  readonly urls: BundledUrls;
  readonly dir: string;
  readonly list: Standing;
  readonly one: Standing;
}

export interface Ways {
  readonly urls: Readonly<Record<Way, string>>;
  close(): Promise<void>;
}

/** Connections of every pool: as many as the product's own has. */
const POOL = { max: 10, statementMs: 60_000, silenceMs: 0 };

/** Opens all ways. The product's writer of the ledger is the sealed one's; the other finds the log taken. */
export async function openWays({ urls, dir, list, one }: WaysOptions): Promise<Ways> {
  const sealed = await openSealed({ urls, dataDir: join(dir, 'sealed') });
  const authorized = await openAuthorized({ urls, dataDir: join(dir, 'authorized') });
  const pools = openPools(urls);
  const log = openPool(urls.owner, { ...POOL, name: 'bench log' });
  const reading = openPool(urls.owner, { ...POOL, name: 'bench reading' });
  const [listGrant, oneGrant] = await grantsOf(pools.app, [list, one]);
  const day = dayOf(listGrant.asOf);
  const { instrument } = listGrant;
  const plain = openWithoutWall(urls.owner, POOL.max, { instrument, day });
  const lanes = openLanesWithoutWall(urls.owner, POOL.max, { instrument, day });
  const over = (name: string, ledger: typeof UNSEALED) =>
    openOver({ urls, dataDir: join(dir, name) }, { lanes, ledger });
  const { openReader } = openRegister({ lanes: plain });
  const grantOf: Openness['grantOf'] = ({ variables }) =>
    variables === undefined ? listGrant : oneGrant;
  const openness = { openReader, grantOf };
  const at = async (answer: Answerer | Promise<Answerer>) => listen(await answer);
  const opened: Readonly<Record<Way, Listening>> = {
    plain: await at(openApollo(openness)),
    authorized,
    sealed,
    naive: await at(openNaive(openness, log)),
    'per-value': await at(openPerValue(openness, log)),
    raw: await at(openHandWritten(reading, listGrant, day)),
    limit: await at(openByDatabase(reading, listGrant, day)),
    'sealed-unwalled': await over('sealed-unwalled', sealed.ledger),
    'authorized-unwalled': await over('authorized-unwalled', UNSEALED),
  };
  return {
    urls: Object.fromEntries(WAYS.map((way) => [way, opened[way].url])) as Record<Way, string>,
    async close() {
      for (const way of WAYS) await opened[way].close();
      await closePool(log);
      await closePool(reading);
      await plain.close();
      await lanes.close();
      await pools.close();
    },
  };
}

async function grantsOf(
  sql: Parameters<typeof openRequests>[0],
  standings: readonly [Standing, Standing],
): Promise<readonly [Grant, Grant]> {
  const grants = openGrants({
    shelf: openRequests(sql),
    instruments: loadInstruments(),
    status: SAMPLE_STATUS,
    ownAuthority: 'AZ-SMS',
    clock: { now: () => Date.now() },
  });
  const open = (standing: Standing) => grants.open(standing, standing);
  return [await open(standings[0]), await open(standings[1])];
}
