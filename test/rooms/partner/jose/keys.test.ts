import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/index.js';
import {
  KEY_FAULTS,
  type KeyFaultCode,
  readRecipientKey,
  readVerificationKey,
} from '../../../../src/partner/index.js';
import { recipientJwkOf } from '../../../../src/partner/jose/recipient-key.js';
import { isSignature } from '../../../../src/partner/jose/verification-key.js';
import { ed25519Key, p256Key, signerOf } from '../workbench.js';

const ed25519 = signerOf(ed25519Key(1)).publicJwk;
const p256 = signerOf(p256Key()).publicJwk;
const privateP256 = p256Key().export({ format: 'jwk' }) as JsonObject;
const p256At = 'x' in p256 ? p256.x : '';

describe('readVerificationKey', () => {
  it.each([
    ['Ed25519', ed25519, ['EdDSA']],
    ['P-256', p256, ['ES256']],
    ['Ed25519 that does not choose', without(ed25519, 'alg'), ['EdDSA', 'Ed25519']],
    ['Ed25519 by its own name', { ...ed25519, alg: 'Ed25519' }, ['Ed25519']],
    ['a key without use', without(p256, 'use'), ['ES256']],
    ['key_ops verify', { ...p256, key_ops: ['verify'] }, ['ES256']],
  ])('reads %s', (_, jwk, names) => {
    const read = readVerificationKey(jwk);
    expect('key' in read && { kid: read.key.kid, names: read.key.names }).toEqual({
      kid: jwk.kid,
      names,
    });
  });

  const CASES: readonly (readonly [string, JsonObject, KeyFaultCode])[] = [
    ['nothing', {}, 'KEY_FORM'],
    ['a private key', { ...privateP256, kid: 'a' }, 'KEY_PRIVATE'],
    ['an empty private member', { ...p256, d: '' }, 'KEY_PRIVATE'],
    ['an RSA key', { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'a' }, 'KEY_FORM'],
    ['a shared secret', { kty: 'oct', k: 'AQAB', kid: 'a' }, 'KEY_FORM'],
    ['X25519', { ...ed25519, crv: 'X25519' }, 'KEY_FORM'],
    ['Ed448', { ...ed25519, crv: 'Ed448' }, 'KEY_FORM'],
    ['P-384', { ...p256, crv: 'P-384' }, 'KEY_FORM'],
    ['secp256k1', { ...p256, crv: 'secp256k1' }, 'KEY_FORM'],
    ['crv constructor', { ...p256, crv: 'constructor' }, 'KEY_FORM'],
    ['Ed25519 as EC', { ...ed25519, kty: 'EC' }, 'KEY_FORM'],
    ['P-256 as OKP', { ...p256, kty: 'OKP' }, 'KEY_FORM'],
    ['no kid', without(ed25519, 'kid'), 'KEY_FORM'],
    ['a kid with a space', { ...ed25519, kid: 'a b' }, 'KEY_FORM'],
    ['a certificate chain', { ...ed25519, x5c: ['MIIB'] }, 'KEY_FORM'],
    ['an address of certificates', { ...ed25519, x5u: 'https://a.example' }, 'KEY_FORM'],
    ['an unknown member', { ...ed25519, note: 'a' }, 'KEY_FORM'],
    ['a second coordinate for Ed25519', { ...ed25519, y: ed25519.x }, 'KEY_FORM'],
    ['no second coordinate for P-256', without(p256, 'y'), 'KEY_FORM'],
    ['padding', { ...ed25519, x: `${ed25519.x}=` }, 'KEY_FORM'],
    ['a short coordinate', { ...ed25519, x: ed25519.x.slice(0, 40) }, 'KEY_FORM'],
    ['a coordinate that is a list', { ...ed25519, x: [ed25519.x] }, 'KEY_FORM'],
    ['a point beside the curve', { ...p256, y: p256At }, 'KEY_FORM'],
    [
      'a coordinate with a zero before',
      { ...p256, x: base64urlOf(`00${Buffer.from(p256At, 'base64url').toString('hex')}`) },
      'KEY_FORM',
    ],
    ['the point zero', { ...p256, x: 'A'.repeat(43), y: 'A'.repeat(43) }, 'KEY_FORM'],
    ['use enc', { ...ed25519, use: 'enc' }, 'KEY_USE'],
    ['use null', { ...ed25519, use: null }, 'KEY_USE'],
    ['key_ops encrypt', { ...p256, key_ops: ['encrypt'] }, 'KEY_USE'],
    ['key_ops sign', { ...p256, key_ops: ['sign'] }, 'KEY_USE'],
    ['no key_ops at all', { ...p256, key_ops: [] }, 'KEY_USE'],
    ['key_ops as text', { ...p256, key_ops: 'verify' }, 'KEY_USE'],
    ['alg of another kind', { ...p256, alg: 'EdDSA' }, 'KEY_USE'],
    ['alg of encryption', { ...p256, alg: 'ECDH-ES+A256KW' }, 'KEY_USE'],
    ['alg none', { ...ed25519, alg: 'none' }, 'KEY_USE'],
    ['alg as a list', { ...ed25519, alg: ['EdDSA'] }, 'KEY_USE'],
    ['the neutral point', { ...ed25519, x: base64urlOf(`01${'00'.repeat(31)}`) }, 'KEY_WEAK'],
  ];

  it.each(CASES)('refuses %s', (_, jwk, fault) => {
    expect(readVerificationKey(jwk)).toEqual({ fault });
  });

  it('has a case for every fault', () => {
    expect(new Set(CASES.map(([, , fault]) => fault))).toEqual(new Set(KEY_FAULTS));
  });

  // A point of small order, its sign, and the forms beyond the prime that OpenSSL reads too.
  const SMALL = [
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000080',
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  ];

  it.each(SMALL)('refuses the point of small order %s', (hex) => {
    expect(readVerificationKey({ ...ed25519, x: base64urlOf(hex) })).toEqual({ fault: 'KEY_WEAK' });
  });
});

