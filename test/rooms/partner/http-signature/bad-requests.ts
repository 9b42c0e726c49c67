/** Requests that nobody may be known by. Each is one fault away from a good one; beside it the fault it must have. */
import type { MessageSigner } from '../../../../src/base/index.js';
import { contentDigest } from '../../../../src/partner/http-signature/content-digest.js';
import { formatBytes } from '../../../../src/partner/http-signature/structured-fields.js';
import {
  type Fields,
  type HttpRequest,
  type HttpSignatureFault,
  signRequest,
  signResponse,
} from '../../../../src/partner/index.js';
import {
  clock,
  countingIds,
  ed25519Key,
  p256Key,
  SECONDS,
  signerOf,
  twinOf,
} from '../workbench.js';

export const ed25519 = signerOf(ed25519Key(1));
export const p256 = signerOf(p256Key());
const stranger = signerOf(ed25519Key(2));
export const ids = countingIds();

export const PLAIN: HttpRequest = {
  method: 'POST',
  targetUri: 'https://gateway.mia.example/messages?to=AZ-SMS',
  fields: [
    ['Host', 'gateway.mia.example'],
    ['Content-Type', 'application/jose'],
  ],
  body: Buffer.from('e30.e30.e30'),
};
export const signing = { signer: ed25519, clock, ids };

const good = await signRequest(PLAIN, signing);
const goodP256 = await signRequest(PLAIN, { ...signing, signer: p256 });

export function fieldOf({ fields }: { readonly fields: Fields }, name: string): string {
  return fields.find(([given]) => given === name)?.[1] ?? '';
}

/** The message with some fields changed, taken away (null), or added. */
export function withFields<M extends { readonly fields: Fields }>(
  message: M,
  change: Readonly<Record<string, string | null>>,
): M {
  const kept = message.fields.filter(([name]) => !Object.hasOwn(change, name));
  const added = Object.entries(change).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return { ...message, fields: [...kept, ...added] };
}

const plus = (...fields: Fields): HttpRequest => ({ ...good, fields: [...good.fields, ...fields] });
const input = fieldOf(good, 'Signature-Input');
const signature = fieldOf(good, 'Signature');

const withInput = (change: (text: string) => string): HttpRequest =>
  withFields(good, { 'Signature-Input': change(input) });
const withSignature = (change: (text: string) => string): HttpRequest =>
  withFields(good, { Signature: change(signature) });

const LIST = '("@method" "@target-uri" "content-digest" "content-type")';
const LINES = [
  '"@method": POST',
  `"@target-uri": ${PLAIN.targetUri}`,
  `"content-digest": ${contentDigest(PLAIN.body)}`,
  '"content-type": application/jose',
];

interface Forging {
  readonly list?: string;
  readonly lines?: readonly string[];
  readonly parameters?: string;
  readonly signer?: MessageSigner;
  readonly label?: string;
}

const parametersOf = (change: Readonly<Record<string, string>> = {}): string => {
  const all = {
    created: String(SECONDS),
    expires: String(SECONDS + 120),
    nonce: '"abcdefghijklmnopqrstuv"',
    keyid: `"${ed25519.kid}"`,
    alg: '"ed25519"',
    tag: '"sorgu-request"',
    ...change,
  };
  return Object.entries(all)
    .map(([name, value]) => (value === '' ? '' : `;${name}=${value}`))
    .join('');
};

/** A request whose signature is good in itself, whatever it covers: what a partner that errs could send. */
async function signed(forging: Forging): Promise<HttpRequest> {
  const { list = LIST, lines = LINES, signer = ed25519, label = 'sorgu' } = forging;
  const parameters = `${list}${forging.parameters ?? parametersOf()}`;
  const base = [...lines, `"@signature-params": ${parameters}`].join('\n');
  const bytes = await signer.sign(Buffer.from(base));
  return {
    ...PLAIN,
    fields: [
      ...PLAIN.fields,
      ['Content-Digest', contentDigest(PLAIN.body)],
      ['Signature-Input', `${label}=${parameters}`],
      ['Signature', `${label}=${formatBytes(bytes)}`],
    ],
  };
}
const signedWith = (change: Readonly<Record<string, string>>, signer = ed25519) =>
  signed({ parameters: parametersOf(change), signer });

