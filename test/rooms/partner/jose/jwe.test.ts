import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/base/index.js';
import {
  type DecryptionKey,
  decryptJws,
  encryptJws,
  JWE_FAULTS,
  type JweFault,
  readRecipientKey,
  signJws,
  verifyJws,
} from '../../../../src/partner/index.js';
import { recipientJwkOf } from '../../../../src/partner/jose/recipient-key.js';
import { base64url, ed25519Key, finder, p256Key, signerOf, verificationKey } from '../workbench.js';

const ours = decryptionKey(generateKeyPairSync('x25519').privateKey);
const oursP256 = decryptionKey(p256Key());
const stranger = decryptionKey(generateKeyPairSync('x25519').privateKey);
const all = [ours, oursP256];
const rules = { find: async (kid: string) => all.find((key) => key.kid === kid) };
const jws = 'e30.e30.e30';

const good = await encryptJws(jws, recipient(ours));
const goodP256 = await encryptJws(jws, recipient(oursP256));
const [header = '', wrapped = '', nonce = '', text = '', tag = ''] = good.split('.');
const rest = `${wrapped}.${nonce}.${text}.${tag}`;
const members = JSON.parse(Buffer.from(header, 'base64url').toString()) as JsonObject;

/** The good token under another header: what its checks see before decryption fails. */
const under = (change: object) => `${base64url(JSON.stringify({ ...members, ...change }))}.${rest}`;

/** A token that decrypts, made by the library as another sender could. */
function madeWith(change: object, content: string | Uint8Array = jws): Promise<string> {
  const protectedHeader = {
    alg: 'ECDH-ES+A256KW',
    enc: 'A256GCM',
    kid: ours.kid,
    cty: 'JWS',
    ...change,
  };
  return new CompactEncrypt(Buffer.from(content))
    .setProtectedHeader(protectedHeader)
    .encrypt(recipient(ours).publicKey);
}

const epk = members.epk as JsonObject;
const zeroPoint = { kty: 'OKP', crv: 'X25519', x: 'A'.repeat(43) };

const BAD: readonly (readonly [string, string, JweFault])[] = [
  ['nothing', '', 'JWE_FORM'],
  ['four parts', good.slice(0, good.lastIndexOf('.')), 'JWE_FORM'],
  ['six parts', `${good}.a`, 'JWE_FORM'],
  ['a JWS', jws, 'JWE_FORM'],
  ['padding', `${good}==`, 'JWE_FORM'],
  ['a line break', `${good}\n`, 'JWE_FORM'],
  ['no wrapped key (direct agreement)', `${header}..${nonce}.${text}.${tag}`, 'JWE_FORM'],
  ['no content', `${header}.${wrapped}.${nonce}..${tag}`, 'JWE_FORM'],
  ['a shorter tag', `${header}.${wrapped}.${nonce}.${text}.${shorter(tag)}`, 'JWE_FORM'],
  ['a shorter nonce', `${header}.${wrapped}.${shorter(nonce)}.${text}.${tag}`, 'JWE_FORM'],
  ['a shorter wrapped key', `${header}.${shorter(wrapped)}.${nonce}.${text}.${tag}`, 'JWE_FORM'],
  ['a header that is a list', `${base64url('[]')}.${rest}`, 'JWE_FORM'],
  [
    'a header member twice',
    `${base64url(JSON.stringify(members).replace('{', '{"kid":"a",'))}.${rest}`,
    'JWE_FORM',
  ],
  ['compression', await madeWith({ zip: 'DEF' }).catch(() => under({ zip: 'DEF' })), 'JWE_HEADER'],
  ['crit', under({ crit: ['exp'] }), 'JWE_HEADER'],
  ['apu', under({ apu: 'YQ' }), 'JWE_HEADER'],
  ['apv', under({ apv: 'YQ' }), 'JWE_HEADER'],
  ['typ', await madeWith({ typ: 'JOSE' }), 'JWE_HEADER'],
  ['a key of its own', under({ jwk: epk }), 'JWE_HEADER'],
  ['no cty', under({ cty: undefined }), 'JWE_HEADER'],
  ['cty JWT', await madeWith({ cty: 'JWT' }), 'JWE_HEADER'],
  ['cty in lower case', await madeWith({ cty: 'jws' }), 'JWE_HEADER'],
  ['no kid', under({ kid: undefined }), 'JWE_HEADER'],
  ['a kid that is a number', under({ kid: 1 }), 'JWE_HEADER'],
  ['no epk', under({ epk: undefined }), 'JWE_HEADER'],
  ['epk as text', under({ epk: 'a' }), 'JWE_HEADER'],
  ['epk as a list', under({ epk: [epk] }), 'JWE_HEADER'],
  ['epk null', under({ epk: null }), 'JWE_HEADER'],
  ['epk with a private member', under({ epk: { ...epk, d: 'a' } }), 'JWE_HEADER'],
  ['epk with a kid', under({ epk: { ...epk, kid: 'a' } }), 'JWE_HEADER'],
  ['epk with padding', under({ epk: { ...epk, x: `${epk.x}=` } }), 'JWE_HEADER'],
  ['epk too short', under({ epk: { ...epk, x: 'AAAA' } }), 'JWE_HEADER'],
  ['epk on Ed25519', under({ epk: { ...epk, crv: 'Ed25519' } }), 'JWE_HEADER'],
  ['epk on P-384', under({ epk: { ...epk, kty: 'EC', crv: 'P-384', y: epk.x } }), 'JWE_HEADER'],
  [
    'epk on another curve than the key',
    under({ epk: { kty: 'EC', crv: 'P-256', x: epk.x, y: epk.x } }),
    'JWE_HEADER',
  ],
  ['alg dir', under({ alg: 'dir' }), 'JWE_ALGORITHM'],
  ['alg ECDH-ES', under({ alg: 'ECDH-ES' }), 'JWE_ALGORITHM'],
  ['alg ECDH-ES+A128KW', await madeWith({ alg: 'ECDH-ES+A128KW' }), 'JWE_ALGORITHM'],
  ['alg RSA-OAEP', under({ alg: 'RSA-OAEP' }), 'JWE_ALGORITHM'],
  ['alg PBES2', under({ alg: 'PBES2-HS256+A128KW' }), 'JWE_ALGORITHM'],
  ['enc A128GCM', under({ enc: 'A128GCM' }), 'JWE_ALGORITHM'],
  ['enc A256CBC-HS512', under({ enc: 'A256CBC-HS512' }), 'JWE_ALGORITHM'],
  ['alg as a list', under({ alg: ['ECDH-ES+A256KW'] }), 'JWE_ALGORITHM'],
  ['to somebody else', await encryptJws(jws, recipient(stranger)), 'JWE_KEY_UNKNOWN'],
  ['to somebody else under our kid', await swapped(), 'JWE_DECRYPTION'],
  ['a point of small order', under({ epk: zeroPoint }), 'JWE_DECRYPTION'],
  ['another header of the same meaning', respelt(), 'JWE_DECRYPTION'],
  ['content changed', `${header}.${wrapped}.${nonce}.${flip(text)}.${tag}`, 'JWE_DECRYPTION'],
  ['tag changed', `${header}.${wrapped}.${nonce}.${text}.${flip(tag)}`, 'JWE_DECRYPTION'],
  ['nonce changed', `${header}.${wrapped}.${flip(nonce)}.${text}.${tag}`, 'JWE_DECRYPTION'],
  ['wrapped key changed', `${header}.${flip(wrapped)}.${nonce}.${text}.${tag}`, 'JWE_DECRYPTION'],
  [
    'a point beside the curve',
    goodP256.replace(/^[^.]+/, (first) => {
      const given = JSON.parse(Buffer.from(first, 'base64url').toString());
      return base64url(JSON.stringify({ ...given, epk: { ...given.epk, y: given.epk.x } }));
    }),
    'JWE_DECRYPTION',
  ],
];

