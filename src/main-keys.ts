/** The commands of the gateway's own keys, and who else needs them. */
import { existsSync } from 'node:fs';
import type * as cli from './cli/index.js';
import { createKey, showKeys } from './cli/index.js';
import type { Config } from './config.js';
import { exchangeKeyPaths, ledgerKeyPath, witnessKeyPath } from './data-folder.js';
import { DOMESTIC_LOG } from './journal/index.js';
import { formatVkey, originOf } from './ledger/index.js';
import { settings } from './main-ground.js';
import { voice } from './main-voice.js';
import { createMessageKey, openDecryptionKey, openFileSigner } from './partner/index.js';
import * as store from './store/index.js';
import { AUTHORITIES } from './treaty/index.js';

export const keyTools: Pick<cli.Tools, 'createKey' | 'showKeys'> = {
  createKey: async () => createKey(keysOf(settings('maintain')), voice),
  // Only the public half is shown: a development key may be read in any mode.
  showKeys: async () => showKeys({ ...keysOf(settings('maintain')), use: 'development' }, voice),
};

/** Makes the keys that are missing. */
export async function ensureKeys(config: Config): Promise<void> {
  const { dataDir, mode } = config;
  const sealing = [ledgerKeyPath(dataDir), witnessKeyPath(dataDir)].map((path) => ({
    path,
    create: () => store.createKeyFile(path, mode),
  }));
  for (const key of [...sealing, ...messageKeysOf(config)]) {
    if (!existsSync(key.path)) await key.create();
  }
}

const keysOf = ({ dataDir, mode, authority }: Config): cli.KeysCommand => ({
  path: ledgerKeyPath(dataDir),
  witnessPath: witnessKeyPath(dataDir),
  use: mode,
  files: { create: store.createKeyFile, open: store.openKeyFile, exists: existsSync },
  messageKeys: messageKeysOf({ dataDir, mode }),
  authority,
  logs: [DOMESTIC_LOG, ...Object.keys(AUTHORITIES).filter((code) => code !== authority)],
});

/** The verifier key of the domestic log. */
export async function ownKey({ dataDir, authority }: Config): Promise<string> {
  // Verifying only reads the public half: a development key may be read in any mode.
  const { publicKey } = await store.openKeyFile(ledgerKeyPath(dataDir), 'development');
  return formatVkey({ name: originOf(authority, DOMESTIC_LOG), publicKey });
}

/** The two keys of messages of a gateway: see `exchangeKeyPaths`. */
function messageKeysOf({
  dataDir,
  mode,
}: Pick<Config, 'dataDir' | 'mode'>): cli.KeysCommand['messageKeys'] {
  const { signing, encryption } = exchangeKeyPaths(dataDir);
  return [
    {
      path: signing,
      create: () => createMessageKey(signing, 'Ed25519', mode),
      // Only the public half is shown: a development key may be read in any mode.
      publicJwk: async () => (await openFileSigner(signing, 'development')).publicJwk,
    },
    {
      path: encryption,
      create: () => createMessageKey(encryption, 'X25519', mode),
      publicJwk: async () => (await openDecryptionKey(encryption, 'development')).publicJwk,
    },
  ];
}