/** Without a change this one is good: what the others show is then their one fault. */
export const soundForgery = await signed({});
export { good, goodP256 };

const answer = await signResponse(
  { status: 200, fields: [['Content-Type', 'application/jose']], body: PLAIN.body },
  good,
  signing,
);
const digestSha512 = contentDigest(PLAIN.body).replace('sha-256', 'sha-512');
const bytesOf = (text: string) => Buffer.from(text.slice('sorgu=:'.length, -1), 'base64');
const flip = (text: string): string => {
  const bytes = bytesOf(text);
  bytes[40] = (bytes[40] ?? 0) ^ 1;
  return `sorgu=${formatBytes(bytes)}`;
};

export const BAD_REQUESTS: readonly (readonly [string, HttpRequest, HttpSignatureFault])[] = [
  ['no signature at all', PLAIN, 'SIGNATURE_MISSING'],
  ['no Signature', withFields(good, { Signature: null }), 'SIGNATURE_MISSING'],
  ['no Signature-Input', withFields(good, { 'Signature-Input': null }), 'SIGNATURE_MISSING'],
  ['Signature twice', plus(['Signature', signature]), 'SIGNATURE_MISSING'],
  ['Signature twice, in other letters', plus(['SIGNATURE', signature]), 'SIGNATURE_MISSING'],
  ['Signature-Input twice', plus(['Signature-Input', input]), 'SIGNATURE_MISSING'],
  ['Signature with a line break', withSignature((text) => `${text}\r\nX: y`), 'SIGNATURE_MISSING'],
  ['Signature-Input beyond ASCII', withInput((text) => `${text}\u00e9`), 'SIGNATURE_MISSING'],

  ['an empty Signature', withSignature(() => ''), 'SIGNATURE_FORM'],
  ['an empty Signature-Input', withInput(() => ''), 'SIGNATURE_FORM'],
  ['another label', await signed({ label: 'sig1' }), 'SIGNATURE_FORM'],
  ['a label in upper case', withInput((text) => text.replace('sorgu', 'Sorgu')), 'SIGNATURE_FORM'],
  ['labels that differ', withSignature((text) => text.replace('sorgu', 'sig1')), 'SIGNATURE_FORM'],
  ['a second input', withInput((text) => `${text}, other=()`), 'SIGNATURE_FORM'],
  ['a second input before', withInput((text) => `other=(), ${text}`), 'SIGNATURE_FORM'],
  ['the label twice', withInput((text) => `${text}, ${text}`), 'SIGNATURE_FORM'],
  [
    'an empty list under our label before',
    withInput((text) => `sorgu=(), ${text}`),
    'SIGNATURE_FORM',
  ],
  ['a second signature', withSignature((text) => `${text}, other=:AAAA:`), 'SIGNATURE_FORM'],
  ['the signature twice', withSignature((text) => `${text}, ${text}`), 'SIGNATURE_FORM'],
  ['a comma behind', withInput((text) => `${text},`), 'SIGNATURE_FORM'],
  ['two spaces in the list', withInput((text) => text.replace('" "', '"  "')), 'SIGNATURE_FORM'],
  [
    'created with a zero before',
    withInput((text) => text.replace('created=', 'created=0')),
    'SIGNATURE_FORM',
  ],
  [
    'created as a decimal',
    withInput((text) => text.replace(/created=\d+/, '$&.0')),
    'SIGNATURE_FORM',
  ],
  ['created twice', withInput((text) => `${text};created=1`), 'SIGNATURE_FORM'],
  [
    'padding away',
    withSignature((text) => text.replace('=:', ':').replace('=:', ':')),
    'SIGNATURE_FORM',
  ],
  [
    'a string for a signature',
    withSignature((text) => text.replaceAll(':', '"')),
    'SIGNATURE_FORM',
  ],
  ['a very long input', withInput((text) => `${text};a="${'a'.repeat(1000)}"`), 'SIGNATURE_FORM'],
  [
    'a very long signature',
    withSignature(() => `sorgu=${formatBytes(Buffer.alloc(200))}`),
    'SIGNATURE_FORM',
  ],

  ['nothing covered', await signed({ list: '()', lines: [] }), 'SIGNATURE_COVERAGE'],
  [
    'the digest not covered',
    await signed({
      list: LIST.replace(' "content-digest"', ''),
      lines: LINES.filter((line) => !line.includes('digest')),
    }),
    'SIGNATURE_COVERAGE',
  ],
  [
    'the address not covered',
    await signed({
      list: LIST.replace(' "@target-uri"', ''),
      lines: LINES.filter((line) => !line.includes('target')),
    }),
    'SIGNATURE_COVERAGE',
  ],
  [
    'another order',
    await signed({
      list: '("@target-uri" "@method" "content-digest" "content-type")',
      lines: [LINES[1] ?? '', LINES[0] ?? '', ...LINES.slice(2)],
    }),
    'SIGNATURE_COVERAGE',
  ],
  [
    'more covered than is ours',
    await signed({
      list: LIST.replace(')', ' "host")'),
      lines: [...LINES, '"host": gateway.mia.example'],
    }),
    'SIGNATURE_COVERAGE',
  ],
  [
    'a component twice',
    withInput((text) => text.replace('"@method"', '"@method" "@method"')),
    'SIGNATURE_COVERAGE',
  ],
  [
    'a component of another request',
    withInput((text) => text.replace('"@method"', '"@method";req')),
    'SIGNATURE_COVERAGE',
  ],
  [
    'a name in upper case',
    withInput((text) => text.replace('content-type', 'Content-Type')),
    'SIGNATURE_COVERAGE',
  ],
  [
    'a component by key',
    withInput((text) => text.replace('"content-digest"', '"content-digest";key="sha-256"')),
    'SIGNATURE_COVERAGE',
  ],
  [
    'trailers',
    withInput((text) => text.replace('"content-digest"', '"content-digest";tr')),
    'SIGNATURE_COVERAGE',
  ],
  ['no Content-Type', withFields(good, { 'Content-Type': null }), 'SIGNATURE_COVERAGE'],
  ['Content-Type twice', plus(['Content-Type', 'text/html']), 'SIGNATURE_COVERAGE'],
  ['the same Content-Type twice', plus(['content-type', 'application/jose']), 'SIGNATURE_COVERAGE'],
  ['no Content-Digest', withFields(good, { 'Content-Digest': null }), 'SIGNATURE_COVERAGE'],
  [
    'Content-Digest twice',
    plus(['Content-Digest', contentDigest(PLAIN.body)]),
    'SIGNATURE_COVERAGE',
  ],
  [
    'a Content-Digest of other bytes beside',
    plus(['content-digest', contentDigest(Buffer.from('other'))]),
    'SIGNATURE_COVERAGE',
  ],
  [
    'the signature of a response',
    { ...good, fields: [...PLAIN.fields, ...answer.fields.slice(1)] },
    'SIGNATURE_COVERAGE',
  ],
  ['an address that is none', { ...good, targetUri: 'messages' }, 'SIGNATURE_COVERAGE'],
  [
    'an address in another spelling',
    { ...good, targetUri: PLAIN.targetUri.replace('/messages', '/./messages') },
    'SIGNATURE_COVERAGE',
  ],
  [
    'an address with its default port',
    { ...good, targetUri: PLAIN.targetUri.replace('/messages', ':443/messages') },
    'SIGNATURE_COVERAGE',
  ],
  [
    'an address with a fragment',
    { ...good, targetUri: `${PLAIN.targetUri}#a` },
    'SIGNATURE_COVERAGE',
  ],
  [
    'an address with a password',
    { ...good, targetUri: PLAIN.targetUri.replace('//', '//a:b@') },
    'SIGNATURE_COVERAGE',
  ],
  ['a method in lower case', { ...good, method: 'post' }, 'SIGNATURE_COVERAGE'],
  ['a method with a line break', { ...good, method: 'POST\n"x": y' }, 'SIGNATURE_COVERAGE'],

  ['no nonce', await signedWith({ nonce: '' }), 'SIGNATURE_PARAMETERS'],
  ['a short nonce', await signedWith({ nonce: '"abc"' }), 'SIGNATURE_PARAMETERS'],
  [
    'a nonce of other letters',
    await signedWith({ nonce: `"${'a b'.repeat(8)}"` }),
    'SIGNATURE_PARAMETERS',
  ],
  ['a nonce that is a number', await signedWith({ nonce: '1234567890' }), 'SIGNATURE_PARAMETERS'],
  ['no created', await signedWith({ created: '' }), 'SIGNATURE_PARAMETERS'],
  ['no expires', await signedWith({ expires: '' }), 'SIGNATURE_PARAMETERS'],
  ['no keyid', await signedWith({ keyid: '' }), 'SIGNATURE_PARAMETERS'],
  ['no alg', await signedWith({ alg: '' }), 'SIGNATURE_PARAMETERS'],
  ['no tag', await signedWith({ tag: '' }), 'SIGNATURE_PARAMETERS'],
  ['another tag', await signedWith({ tag: '"sorgu-response"' }), 'SIGNATURE_PARAMETERS'],
  ['a tag in upper case', await signedWith({ tag: '"SORGU-REQUEST"' }), 'SIGNATURE_PARAMETERS'],
  [
    'an unknown parameter',
    await signed({ parameters: `${parametersOf()};admin` }),
    'SIGNATURE_PARAMETERS',
  ],
  [
    'parameters in another order',
    await signed({ parameters: parametersOf().replace(/(;created=\d+)(;expires=\d+)/, '$2$1') }),
    'SIGNATURE_PARAMETERS',
  ],
  ['created as text', await signedWith({ created: `"${SECONDS}"` }), 'SIGNATURE_PARAMETERS'],
  ['created below zero', await signedWith({ created: '-5' }), 'SIGNATURE_PARAMETERS'],
  [
    'expires before created',
    await signedWith({ expires: String(SECONDS - 1) }),
    'SIGNATURE_PARAMETERS',
  ],
  ['expires when created', await signedWith({ expires: String(SECONDS) }), 'SIGNATURE_PARAMETERS'],

  ['Content-Encoding', plus(['Content-Encoding', 'gzip']), 'CONTENT_ENCODED'],
  ['an empty Content-Encoding', plus(['content-encoding', '']), 'CONTENT_ENCODED'],
  ['another body', { ...good, body: Buffer.from('e30.e30.e31') }, 'DIGEST_DIFFERS'],
  ['no body', { ...good, body: new Uint8Array() }, 'DIGEST_DIFFERS'],
  ['a truncated body', { ...good, body: PLAIN.body.subarray(0, -1) }, 'DIGEST_DIFFERS'],
  [
    'a longer body',
    { ...good, body: Buffer.concat([PLAIN.body, Buffer.from('\n')]) },
    'DIGEST_DIFFERS',
  ],
  [
    'a digest by another name',
    withFields(good, { 'Content-Digest': digestSha512 }),
    'DIGEST_DIFFERS',
  ],
  [
    'a second digest in the field',
    withFields(good, { 'Content-Digest': `${contentDigest(PLAIN.body)}, md5=:AAAA:` }),
    'DIGEST_DIFFERS',
  ],
  ['an empty digest', withFields(good, { 'Content-Digest': '' }), 'DIGEST_DIFFERS'],

  [
    'a key nobody knows',
    await signRequest(PLAIN, { ...signing, signer: stranger }),
    'SIGNATURE_KEY_UNKNOWN',
  ],
  ['keyid __proto__', await signedWith({ keyid: '"__proto__"' }), 'SIGNATURE_KEY_UNKNOWN'],
  ['an empty keyid', await signedWith({ keyid: '""' }), 'SIGNATURE_KEY_UNKNOWN'],
  [
    'the algorithm of the other key',
    await signedWith({ alg: '"ecdsa-p256-sha256"' }),
    'SIGNATURE_ALGORITHM',
  ],
  ['a shared secret', await signedWith({ alg: '"hmac-sha256"' }), 'SIGNATURE_ALGORITHM'],
  ['RSA', await signedWith({ alg: '"rsa-pss-sha512"' }), 'SIGNATURE_ALGORITHM'],
  [
    'the algorithm by its name in JOSE',
    await signedWith({ alg: '"EdDSA"' }),
    'SIGNATURE_ALGORITHM',
  ],
  ['no algorithm', await signedWith({ alg: '""' }), 'SIGNATURE_ALGORITHM'],

  ['the key of somebody else', await signed({ signer: stranger }), 'SIGNATURE_INVALID'],
  [
    'the keyid of another key of the list',
    await signedWith({ keyid: `"${p256.kid}"`, alg: '"ecdsa-p256-sha256"' }),
    'SIGNATURE_INVALID',
  ],
  ['a bit flipped', withSignature(flip), 'SIGNATURE_INVALID'],
  ['an empty signature', withSignature(() => 'sorgu=::'), 'SIGNATURE_INVALID'],
  [
    'half a signature',
    withSignature((text) => `sorgu=${formatBytes(bytesOf(text).subarray(0, 32))}`),
    'SIGNATURE_INVALID',
  ],
  [
    'a longer signature',
    withSignature(
      (text) => `sorgu=${formatBytes(Buffer.concat([bytesOf(text), Buffer.alloc(1)]))}`,
    ),
    'SIGNATURE_INVALID',
  ],
  ['zeros', withSignature(() => `sorgu=${formatBytes(Buffer.alloc(64))}`), 'SIGNATURE_INVALID'],
  [
    'the signature of another message',
    withSignature(() => fieldOf(goodP256, 'Signature')),
    'SIGNATURE_INVALID',
  ],
  ['another nonce', withInput((text) => text.replace(/nonce="./, 'nonce="-')), 'SIGNATURE_INVALID'],
  [
    'another second',
    withInput((text) => text.replace(/created=(\d+)/, `created=${SECONDS - 1}`)),
    'SIGNATURE_INVALID',
  ],
  [
    'a longer life',
    withInput((text) => text.replace(/expires=(\d+)/, `expires=${SECONDS + 300}`)),
    'SIGNATURE_INVALID',
  ],
  ['another method', { ...good, method: 'PUT' }, 'SIGNATURE_INVALID'],
  [
    'another host',
    { ...good, targetUri: PLAIN.targetUri.replace('mia', 'sms') },
    'SIGNATURE_INVALID',
  ],
  [
    'another path',
    { ...good, targetUri: PLAIN.targetUri.replace('messages', 'receipts') },
    'SIGNATURE_INVALID',
  ],
  [
    'another query',
    { ...good, targetUri: PLAIN.targetUri.replace('AZ-SMS', 'BE-IO') },
    'SIGNATURE_INVALID',
  ],
  ['no TLS', { ...good, targetUri: PLAIN.targetUri.replace('https', 'http') }, 'SIGNATURE_INVALID'],
  [
    'another Content-Type',
    withFields(good, { 'Content-Type': 'application/json' }),
    'SIGNATURE_INVALID',
  ],
  [
    'a parameter in Content-Type',
    withFields(good, { 'Content-Type': 'application/jose;a=b' }),
    'SIGNATURE_INVALID',
  ],
  [
    'a body and digest exchanged together',
    withFields(
      { ...good, body: Buffer.from('x') },
      { 'Content-Digest': contentDigest(Buffer.from('x')) },
    ),
    'SIGNATURE_INVALID',
  ],

  [
    'a life of more than five minutes',
    await signedWith({ expires: String(SECONDS + 301) }),
    'SIGNATURE_LASTS_TOO_LONG',
  ],
  [
    'created ahead of both clocks',
    await signedWith({ created: String(SECONDS + 61), expires: String(SECONDS + 120) }),
    'SIGNATURE_NOT_YET_GOOD',
  ],
  [
    'expired by both clocks',
    await signedWith({ created: String(SECONDS - 180), expires: String(SECONDS - 60) }),
    'SIGNATURE_EXPIRED',
  ],
];

/** Good signatures whose time is at the edge, and still good. */
export const EDGES: readonly (readonly [string, HttpRequest])[] = [
  ['created as far ahead as clocks may lie', await signedWith({ created: String(SECONDS + 60) })],
  [
    'expired no longer than clocks may lie apart',
    await signedWith({ created: String(SECONDS - 179), expires: String(SECONDS - 59) }),
  ],
  ['a life of five minutes', await signedWith({ expires: String(SECONDS + 300) })],
];

/** The same message under the other good signature of ECDSA. */
export const twinRequest = withFields(goodP256, {
  Signature: `sorgu=${formatBytes(twinOf(bytesOf(fieldOf(goodP256, 'Signature'))))}`,
});