describe('decryptJws', () => {
  it.each([
    ['X25519', good],
    ['P-256', goodP256],
  ])('opens what was encrypted to %s', async (_, token) => {
    expect(await decryptJws(token, rules)).toEqual({ jws });
  });

  it.each(BAD)('refuses %s', async (_, token, fault) => {
    expect(await decryptJws(token, rules)).toEqual({ fault });
  });

  it('has a case for every fault', () => {
    const seen = new Set(BAD.map(([, , fault]) => fault));
    expect(JWE_FAULTS.filter((fault) => !seen.has(fault))).toEqual(['JWE_TOO_LONG']);
  });

  it('does not look at what is too long', async () => {
    const fault = { fault: 'JWE_TOO_LONG' };
    expect(await decryptJws(good, { ...rules, longest: good.length - 1 })).toEqual(fault);
    expect(await decryptJws(good, { ...rules, longest: good.length })).toEqual({ jws });
  });

  it('refuses every token that differs from a good one in one character', async () => {
    for (let at = 0; at < good.length; at += 1) {
      const other = good[at] === 'A' ? 'B' : 'A';
      const changed = good.slice(0, at) + other + good.slice(at + 1);
      expect(await decryptJws(changed, rules)).toHaveProperty('fault');
    }
  });

  it('never throws, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (given) => {
        const token = `${base64url(JSON.stringify(given))}.${rest}`;
        const outcome = await decryptJws(token, rules);
        expect(JWE_FAULTS).toContain('fault' in outcome && outcome.fault);
      }),
    );
  });

  it('gives content that is no JWS to the JWS reader, which refuses it', async () => {
    const token = await madeWith({}, Uint8Array.of(0xff, 0x00, 0x2e));
    const outcome = await decryptJws(token, rules);
    const inner = 'jws' in outcome ? outcome.jws : 'not opened';
    expect(await verifyJws(inner, { typ: 'a', find: finder() })).toEqual({ fault: 'JWS_FORM' });
  });
});

describe('an answer package', () => {
  it('goes from signature to signature', async () => {
    const signer = signerOf(ed25519Key(1));
    const payload = Buffer.from('{"answer":"ə, қ, я"}');
    const token = await encryptJws(
      await signJws(payload, 'sorgu-answer+jws', signer),
      recipient(ours),
    );
    const opened = await decryptJws(token, rules);
    const find = finder(verificationKey(signer.publicJwk));
    const inner = 'jws' in opened ? opened.jws : '';
    expect(await verifyJws(inner, { typ: 'sorgu-answer+jws', find })).toEqual({
      kid: signer.kid,
      payload,
    });
  });
});

function decryptionKey(privateKey: KeyObject): DecryptionKey {
  const jwk = recipientJwkOf(privateKey);
  if (jwk === undefined) throw new Error('no recipient key');
  return { kid: jwk.kid, curve: jwk.crv, privateKey };
}

function recipient({ privateKey }: DecryptionKey) {
  const read = readRecipientKey(recipientJwkOf(privateKey) ?? {});
  if ('fault' in read) throw new Error(read.fault);
  return read.key;
}

function shorter(part: string): string {
  return base64url(Buffer.from(part, 'base64url').subarray(1));
}

function flip(part: string): string {
  const bytes = Buffer.from(part, 'base64url');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return base64url(bytes);
}

function swapped(): Promise<string> {
  return encryptJws(jws, { ...recipient(stranger), kid: ours.kid });
}

function respelt(): string {
  return `${base64url(JSON.stringify(members, null, 1))}.${rest}`;
}
