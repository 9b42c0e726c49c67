/** The three primitives of a receipt, by WebCrypto: in a page it is there in a secure context, which loopback is. */
import type { Bytes } from './bytes.js';

/** SHA-256, 32 bytes. */
export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** HMAC-SHA-256, 32 bytes. */
export async function hmacSha256(key: Bytes, message: Bytes): Promise<Bytes> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', key, hmac, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
}

/** Whether an Ed25519 signature (RFC 8032, 64 bytes) over a message is that of a raw public key (32 bytes). */
export async function isSignature(
  signature: Bytes,
  message: Bytes,
  publicKey: Bytes,
): Promise<boolean> {
  const key = await importPublicKey(publicKey);
  return key !== undefined && crypto.subtle.verify('Ed25519', key, signature, message);
}

// Some platforms look already here whether the bytes are a point of the curve.
async function importPublicKey(publicKey: Bytes): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  } catch (error) {
    if (error instanceof Error && error.name === 'DataError') return undefined;
    throw error;
  }
}
