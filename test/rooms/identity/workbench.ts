/** Makes tokens, good ones and forged ones, for the tests of the identity room. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';

export const NOW = Date.UTC(2026, 10, 22, 12, 0, 0);
export const SECONDS = NOW / 1000;
export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'https://gateway.example';
export const THUMBPRINT = 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2';

export type Members = Readonly<Record<string, unknown>>;

export const HEADER: Members = { alg: 'EdDSA', typ: 'at+jwt', kid: 'a' };
export const CLAIMS: Members = {
  iss: ISSUER,
  aud: AUDIENCE,
  exp: SECONDS + 300,
  iat: SECONDS - 10,
  nbf: SECONDS - 10,
  jti: '9b2f8c1e',
  sub: 'KZ-004711',
  authority: 'KZ-MIA',
  unit: 'Комитет миграционной службы',
  role: 'PARTNER_GATEWAY',
  act: { sub: 'gateway.mia.kz' },
};

const ed25519 = generateKeyPairSync('ed25519');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('ed25519');
export const KEYS = {
  a: ed25519.privateKey,
  b: p256.privateKey,
  stranger: stranger.privateKey,
};

const publicJwk = (key: KeyObject, members: Members): JWK => ({
  ...key.export({ format: 'jwk' }),
  ...members,
});
export const KEY_SET: JSONWebKeySet = {
  keys: [
    publicJwk(ed25519.publicKey, { kid: 'a', alg: 'EdDSA', use: 'sig' }),
    publicJwk(p256.publicKey, { kid: 'b' }),
    publicJwk(ed25519.publicKey, { kid: 'for-encryption', use: 'enc' }),
    publicJwk(ed25519.publicKey, { kid: 'for-signing-only', key_ops: ['sign'] }),
    publicJwk(p256.publicKey, { kid: 'for-es512', alg: 'ES512' }),
  ],
};

export const base64url = (value: string | Uint8Array): string =>
  Buffer.from(value).toString('base64url');

/** Signs over the two parts as they are written. */
export function signParts(parts: readonly [string, string], key: KeyObject = KEYS.a): string {
  const input = parts.join('.');
  const isEc = key.asymmetricKeyType === 'ec';
  const signature = isEc
    ? sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
    : sign(null, Buffer.from(input), key);
  return `${input}.${base64url(signature)}`;
}

/** A token whose header or payload is the given text, whatever it is. */
export function signText(header: string, payload: string): string {
  return signParts([base64url(header), base64url(payload)]);
}

/** A token of the good header and claims with these changes; a member that is undefined is left out. */
export function token(claims: Members = {}, header: Members = {}, key?: KeyObject): string {
  const texts = [
    JSON.stringify({ ...HEADER, ...header }),
    JSON.stringify({ ...CLAIMS, ...claims }),
  ];
  const [first = '', second = ''] = texts.map(base64url);
  return signParts([first, second], key);
}
