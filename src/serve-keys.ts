/** The two keys of messages that a gateway starts with; where one is lost, the start says which and what can still be done. */
import type { exchangeKeyPaths } from './data-folder.js';
import { openDecryptionKey, openFileSigner } from './partner/index.js';

type KeyPaths = ReturnType<typeof exchangeKeyPaths>;

/** A key without which no message goes or comes, in one line that names its file. */
class KeyFault extends Error {
  override readonly name = 'KeyFault';
}

const STILL_POSSIBLE: Readonly<Record<keyof KeyPaths, string>> = {
  signing:
    'put it back from its backup; a new one (sorgu keys create) signs nothing that partners take until it stands in their lists',
  encryption:
    'put it back from its backup; with a new one (sorgu keys create), in the lists of partners, what they encrypted to the old one and was not opened yet has to be asked for again',
};

/** Opens both. Rejects with one line: the file, what is wrong with it, what to do. */
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
