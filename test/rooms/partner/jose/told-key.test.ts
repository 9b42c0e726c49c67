/** Keys as a Party tells them: for one use, and under the name that is their own. */
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readToldKey } from '../../../../src/partner/index.js';
import { recipientJwkOf } from '../../../../src/partner/jose/recipient-key.js';
import { publicJwkOf } from '../../../../src/partner/jose/verification-key.js';

const ed25519 = publicJwkOf(generateKeyPairSync('ed25519').publicKey) ?? {};
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const signing = publicJwkOf(createPublicKey(p256)) ?? {};
const encryption = recipientJwkOf(p256) ?? {};
const x25519 = recipientJwkOf(generateKeyPairSync('x25519').privateKey) ?? {};

describe('readToldKey', () => {
  test.each([
    ['Ed25519', ed25519, 'SIGNATURE'],
    ['P-256 that signs', signing, 'SIGNATURE'],
    ['P-256 that is encrypted to', encryption, 'ENCRYPTION'],
    ['X25519', x25519, 'ENCRYPTION'],
  ])('%s', (_, jwk, use) => {
    expect(readToldKey(jwk)).toEqual({ kid: Reflect.get(jwk, 'kid'), use });
  });

  const { kid: _kid, ...unnamed } = { kid: '', ...ed25519 };
  test.each([
    ['the name of another key', { ...ed25519, kid: Reflect.get(signing, 'kid') }, 'KEY_THUMBPRINT'],
    ['the name of another key, encrypting', { ...x25519, kid: 'a' }, 'KEY_THUMBPRINT'],
    ['no name', unnamed, 'KEY_FORM'],
    ['a private half', { ...ed25519, d: 'x' }, 'KEY_PRIVATE'],
    ['X25519 that claims to sign', { ...x25519, use: 'sig' }, 'KEY_FORM'],
    ['Ed25519 that claims to encrypt', { ...ed25519, use: 'enc' }, 'KEY_FORM'],
    ['a use of neither kind', { ...ed25519, use: 'x' }, 'KEY_USE'],
    ['nothing', {}, 'KEY_FORM'],
  ])('%s is a fault', (_, jwk, fault) => {
    expect(readToldKey(jwk)).toEqual({ fault });
  });
});