describe('readRecipientKey', () => {
  const x25519 = recipientJwk(generateKeyPairSync('x25519').privateKey);
  const onP256 = recipientJwk(p256Key());

  it.each([
    ['X25519', x25519],
    ['P-256', onP256],
    ['a key without use and alg', without(without(x25519, 'use'), 'alg')],
    ['key_ops deriveBits', { ...onP256, key_ops: ['deriveBits'] }],
  ])('reads %s', (_, jwk) => {
    const read = readRecipientKey(jwk);
    expect('key' in read && read.key.kid).toBe(jwk.kid);
  });

  it.each<readonly [string, JsonObject, KeyFaultCode]>([
    ['a private key', { ...x25519, d: 'a' }, 'KEY_PRIVATE'],
    ['Ed25519', { ...x25519, crv: 'Ed25519' }, 'KEY_FORM'],
    ['P-384', { ...onP256, crv: 'P-384' }, 'KEY_FORM'],
    ['an unknown member', { ...x25519, apu: 'a' }, 'KEY_FORM'],
    ['no kid', without(x25519, 'kid'), 'KEY_FORM'],
    ['a point beside the curve', { ...onP256, x: 'A'.repeat(43) }, 'KEY_FORM'],
    ['a key for signing', { ...x25519, use: 'sig' }, 'KEY_USE'],
    ['alg of another agreement', { ...x25519, alg: 'ECDH-ES' }, 'KEY_USE'],
    ['key_ops encrypt', { ...x25519, key_ops: ['encrypt'] }, 'KEY_USE'],
    ['the point zero', { ...x25519, x: base64urlOf('00'.repeat(32)) }, 'KEY_WEAK'],
    ['the point one', { ...x25519, x: base64urlOf(`01${'00'.repeat(31)}`) }, 'KEY_WEAK'],
    [
      'a point of order eight',
      {
        ...x25519,
        x: base64urlOf('e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800'),
      },
      'KEY_WEAK',
    ],
  ])('refuses %s', (_, jwk, fault) => expect(readRecipientKey(jwk)).toEqual({ fault }));
});

describe('thumbprints (RFC 7638)', () => {
  it('are those of RFC 8037 appendix A.3', () => {
    const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
    expect(signerOf(key).kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('isSignature', () => {
  it('takes no signature of another length', async () => {
    const signer = signerOf(ed25519Key(1));
    const message = Buffer.from('message');
    const signature = await signer.sign(message);
    const read = readVerificationKey(signer.publicJwk);
    if ('fault' in read) throw new Error(read.fault);
    expect(isSignature(read.key, message, signature)).toBe(true);
    for (const length of [0, 1, 32, 63]) {
      expect(isSignature(read.key, message, signature.subarray(0, length))).toBe(false);
    }
    expect(isSignature(read.key, message, Buffer.concat([signature, Buffer.alloc(1)]))).toBe(false);
  });
});

function without<T extends JsonObject>(jwk: T, name: string): T {
  return Object.fromEntries(Object.entries(jwk).filter(([each]) => each !== name)) as T;
}

function base64urlOf(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64url');
}

function recipientJwk(key: Parameters<typeof recipientJwkOf>[0]) {
  const jwk = recipientJwkOf(key);
  if (jwk === undefined) throw new Error('no recipient key');
  return jwk;
}
