/** Tokens that nobody may be known by. Each is one fault away from a good one; beside it the fault it must have. */
import { createHmac } from 'node:crypto';
import type { MessageSigner } from '../../../../src/base/index.js';
import type { JwsFault } from '../../../../src/partner/index.js';
import { base64url, ed25519Key, p256Key, signerOf, twinOf } from '../workbench.js';

export const TYP = 'sorgu-request+jws';
export const ed25519 = signerOf(ed25519Key(1));
export const p256 = signerOf(p256Key());
const stranger = signerOf(ed25519Key(2));
const strangerP256 = signerOf(p256Key());

const payload = base64url('{"id":"7"}');
const HEADER = { alg: 'EdDSA', kid: ed25519.kid, typ: TYP };

/** Signs any text as a header, as a forger with a key of his own could. */
export async function signHeader(
  header: string | Uint8Array,
  signer: MessageSigner = ed25519,
  body = payload,
): Promise<string> {
  const input = `${base64url(header)}.${body}`;
  return `${input}.${base64url(await signer.sign(Buffer.from(input)))}`;
}
const withHeader = (change: object, signer = ed25519) =>
  signHeader(JSON.stringify({ ...HEADER, ...change }), signer);

export const good = await signHeader(JSON.stringify(HEADER));
const goodP256 = await signHeader(JSON.stringify({ ...HEADER, alg: 'ES256', kid: p256.kid }), p256);
const [header = '', , signature = ''] = good.split('.');
const [headerP256 = '', , signatureP256 = ''] = goodP256.split('.');
const nextCharacter = (text: string) =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);

function withHmac(): string {
  const input = `${base64url(JSON.stringify({ ...HEADER, alg: 'HS256' }))}.${payload}`;
  const secret = Buffer.from('x' in ed25519.publicJwk ? ed25519.publicJwk.x : '', 'base64url');
  return `${input}.${base64url(createHmac('sha256', secret).update(input).digest())}`;
}

function flipped(text: string, at: number): string {
  const bytes = Buffer.from(text, 'base64url');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return base64url(bytes);
}

const zeros = base64url(Buffer.alloc(64));
const der = base64url(Buffer.concat([Buffer.from('304402', 'hex'), Buffer.alloc(69)]));

