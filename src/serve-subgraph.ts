/** The door of the subgraph: whose routers may ask there, by which keys. Wiring alone. */
import { rm } from 'node:fs/promises';
import type { Clock, MessageSigner } from './base/index.js';
import type { RegisteredRouter } from './config/callers-file.js';
import type { Config } from './config.js';
import { routerKeyPath } from './data-folder.js';
import {
  createMessageKey,
  openFileSigner,
  openQueryCheck,
  type QueryCheck,
  type RouterKey,
  readToldKey,
  readVerificationKey,
} from './partner/index.js';
import { AUTHORITIES } from './treaty/index.js';

type Settings = Pick<Config, 'mode' | 'dataDir' | 'callers'>;

/** A register of routers that cannot be used, in one line that names no key. */
class CallersFault extends Error {
  override readonly name = 'CallersFault';
}

/** Opens the check of who signed; null where nobody is registered. Rejects with a CallersFault. */
export async function openSubgraphCheck(
  config: Settings,
  clock: Clock,
): Promise<QueryCheck | null> {
  const routers = config.callers ?? (await sampleRouters(config));
  const keys = routers.flatMap(keysOf);
  return keys.length === 0 ? null : openQueryCheck({ keys, clock });
}

const keysOf = ({ authority, keys }: RegisteredRouter): readonly RouterKey[] =>
  keys.map((jwk) => {
    // A kid that is the key's own thumbprint: no key stands twice under two names.
    const told = readToldKey(jwk);
    const read = 'fault' in told ? told : readVerificationKey(jwk);
    if ('fault' in read) throw new CallersFault(`SUBGRAPH_CALLERS: ${authority}: ${read.fault}`);
    return { authority, key: read.key };
  });

/** In development each authority of the sample has a router whose key stands in the data folder; production has none. */
async function sampleRouters({ mode, dataDir }: Settings): Promise<readonly RegisteredRouter[]> {
  if (mode === 'production') return [];
  return Promise.all(
    Object.keys(AUTHORITIES).map(async (authority) => {
      const { publicJwk } = await sampleSigner(routerKeyPath(dataDir, authority));
      return { authority, keys: [{ ...publicJwk }] };
    }),
  );
}

// Missing, or half written by a start that was cut off: a new key costs a development machine nothing.
async function sampleSigner(path: string): Promise<MessageSigner> {
  const kept = await openFileSigner(path, 'development').catch(() => undefined);
  if (kept !== undefined) return kept;
  await rm(path, { force: true });
  await createMessageKey(path, 'Ed25519', 'development');
  return openFileSigner(path, 'development');
}
