/** Authorization headers that nobody may enter with. Each is one fault away from a good one. */
import { createHmac } from 'node:crypto';
import {
  AUDIENCE,
  base64url,
  CLAIMS,
  HEADER,
  ISSUER,
  KEY_SET,
  KEYS,
  SECONDS,
  signParts,
  signText,
  THUMBPRINT,
  token,
} from './workbench.js';

const good = token();
const [header = '', payload = '', signature = ''] = good.split('.');
const claimsText = JSON.stringify(CLAIMS);
const headerText = JSON.stringify(HEADER);

function withHmac(): string {
  const input = `${base64url(JSON.stringify({ ...HEADER, alg: 'HS256' }))}.${payload}`;
  const secret = JSON.stringify(KEY_SET.keys[0]);
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

// The last character of 64 bytes carries two bits of them; any of the other four is a second spelling.
const unusedBits = signature.slice(0, -1) + String.fromCharCode(signature.charCodeAt(85) + 1);

function unusedBitsOf(text: string): string {
  // 3n + 1 bytes end in a character with four unused bits, all zero: the next one sets the lowest.
  const padded = text + ' '.repeat((4 - (Buffer.byteLength(text) % 3)) % 3);
  const encoded = base64url(padded);
  const last = String.fromCharCode(encoded.charCodeAt(encoded.length - 1) + 1);
  return signParts([header, encoded.slice(0, -1) + last]);
}

export const BAD_HEADERS: readonly (readonly [string, string | undefined])[] = [
  ['no header', undefined],
  ['an empty header', ''],
  ['the scheme alone', 'Bearer'],
  ['the scheme and a space', 'Bearer '],
  ['another scheme', `Basic ${good}`],
  ['DPoP', `DPoP ${good}`],
  ['no scheme', good],
  ['two spaces', `Bearer  ${good}`],
  ['a space behind', `Bearer ${good} `],
  ['a tab', `Bearer\t${good}`],
  ['two tokens', `Bearer ${good}, Bearer ${good}`],
  ['a line break', `Bearer ${good}\r\n`],
];

export const BAD_TOKENS: readonly (readonly [string, string])[] = [
  ['two parts', `${header}.${payload}`],
  ['four parts', `${good}.${signature}`],
  ['five parts (JWE)', `${good}.a.a`],
  ['an empty signature', `${header}.${payload}.`],
  ['an empty payload', `${header}..${signature}`],
  ['an empty header', `.${payload}.${signature}`],
  ['the JSON serialization', JSON.stringify({ protected: header, payload, signature })],
  ['padding', `${good}==`],
  ['the alphabet of plain base64', good.replace(/[-_]?$/, '+')],
  ['a space in the payload', `${header}.${payload.slice(0, 8)} ${payload.slice(8)}.${signature}`],
  ['a question mark in the header', `${header}?.${payload}.${signature}`],
  ['unused bits set in the signature', `${header}.${payload}.${unusedBits}`],
  ['unused bits set in the payload', unusedBitsOf(claimsText)],
  ['a length no bytes have', `${header}.${payload}.${signature}AAA`],
  ['a longer signature', `${header}.${payload}.${signature}AA`],
  ['a shorter signature', `${header}.${payload}.${signature.slice(0, -4)}`],
  [
    'another payload',
    `${header}.${base64url(claimsText.replace('KZ-MIA', 'AZ-SMS'))}.${signature}`,
  ],
  ['a very long token', token({ note: 'x'.repeat(8000) })],
  ['alg none', `${base64url(headerText.replace('EdDSA', 'none'))}.${payload}.`],
  ['alg none with a signature', token({}, { alg: 'none' })],
  ['alg HS256 keyed with the public key', withHmac()],
  ['alg RS256', token({}, { alg: 'RS256' })],
  ['alg ES512', token({}, { alg: 'ES512', kid: 'for-es512' }, KEYS.b)],
  ['alg Ed25519', token({}, { alg: 'Ed25519' })],
  ['alg eddsa', token({}, { alg: 'eddsa' })],
  ['alg as a list', token({}, { alg: ['EdDSA'] })],
  ['no alg', token({}, { alg: undefined })],
  ['alg of the other key', token({}, { alg: 'ES256' })],
  ['the key of somebody else', token({}, {}, KEYS.stranger)],
  ['the other key of the set', token({}, { kid: 'a' }, KEYS.b)],
  ['an unknown kid', token({}, { kid: 'c' })],
  ['no kid', token({}, { kid: undefined })],
  ['a kid that is a number', token({}, { kid: 1 })],
  ['a key for encryption', token({}, { kid: 'for-encryption' })],
  ['a key that may only sign', token({}, { kid: 'for-signing-only' })],
  ['a key of its own', token({}, { jwk: KEY_SET.keys[0] })],
  ['an address of keys', token({}, { jku: 'https://issuer.example/jwks' })],
  ['a certificate chain', token({}, { x5c: ['MIIB'] })],
  ['crit', token({}, { crit: ['exp'], exp: SECONDS + 300 })],
  ['an empty crit', token({}, { crit: [] })],
  ['b64 false', token({}, { b64: false, crit: ['b64'] })],
  ['typ JWT (an ID token)', token({}, { typ: 'JWT' })],
  ['typ jwt+at', token({}, { typ: 'jwt+at' })],
  ['typ with a parameter', token({}, { typ: 'at+jwt;v=1' })],
  ['no typ', token({}, { typ: undefined })],
  ['a header member twice', signText(headerText.replace('{', '{"kid":"a",'), claimsText)],
  ['a claim twice', signText(headerText, claimsText.replace('{', '{"role":"AUDITOR",'))],
  [
    'a claim twice, escaped',
    signText(headerText, claimsText.replace('{', '{"r\\u006fle":"AUDITOR",')),
  ],
  ['a header that is a list', signText('[]', claimsText)],
  ['a payload that is a list', signText(headerText, '[]')],
  ['a payload that is null', signText(headerText, 'null')],
  ['a payload that is text', signText(headerText, 'hello')],
  ['a payload with a byte order mark', signText(headerText, `\uFEFF${claimsText}`)],
  ['a payload that is not UTF-8', signParts([header, base64url(Uint8Array.of(0x7b, 0xff, 0x7d))])],
  ['another issuer', token({ iss: 'https://other.example' })],
  ['the issuer with a slash', token({ iss: `${ISSUER}/` })],
  ['no issuer', token({ iss: undefined })],
  ['a list of issuers', token({ iss: [ISSUER] })],
  ['another audience', token({ aud: 'https://other.example' })],
  ['no audience', token({ aud: undefined })],
  ['an empty list of audiences', token({ aud: [] })],
  ['an audience that only begins alike', token({ aud: `${AUDIENCE}.evil` })],
  ['exp now', token({ exp: SECONDS })],
  ['exp in the past', token({ exp: SECONDS - 1, iat: SECONDS - 100 })],
  ['no exp', token({ exp: undefined })],
  ['exp as text', token({ exp: String(SECONDS + 300) })],
  ['exp eleven minutes ahead', token({ exp: SECONDS + 660, iat: SECONDS })],
  ['a life of more than ten minutes', token({ exp: SECONDS + 300, iat: SECONDS - 301 })],
  ['exp beyond all numbers', token({ exp: 1e300 })],
  ['exp in milliseconds', token({ exp: (SECONDS + 300) * 1000 })],
  ['no iat', token({ iat: undefined })],
  ['iat ahead', token({ iat: SECONDS + 6 })],
  ['iat below zero', token({ iat: -1 })],
  ['nbf ahead', token({ nbf: SECONDS + 6 })],
  ['nbf as text', token({ nbf: 'now' })],
  ['no jti', token({ jti: undefined })],
  ['an empty jti', token({ jti: '' })],
  ['no sub', token({ sub: undefined })],
  ['an empty sub', token({ sub: '' })],
  ['a sub with a line break', token({ sub: 'KZ-1\nadmin' })],
  ['a sub of 129 characters', token({ sub: 'x'.repeat(129) })],
  ['no authority', token({ authority: undefined })],
  ['an authority in lower case', token({ authority: 'kz-mia' })],
  ['an authority that is a path', token({ authority: 'KZ-MIA/../AZ-SMS' })],
  ['the name of the domestic log as authority', token({ authority: 'DOMESTIC' })],
  ['a list of authorities', token({ authority: ['KZ-MIA', 'AZ-SMS'] })],
  ['a unit with a control character', token({ unit: 'a\u0000b' })],
  ['a unit that turns the text round', token({ unit: 'a\u202eb' })],
  ['no role', token({ role: undefined })],
  ['an unknown role', token({ role: 'ADMINISTRATOR' })],
  ['a role in lower case', token({ role: 'auditor' })],
  ['a list of roles', token({ role: ['AUDITOR', 'DEVELOPER'] })],
  ['a gateway for nobody', token({ act: undefined })],
  ['act without sub', token({ act: {} })],
  ['act as text', token({ act: 'gateway.mia.kz' })],
  ['a chain of actors', token({ act: { sub: 'a', act: { sub: 'b' } } })],
  ['bound to a certificate that was not shown', token({ cnf: { 'x5t#S256': THUMBPRINT } })],
  ['bound to a key by another method', token({ cnf: { jkt: THUMBPRINT } })],
  ['bound to nothing', token({ cnf: {} })],
];
