/**
 * The key that signs checkpoints, in a file: PKCS #8 PEM, Ed25519, readable by its owner alone. A key made for
 * development says so in a line above the PEM, so that production does not take it for its own by accident.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Signer } from '../base/index.js';
import { StoreFault } from './fault.js';

export type KeyUse = 'production' | 'development';

const developmentMark = 'Sorgu development key: production refuses it.\n';

/** Makes a key; refuses to overwrite one. Rejects with a StoreFault. */
export async function createKeyFile(path: string, use: KeyUse): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new StoreFault(`a key cannot be made at ${path} (${error.code})`);
  });
  try {
    await file.writeFile(use === 'development' ? developmentMark + pem : pem);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Opens a key to sign with. Rejects with a StoreFault if it is missing, open to others, or not fit for this use. */
export async function openKeyFile(path: string, use: KeyUse): Promise<Signer> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StoreFault(
      `no key at ${path} (${error.code}): put it back from its backup, what it signed verifies as before; ` +
        'make one with sorgu keys create where there was none',
    );
  });
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) {
    throw new StoreFault(`others may read the key at ${path}: chmod 600 it, or make a new one`);
  }
  if (use === 'production' && text.startsWith(developmentMark)) {
    throw new StoreFault(`a development key stands at ${path}: make one with sorgu keys create`);
  }
  return signerOf(parseKey(text.slice(Math.max(0, text.indexOf('-----BEGIN'))), path));
}

function parseKey(pem: string, path: string): KeyObject {
  const fault = new StoreFault(`the key at ${path} is no Ed25519 key in PKCS #8 PEM`);
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    throw fault;
  }
  throw fault;
}

// The last 32 bytes of an Ed25519 SubjectPublicKeyInfo are the raw key (RFC 8410 section 4).
function signerOf(key: KeyObject): Signer {
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: new Uint8Array(spki.subarray(-32)),
    sign: async (message) => sign(null, message, key),
  };
}
