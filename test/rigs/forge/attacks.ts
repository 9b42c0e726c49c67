/**
 * What a forger does with messages that it has captured, with keys of its own, and, for the last group, with a partner's
 * gateway in its hands but no signatory's key. Every attack must end in a fault.
 */
import { createHmac } from 'node:crypto';
import type { MessageSigner } from '../../../src/base/index.js';
import { contentDigest } from '../../../src/partner/http-signature/content-digest.js';
import { type HttpRequest, signJws } from '../../../src/partner/index.js';
import { base64url, twinOf } from '../../rooms/partner/workbench.js';
import { ADDRESS, LONG_AGO, type Sender, type Sent, TYP } from './gateways.js';
import type { Random } from './random.js';

export interface Captured {
  /** Delivered once already. */
  readonly sent: Sent;
  /** Another one, delivered too. */
  readonly other: Sent;
  /** Sent long ago and held back until now. */
  readonly held: Sent;
  readonly sender: Sender;
  readonly random: Random;
}

type Attack = (captured: Captured) => HttpRequest | Promise<HttpRequest>;

const fieldOf = ({ fields }: HttpRequest, name: string): string =>
  fields.find(([given]) => given === name)?.[1] ?? '';

function withField(request: HttpRequest, name: string, value: string): HttpRequest {
  const fields = request.fields.map(
    ([given, old]) => [given, given === name ? value : old] as const,
  );
  return { ...request, fields };
}

/** With another body, and the digest that belongs to it. */
function withBody(request: HttpRequest, body: Uint8Array): HttpRequest {
  return { ...withField(request, 'Content-Digest', contentDigest(body)), body };
}

function flip(bytes: Uint8Array, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  const at = random.below(flipped.length);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  return flipped;
}

const flipText = (text: string, random: Random): string =>
  flip(Buffer.from(text, 'latin1'), random).toString('latin1');

const signatureBytes = (request: HttpRequest): Buffer =>
  Buffer.from(fieldOf(request, 'Signature').slice('sorgu=:'.length, -1), 'base64');

const withSignature = (request: HttpRequest, bytes: Uint8Array): HttpRequest =>
  withField(request, 'Signature', `sorgu=:${Buffer.from(bytes).toString('base64')}:`);

const SIGNED_FIELDS = ['Content-Type', 'Content-Digest', 'Signature-Input', 'Signature'] as const;

/** The captured message under other parameters, its signature kept. */
const withInput = (request: HttpRequest, change: (text: string) => string): HttpRequest =>
  withField(request, 'Signature-Input', change(fieldOf(request, 'Signature-Input')));

/** The forger's signer under the name of somebody else. */
const posing = (stranger: MessageSigner, as: MessageSigner): MessageSigner => ({
  ...stranger,
  kid: as.kid,
});
const kindOf = ({ alg }: MessageSigner): 0 | 1 => (alg === 'EdDSA' ? 0 : 1);

const parts = (jws: string): readonly [string, string, string] => {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return [header, payload, signature];
};

async function withHeader(jws: string, header: object, signer: MessageSigner): Promise<string> {
  const input = `${base64url(JSON.stringify(header))}.${parts(jws)[1]}`;
  return `${input}.${base64url(await signer.sign(Buffer.from(input)))}`;
}

const REPLAYED: Readonly<Record<string, Attack>> = {
  'replayed as it was': ({ sent }) => sent.request,
  'replayed with fields in other letters': ({ sent: { request } }) => ({
    ...request,
    fields: request.fields.map(([name, value]) => [name.toLowerCase(), ` ${value} `]),
  }),
  'replayed with fields in another order': ({ sent: { request } }) => ({
    ...request,
    fields: [...request.fields].reverse(),
  }),
  'replayed under the other signature of ECDSA': ({ sent: { request, gateway } }) =>
    gateway.alg === 'ES256' ? withSignature(request, twinOf(signatureBytes(request))) : request,
  'held back': ({ held }) => held.request,
  'held back, its time changed': ({ held, random }) =>
    withInput(held.request, (text) =>
      text.replace(/\d{10}/g, (second) => String(Number(second) - LONG_AGO + random.below(60))),
    ),
};

