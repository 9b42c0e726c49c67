/**
 * The keys of messages in files: PKCS #8 PEM, readable by their owner alone, as the ledger's key is kept. A key made
 * for development says so in a line above the PEM, so that production does not take it for its own by accident.
 */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MessageSigner } from '../../base/index.js';
import { type DecryptionKey, type RecipientJwk, recipientJwkOf } from '../jose/recipient-key.js';
import { publicJwkOf } from '../jose/verification-key.js';
import { readSecret } from './secret-file.js';
import { SignerFault } from './signer-fault.js';

export type KeyUse = 'production' | 'development';
export type KeyCurve = 'Ed25519' | 'P-256' | 'X25519';

const developmentMark = 'Sorgu development key: production refuses it.\n';
const FAULTS = { missing: 'KEY_MISSING', openToOthers: 'KEY_OPEN_TO_OTHERS' } as const;

const MAKERS: Readonly<Record<KeyCurve, () => KeyObject>> = {
  Ed25519: () => generateKeyPairSync('ed25519').privateKey,
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  X25519: () => generateKeyPairSync('x25519').privateKey,
};

/** Makes a key; refuses to overwrite one. Rejects with a SignerFault. */
export async function createMessageKey(path: string, curve: KeyCurve, use: KeyUse): Promise<void> {
  const pem = MAKERS[curve]().export({ format: 'pem', type: 'pkcs8' }).toString();
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600).catch(() => {
    throw new SignerFault('KEY_EXISTS');
  });
  try {
    await file.writeFile(use === 'development' ? developmentMark + pem : pem);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Opens a key that signs: Ed25519 or P-256. Rejects with a SignerFault. */
export async function openFileSigner(path: string, use: KeyUse): Promise<MessageSigner> {
  const key = await readKey(path, use);
  const publicJwk = publicJwkOf(createPublicKey(key));
  if (publicJwk === undefined) throw new SignerFault('KEY_FORM');
  const { kid, alg } = publicJwk;
  return {
    kid,
    alg,
    publicJwk,
    sign: async (message) =>
      alg === 'EdDSA'
        ? sign(null, message, key)
        : sign('sha256', message, { key, dsaEncoding: 'ieee-p1363' }),
  };
}

/** Opens a key that packages are encrypted to: X25519 or P-256. Rejects with a SignerFault. */
export async function openDecryptionKey(
  path: string,
  use: KeyUse,
): Promise<DecryptionKey & { readonly publicJwk: RecipientJwk }> {
  const privateKey = await readKey(path, use);
  const publicJwk = recipientJwkOf(privateKey);
  if (publicJwk === undefined) throw new SignerFault('KEY_FORM');
  return { kid: publicJwk.kid, curve: publicJwk.crv, privateKey, publicJwk };
}

async function readKey(path: string, use: KeyUse): Promise<KeyObject> {
  const text = await readSecret(path, FAULTS);
  if (use === 'production' && text.startsWith(developmentMark)) {
    throw new SignerFault('KEY_IS_DEVELOPMENT');
  }
  try {
    return createPrivateKey(text.slice(Math.max(0, text.indexOf('-----BEGIN'))));
  } catch {
    throw new SignerFault('KEY_FORM');
  }
}
