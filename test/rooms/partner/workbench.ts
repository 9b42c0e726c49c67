/** Keys, signers and effects that stand still, for tests of signed messages. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
} from 'node:crypto';
import type { Ids, JsonObject, MessageSigner } from '../../../src/base/index.js';
import {
  publicJwkOf,
  readVerificationKey,
  type VerificationKey,
} from '../../../src/partner/jose/verification-key.js';

export const SECONDS = 1_795_000_000;
export const clock = { now: () => SECONDS * 1000 };
/** A clock `seconds` apart from the other one. */
export const clockAt = (seconds: number) => ({ now: () => (SECONDS + seconds) * 1000 });

/** Bytes that count up: no two nonces are the same. */
export function countingIds(): Ids {
  let next = 0;
  return {
    uuid: () => '00000000-0000-4000-8000-000000000000',
    bytes(length) {
      next += 1;
      return hash('sha256', `bytes ${next}`, 'buffer').subarray(0, length);
    },
  };
}

/** A key made from a number: the same in every run. */
export function ed25519Key(seed: number): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, hash('sha256', `key ${seed}`, 'buffer')]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export const p256Key = (): KeyObject =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

export function signerOf(key: KeyObject): MessageSigner {
  const publicJwk = publicJwkOf(createPublicKey(key));
  if (publicJwk === undefined) throw new Error('no signing key');
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

export function verificationKey(jwk: JsonObject): VerificationKey {
  const read = readVerificationKey(jwk);
  if ('fault' in read) throw new Error(read.fault);
  return read.key;
}

/** Finds among these keys. */
export function finder(...keys: readonly VerificationKey[]) {
  return async (kid: string) => keys.find((key) => key.kid === kid);
}

export const base64url = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes).toString('base64url');

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The other signature that is good wherever this one is (ECDSA: s and n - s). */
export function twinOf(signature: Uint8Array): Buffer {
  const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
  const other = (P256_ORDER - s).toString(16).padStart(64, '0');
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(other, 'hex')]);
}