const ALTERED: Readonly<Record<string, Attack>> = {
  'a bit of the body': ({ sent: { request }, random }) => ({
    ...request,
    body: flip(request.body, random),
  }),
  'a bit of the body, and its digest': ({ sent: { request }, random }) =>
    withBody(request, flip(request.body, random)),
  'a bit of a signed field': ({ sent: { request }, random }) => {
    const name = random.pick(SIGNED_FIELDS);
    return withField(request, name, flipText(fieldOf(request, name), random));
  },
  'a bit of the signature': ({ sent: { request }, random }) =>
    withSignature(request, flip(signatureBytes(request), random)),
  'a truncated body': ({ sent: { request }, random }) => ({
    ...request,
    body: request.body.subarray(0, random.below(request.body.length)),
  }),
  'a truncated field': ({ sent: { request }, random }) => {
    const name = random.pick(SIGNED_FIELDS);
    const value = fieldOf(request, name);
    return withField(request, name, value.slice(0, random.below(value.length)));
  },
  'a field gone': ({ sent: { request }, random }) => {
    const gone = random.pick(SIGNED_FIELDS);
    return { ...request, fields: request.fields.filter(([name]) => name !== gone) };
  },
  'a field twice': ({ sent, other, random }) => {
    const name = random.pick(SIGNED_FIELDS);
    const twice = [name, fieldOf(other.request, name)] as const;
    return { ...sent.request, fields: [...sent.request.fields, twice] };
  },
  'a second label': ({ sent: { request }, random }) => {
    const label = random.pick(['sorgu', 'sig1', 'Sorgu', '*']);
    return withInput(request, (text) =>
      random.pick([`${text}, ${label}=()`, `${label}=(), ${text}`]),
    );
  },
  'another nonce': ({ sent: { request }, random }) =>
    withInput(request, (text) =>
      text.replace(/nonce="[^"]+"/, `nonce="${base64url(random.bytes(16))}"`),
    ),
  'another address': ({ sent: { request }, random }) => ({
    ...request,
    targetUri: `${ADDRESS}/${random.below(1000)}`,
  }),
  'another method': ({ sent: { request }, random }) => ({
    ...request,
    method: random.pick(['PUT', 'GET', 'post', 'POST ']),
  }),
  'the body of another': ({ sent: { request }, other }) => withBody(request, other.request.body),
  'the signature of another': ({ sent: { request }, other }) =>
    withSignature(request, signatureBytes(other.request)),
  'the input of another': ({ sent: { request }, other }) =>
    withInput(request, () => fieldOf(other.request, 'Signature-Input')),
  'Content-Encoding': ({ sent: { request } }) => ({
    ...request,
    fields: [...request.fields, ['Content-Encoding', 'gzip']],
  }),
  noise: ({ sent: { request }, random }) => {
    const noisy = [...SIGNED_FIELDS].reduce(
      (message, name) => withField(message, name, random.bytes(40).toString('latin1')),
      request,
    );
    return { ...noisy, body: random.bytes(random.below(400)) };
  },
};

