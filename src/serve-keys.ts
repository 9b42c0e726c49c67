/** The keys of the exchange that a gateway starts with; where one is lost, the start says which and what can still be done. */
import type { Signer } from './base/index.js';
import type { exchangeKeyPaths } from './data-folder.js';
import { openDecryptionKey, openFileSigner } from './partner/index.js';
import { openKeyFile } from './store/index.js';

type KeyPaths = ReturnType<typeof exchangeKeyPaths>;

/** A key without which the exchange does not open, in one line that names its file. */
class KeyFault extends Error {
  override readonly name = 'KeyFault';
}

const STILL_POSSIBLE: Readonly<Record<keyof KeyPaths, string>> = {
  signing:
    'put it back from its backup; a new one (sorgu keys create) signs nothing that partners take until it stands in their lists',
  encryption:
    'put it back from its backup; with a new one (sorgu keys create), in the lists of partners, what they encrypted to the old one and was not opened yet has to be asked for again',
};

/** Opens both of messages. Rejects with one line: the file, what is wrong with it, what to do. */
export async function openMessageKeys(paths: KeyPaths, mode: 'production' | 'development') {
  const open = <K>(name: keyof KeyPaths, opening: Promise<K>): Promise<K> =>
    opening.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : 'it cannot be opened';
      throw new KeyFault(`${paths[name]}: ${reason}: ${STILL_POSSIBLE[name]}`);
    });
  return {
    signer: await open('signing', openFileSigner(paths.signing, mode)),
    decryption: await open('encryption', openDecryptionKey(paths.encryption, mode)),
  };
}

/** Opens the key that cosigns partners' logs. Rejects likewise. */
export const openWitnessKey = (path: string, mode: 'production' | 'development'): Promise<Signer> =>
  openKeyFile(path, mode).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : `${path}: it cannot be opened`;
    throw new KeyFault(
      `${reason}; what a new one cosigns counts at partners once they have its verifier key (sorgu keys show)`,
    );
  });