export const BAD_TOKENS: readonly (readonly [name: string, token: string, fault: JwsFault])[] = [
  ['nothing', '', 'JWS_FORM'],
  ['two parts', `${header}.${payload}`, 'JWS_FORM'],
  ['four parts', `${good}.${signature}`, 'JWS_FORM'],
  ['five parts (JWE)', `${good}.a.a`, 'JWS_FORM'],
  ['a dot behind', `${good}.`, 'JWS_FORM'],
  ['a dot before', `.${good}`, 'JWS_FORM'],
  ['two dots', `${header}..${payload}.${signature}`, 'JWS_FORM'],
  ['an empty signature', `${header}.${payload}.`, 'JWS_FORM'],
  ['an empty payload', `${header}..${signature}`, 'JWS_FORM'],
  ['an empty header', `.${payload}.${signature}`, 'JWS_FORM'],
  ['the JSON serialization', JSON.stringify({ protected: header, payload, signature }), 'JWS_FORM'],
  ['padding', `${good}==`, 'JWS_FORM'],
  ['padding in the header', `${header}=.${payload}.${signature}`, 'JWS_FORM'],
  ['plain base64', `${header}.${payload}.${signature.slice(0, -1)}+`, 'JWS_FORM'],
  ['a space before', ` ${good}`, 'JWS_FORM'],
  ['a line break behind', `${good}\n`, 'JWS_FORM'],
  ['a line break within', `${header}.\n${payload}.${signature}`, 'JWS_FORM'],
  ['a zero-width space', `${header}.${payload}\u200b.${signature}`, 'JWS_FORM'],
  ['a full stop of another script', good.replace('.', '\uff0e'), 'JWS_FORM'],
  ['letters of another width', `${header}.${payload}.\uff21${signature.slice(1)}`, 'JWS_FORM'],
  ['a lone surrogate', `${header}.${payload}\ud800.${signature}`, 'JWS_FORM'],
  ['NUL', `${good}\0`, 'JWS_FORM'],
  ['unused bits in the signature', `${header}.${payload}.${nextCharacter(signature)}`, 'JWS_FORM'],
  ['unused bits in the payload', `${header}.${nextCharacter(payload)}.${signature}`, 'JWS_FORM'],
  ['a length no bytes have', `${good}AAA`, 'JWS_FORM'],
  ['a header that is a list', await signHeader('[]'), 'JWS_FORM'],
  ['a header that is text', await signHeader('"alg"'), 'JWS_FORM'],
  ['a header that is null', await signHeader('null'), 'JWS_FORM'],
  [
    'a header member twice',
    await signHeader(JSON.stringify(HEADER).replace('{', '{"alg":"none",')),
    'JWS_FORM',
  ],
  [
    'a header member twice, escaped',
    await signHeader(JSON.stringify(HEADER).replace('{', '{"\\u0061lg":"none",')),
    'JWS_FORM',
  ],
  [
    'a header with a byte order mark',
    await signHeader(`\uFEFF${JSON.stringify(HEADER)}`),
    'JWS_FORM',
  ],
  ['a header that is not UTF-8', await signHeader(Uint8Array.of(0x7b, 0xff, 0x7d)), 'JWS_FORM'],
  [
    'a header in UTF-16',
    await signHeader(Buffer.from(JSON.stringify(HEADER), 'utf16le')),
    'JWS_FORM',
  ],
  ['a header with two values', await signHeader(`${JSON.stringify(HEADER)}{}`), 'JWS_FORM'],

  ['crit', await withHeader({ crit: ['exp'] }), 'JWS_HEADER'],
  ['an empty crit', await withHeader({ crit: [] }), 'JWS_HEADER'],
  ['b64 false', await withHeader({ b64: false, crit: ['b64'] }), 'JWS_HEADER'],
  ['b64 true', await withHeader({ b64: true }), 'JWS_HEADER'],
  ['a key of its own', await withHeader({ jwk: ed25519.publicJwk }), 'JWS_HEADER'],
  [
    'a key of its own, a stranger',
    await withHeader({ jwk: stranger.publicJwk }, stranger),
    'JWS_HEADER',
  ],
  ['an address of keys', await withHeader({ jku: 'https://keys.example/' }), 'JWS_HEADER'],
  ['an address of certificates', await withHeader({ x5u: 'https://keys.example/' }), 'JWS_HEADER'],
  ['a certificate chain', await withHeader({ x5c: ['MIIB'] }), 'JWS_HEADER'],
  ['a certificate thumbprint', await withHeader({ 'x5t#S256': 'a' }), 'JWS_HEADER'],
  ['cty', await withHeader({ cty: 'JWT' }), 'JWS_HEADER'],
  ['zip', await withHeader({ zip: 'DEF' }), 'JWS_HEADER'],
  ['enc', await withHeader({ enc: 'A256GCM' }), 'JWS_HEADER'],
  ['an unknown member', await withHeader({ ALG: 'none' }), 'JWS_HEADER'],
  [
    '__proto__',
    await signHeader(JSON.stringify(HEADER).replace('{', '{"__proto__":{},')),
    'JWS_HEADER',
  ],
  ['no kid', await withHeader({ kid: undefined }), 'JWS_HEADER'],
  ['an empty kid', await withHeader({ kid: '' }), 'JWS_HEADER'],
  ['a kid that is a number', await withHeader({ kid: 1 }), 'JWS_HEADER'],
  ['a kid that is a list', await withHeader({ kid: [ed25519.kid] }), 'JWS_HEADER'],
  ['a kid with a line break', await withHeader({ kid: `${ed25519.kid}\n` }), 'JWS_HEADER'],
  ['a kid of another script', await withHeader({ kid: `${ed25519.kid}\u0430` }), 'JWS_HEADER'],
  ['a very long kid', await withHeader({ kid: 'a'.repeat(129) }), 'JWS_HEADER'],

  ['no typ', await withHeader({ typ: undefined }), 'JWS_TYPE'],
  ['typ null', await withHeader({ typ: null }), 'JWS_TYPE'],
  ['another typ', await withHeader({ typ: 'sorgu-answer+jws' }), 'JWS_TYPE'],
  ['typ in upper case', await withHeader({ typ: TYP.toUpperCase() }), 'JWS_TYPE'],
  ['typ as a full media type', await withHeader({ typ: `application/${TYP}` }), 'JWS_TYPE'],
  ['typ with a parameter', await withHeader({ typ: `${TYP};v=1` }), 'JWS_TYPE'],
  ['typ as a list', await withHeader({ typ: [TYP] }), 'JWS_TYPE'],

  ['no alg', await withHeader({ alg: undefined }), 'JWS_ALGORITHM'],
  ['alg none', `${base64url(JSON.stringify({ ...HEADER, alg: 'none' }))}.${payload}.`, 'JWS_FORM'],
  ['alg none with a signature', await withHeader({ alg: 'none' }), 'JWS_ALGORITHM'],
  ['alg NONE with a signature', await withHeader({ alg: 'NONE' }), 'JWS_ALGORITHM'],
  ['alg HS256 keyed with the public key', withHmac(), 'JWS_ALGORITHM'],
  ['alg RS256', await withHeader({ alg: 'RS256' }), 'JWS_ALGORITHM'],
  ['alg PS256', await withHeader({ alg: 'PS256' }), 'JWS_ALGORITHM'],
  ['alg ES512', await withHeader({ alg: 'ES512', kid: p256.kid }, p256), 'JWS_ALGORITHM'],
  ['alg ES256K', await withHeader({ alg: 'ES256K', kid: p256.kid }, p256), 'JWS_ALGORITHM'],
  ['alg Ed448', await withHeader({ alg: 'Ed448' }), 'JWS_ALGORITHM'],
  ['alg eddsa', await withHeader({ alg: 'eddsa' }), 'JWS_ALGORITHM'],
  ['alg as a list', await withHeader({ alg: ['EdDSA'] }), 'JWS_ALGORITHM'],
  ['alg with a space', await withHeader({ alg: 'EdDSA ' }), 'JWS_ALGORITHM'],
  ['alg of the other key', await withHeader({ alg: 'ES256' }), 'JWS_ALGORITHM'],
  [
    'alg of the other key, the other way',
    await withHeader({ alg: 'EdDSA', kid: p256.kid }, p256),
    'JWS_ALGORITHM',
  ],
  ['alg Ed25519 by a key that is for EdDSA', await withHeader({ alg: 'Ed25519' }), 'JWS_ALGORITHM'],

  ['an unknown kid', await withHeader({ kid: stranger.kid }, stranger), 'JWS_KEY_UNKNOWN'],
  ['a kid in lower case', await withHeader({ kid: ed25519.kid.toLowerCase() }), 'JWS_KEY_UNKNOWN'],
  ['kid __proto__', await withHeader({ kid: '__proto__' }), 'JWS_KEY_UNKNOWN'],
  ['a kid that is a path', await withHeader({ kid: '../../etc/passwd' }), 'JWS_KEY_UNKNOWN'],

  ['the key of somebody else', await withHeader({}, stranger), 'JWS_SIGNATURE'],
  [
    'the P-256 key of somebody else',
    await withHeader({ alg: 'ES256', kid: p256.kid }, strangerP256),
    'JWS_SIGNATURE',
  ],
  [
    'a signature by the other key of the list',
    `${headerP256}.${payload}.${signature}`,
    'JWS_SIGNATURE',
  ],
  ['another payload', `${header}.${base64url('{"id":"8"}')}.${signature}`, 'JWS_SIGNATURE'],
  ['a shorter payload', `${header}.${base64url('{"id":"7"')}.${signature}`, 'JWS_SIGNATURE'],
  [
    'the header of another good token',
    `${base64url(JSON.stringify({ kid: ed25519.kid, typ: TYP, alg: 'EdDSA' }))}.${payload}.${signature}`,
    'JWS_SIGNATURE',
  ],
  [
    'a shorter signature',
    `${header}.${payload}.${base64url(Buffer.from(signature, 'base64url').subarray(0, 63))}`,
    'JWS_SIGNATURE',
  ],
  ['a longer signature', `${header}.${payload}.${base64url(Buffer.alloc(65))}`, 'JWS_SIGNATURE'],
  ['a bit of R flipped', `${header}.${payload}.${flipped(signature, 0)}`, 'JWS_SIGNATURE'],
  ['a bit of S flipped', `${header}.${payload}.${flipped(signature, 33)}`, 'JWS_SIGNATURE'],
  ['zeros by Ed25519', `${header}.${payload}.${zeros}`, 'JWS_SIGNATURE'],
  ['zeros by P-256', `${headerP256}.${payload}.${zeros}`, 'JWS_SIGNATURE'],
  ['a signature in DER', `${headerP256}.${payload}.${der}`, 'JWS_SIGNATURE'],
  ['r and s exchanged', `${headerP256}.${payload}.${exchanged(signatureP256)}`, 'JWS_SIGNATURE'],
];

function exchanged(text: string): string {
  const bytes = Buffer.from(text, 'base64url');
  return base64url(Buffer.concat([bytes.subarray(32), bytes.subarray(0, 32)]));
}

/** Good, and another spelling of the signature: its payload is the same, its bytes are not. */
export const twinToken = `${headerP256}.${payload}.${base64url(twinOf(Buffer.from(signatureP256, 'base64url')))}`;
export { goodP256 };