const FORGED: Readonly<Record<string, Attack>> = {
  'signed by a stranger': ({ sent, sender, random }) =>
    sender.carry(sent.jws, random.pick(sender.keys.strangers)),
  'signed by a stranger under the name of the gateway': ({ sent, sender }) =>
    sender.carry(sent.jws, posing(sender.keys.strangers[kindOf(sent.gateway)], sent.gateway)),
  'signed by a stranger under the name of the other kind of key': ({ sent, sender }) =>
    sender.carry(
      sent.jws,
      posing(sender.keys.strangers[1 - kindOf(sent.gateway)] ?? sent.gateway, sent.gateway),
    ),
  'signed by a signatory, who is no gateway': ({ sent, sender }) =>
    sender.carry(sent.jws, sent.signatory),
  'keyed with the public key': ({ sent: { request, gateway } }) => {
    const asHmac = withInput(request, (text) => text.replace(/alg="[^"]+"/, 'alg="hmac-sha256"'));
    const digest = createHmac('sha512', gateway.publicJwk.x).update('base').digest();
    return withSignature(asHmac, digest);
  },
  zeros: ({ sent: { request } }) => withSignature(request, Buffer.alloc(64)),
};

/** By a partner's real gateway: the message is good, the document in it is not, or is not new. */
const CARRIED: Readonly<Record<string, Attack>> = {
  'a document of a stranger': async ({ sender, random, sent }) => {
    const document = Buffer.from(JSON.stringify({ id: random.below(1e9) }));
    const stranger = random.pick(sender.keys.strangers);
    return sender.carry(await signJws(document, TYP, stranger), sent.gateway);
  },
  'a document of a stranger under the name of a signatory': async ({ sender, random, sent }) => {
    const document = Buffer.from(JSON.stringify({ id: random.below(1e9) }));
    const signer = posing(sender.keys.strangers[kindOf(sent.signatory)], sent.signatory);
    return sender.carry(await signJws(document, TYP, signer), sent.gateway);
  },
  'a document signed by the gateway itself': async ({ sender, random, sent }) => {
    const document = Buffer.from(JSON.stringify({ id: random.below(1e9) }));
    return sender.carry(await signJws(document, TYP, sent.gateway), sent.gateway);
  },
  'a paper of the signatory that is no request': async ({ sender, random, sent }) => {
    const document = Buffer.from(JSON.stringify({ id: random.below(1e9) }));
    return sender.carry(await signJws(document, 'sorgu-receipt+jws', sent.signatory), sent.gateway);
  },
  'a document known, sent again': ({ sent, sender }) => sender.carry(sent.jws, sent.gateway),
  'a document known, under the other signature of ECDSA': ({ sent, sender }) => {
    const [header, payload, signature] = parts(sent.jws);
    const bytes = Buffer.from(signature, 'base64url');
    const twin = sent.signatory.alg === 'ES256' ? twinOf(bytes) : bytes;
    return sender.carry(`${header}.${payload}.${base64url(twin)}`, sent.gateway);
  },
  'a character of the document': ({ sent: { jws, gateway }, sender, random }) => {
    const at = random.below(jws.length);
    const other = jws[at] === 'A' ? 'B' : 'A';
    return sender.carry(jws.slice(0, at) + other + jws.slice(at + 1), gateway);
  },
  'a document truncated': ({ sent: { jws, gateway }, sender, random }) =>
    sender.carry(jws.slice(0, random.below(jws.length)), gateway),
  'the parts of two documents': ({ sent, other, sender, random }) => {
    const [ours, theirs] = [parts(sent.jws), parts(other.jws)];
    const mixed = ours.map((part, at) => (at === random.below(3) ? theirs[at] : part));
    const text = mixed.join('.');
    const isWhole = text === sent.jws || text === other.jws;
    return sender.carry(isWhole ? `${text}.` : text, sent.gateway);
  },
  'another algorithm': async ({ sent, sender, random }) => {
    const alg = random.pick(['none', 'HS256', 'RS256', 'ES512', 'ES256K', 'Ed448', 'eddsa']);
    const { signatory, gateway, jws } = sent;
    const header = { alg, kid: signatory.kid, typ: TYP };
    return sender.carry(await withHeader(jws, header, signatory), gateway);
  },
  'a header that brings its own key': async ({ sent, sender, random }) => {
    const stranger = random.pick(sender.keys.strangers);
    const header = { alg: stranger.alg, kid: sent.signatory.kid, typ: TYP };
    const brought = random.pick<object>([
      { jwk: stranger.publicJwk },
      { jku: 'https://keys.example/' },
      { x5u: 'https://keys.example/' },
      { crit: ['b64'], b64: false },
    ]);
    const jws = await withHeader(sent.jws, { ...header, ...brought }, stranger);
    return sender.carry(jws, sent.gateway);
  },
  'another spelling': ({ sent: { jws, gateway }, sender, random }) => {
    const spelt = random.pick([
      `${jws}=`,
      ` ${jws}`,
      `${jws}\n`,
      jws.replace('.', '..'),
      `${jws}.`,
    ]);
    return sender.carry(spelt, gateway);
  },
  'letters of another script': ({ sent: { jws, gateway }, sender, random }) => {
    const at = random.below(jws.length);
    const letter = random.pick(['\u0430', '\u200b', '\uff0e', '\ufeff', '\u0660']);
    return sender.carry(jws.slice(0, at) + letter + jws.slice(at), gateway);
  },
};

/** Every attack by name, in the order in which they are tried, again and again. */
export const ATTACKS: readonly (readonly [name: string, attack: Attack])[] = [
  ...Object.entries(REPLAYED),
  ...Object.entries(ALTERED),
  ...Object.entries(FORGED),
  ...Object.entries(CARRIED),
];
