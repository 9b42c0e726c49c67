/**
 * What somebody sends to `/subgraph` who is not the router he speaks for, or who got hold of its query on the way. Each is
 * made of a hop that the gateway would answer.
 */
import { hash } from 'node:crypto';
import type { Fields } from '../../src/partner/index.js';
import type { UnsignedHop } from '../support/signed-hop.js';

/** A hop as it goes out. */
export interface SentHop {
  readonly url: string;
  readonly fields: Fields;
  readonly body: string;
}

/** How a hop is signed where it is not signed as its router would. */
export interface AttackSigning {
  /** Whose router; a stranger's key is nobody's. */
  readonly by?: 'AZ-SMS' | 'KZ-MIA' | 'KZ-MLSPP' | 'BE-IO' | 'STRANGER';
  /** Whether it names the caller's own router as the one who signed. */
  readonly isUnderRouter?: boolean;
  /** Seconds from now. */
  readonly at?: number;
  /** Seconds. */
  readonly life?: number;
}

export interface HopAttack {
  readonly name: string;
  readonly signing?: AttackSigning;
  /** What is signed, instead of the hop. */
  readonly signs?: (hop: UnsignedHop) => UnsignedHop;
  /** What becomes of the signed hop on its way. */
  readonly change?: (sent: SentHop) => SentHop;
  /** UNAUTHENTICATED unless it says otherwise. */
  readonly refusal?: string;
}

const without = (fields: Fields, name: string): Fields =>
  fields.filter(([given]) => given.toLowerCase() !== name);

const drop =
  (...names: readonly string[]) =>
  (sent: SentHop): SentHop => ({ ...sent, fields: names.reduce(without, sent.fields) });

const put =
  (name: string, value: string) =>
  (sent: SentHop): SentHop => ({ ...sent, fields: [...without(sent.fields, name), [name, value]] });

const add =
  (name: string, value: string) =>
  (sent: SentHop): SentHop => ({ ...sent, fields: [...sent.fields, [name, value]] });

const rewrite =
  (name: string, rewritten: (value: string) => string) =>
  (sent: SentHop): SentHop => ({
    ...sent,
    fields: sent.fields.map(([given, value]) => [
      given,
      given.toLowerCase() === name ? rewritten(value) : value,
    ]),
  });

const replace = (name: string, from: string | RegExp, to: string) =>
  rewrite(name, (value) => value.replace(from, to));

const bare =
  (...names: readonly string[]) =>
  (hop: UnsignedHop): UnsignedHop => ({
    ...hop,
    headers: Object.fromEntries(
      Object.entries(hop.headers).filter(([name]) => !names.includes(name)),
    ),
  });

const ANOTHER_BODY = '{"query":"{ aze_subjects { edges { node { dateOfBirth } } } }"}';
const DIGEST = `sha-256=:${hash('sha256', ANOTHER_BODY, 'base64')}:`;
const onBody = (sent: SentHop): SentHop => ({ ...sent, body: ANOTHER_BODY });
const SIGNATURE = ['signature', 'signature-input', 'content-digest'];

const WHO: readonly HopAttack[] = [
  { name: 'unsigned', change: drop(...SIGNATURE) },
  { name: 'with a digest and no signature', change: drop('signature', 'signature-input') },
  { name: 'with what was signed and no signature', change: drop('signature') },
  { name: 'with a signature of it knows not what', change: drop('signature-input') },
  { name: "signed by another authority's router", signing: { by: 'BE-IO' } },
  { name: "signed by another router of the same state's", signing: { by: 'KZ-MLSPP' } },
  { name: "signed by the gateway's own authority", signing: { by: 'AZ-SMS' } },
  { name: 'signed by a key that nobody registered', signing: { by: 'STRANGER' } },
  {
    name: "signed by a stranger under the router's key id",
    signing: { by: 'STRANGER', isUnderRouter: true },
  },
];

const CHANGED: readonly HopAttack[] = [
  { name: 'another body', change: onBody },
  {
    name: 'another body with its own digest',
    change: (sent) => put('content-digest', DIGEST)(onBody(sent)),
  },
  { name: 'no digest', change: drop('content-digest') },
  { name: 'two digests', change: add('content-digest', 'sha-256=:AAAA:') },
  { name: 'another token', change: put('authorization', 'Bearer $OTHER_TOKEN') },
  { name: 'no token', change: drop('authorization') },
  { name: 'another request', change: put('exchange-request', '$OTHER_REQUEST') },
  { name: 'another purpose', change: put('exchange-purpose', 'READMISSION') },
  { name: 'no request', change: drop('exchange-request') },
  { name: 'no purpose', change: drop('exchange-purpose') },
  { name: 'neither', change: drop('exchange-request', 'exchange-purpose') },
  {
    name: 'request and purpose put to a query that was signed without',
    signs: bare('exchange-request', 'exchange-purpose'),
    change: (sent) =>
      add('exchange-request', '$REQUEST')(add('exchange-purpose', '$PURPOSE')(sent)),
  },
  {
    name: 'a token put to a query that was signed without',
    signs: bare('authorization'),
    change: add('authorization', 'Bearer $TOKEN'),
  },
  {
    name: 'a second request',
    change: add('exchange-request', '$OTHER_REQUEST'),
    refusal: '400 BAD_REQUEST',
  },
  { name: 'another type', change: put('content-type', 'application/json; charset=utf-8') },
  { name: 'an encoding', change: add('content-encoding', 'identity') },
  { name: 'another address', change: (sent) => ({ ...sent, url: `${sent.url}?a=1` }) },
  {
    name: "signed for the API's route",
    signs: (hop) => ({ ...hop, url: hop.url.replace('subgraph', 'graphql') }),
  },
  {
    name: 'signed for another gateway',
    signs: (hop) => ({ ...hop, url: 'https://gateway.kz-mia.invalid/subgraph' }),
  },
  {
    name: 'signed for this gateway by another name',
    signs: (hop) => ({ ...hop, url: hop.url.replace('127.0.0.1', 'localhost') }),
  },
];

const TIMES: readonly HopAttack[] = [
  { name: 'expired', signing: { at: -3600 } },
  { name: 'expired to the second', signing: { at: -180 } },
  { name: 'from the future', signing: { at: 3600 } },
  { name: 'from one second too far ahead', signing: { at: 61 } },
  { name: 'good for too long', signing: { life: 301 } },
  { name: 'good for ever', signing: { life: 100_000_000 } },
  { name: 'good for no time', signing: { life: 0 } },
];

const input = (from: string | RegExp, to: string) => replace('signature-input', from, to);
const FORMS: readonly HopAttack[] = [
  {
    name: 'with two signatures in two fields',
    change: (sent) =>
      add('signature', 'two=:AAAA:')(add('signature-input', 'two=("@method");created=1')(sent)),
  },
  {
    name: 'with two signatures in one field',
    change: (sent) =>
      rewrite(
        'signature',
        (value) => `${value}, two=${value.slice('sorgu='.length)}`,
      )(
        rewrite(
          'signature-input',
          (value) => `${value}, two=${value.slice('sorgu='.length)}`,
        )(sent),
      ),
  },
  { name: 'with the tag of mail', change: input('sorgu-query', 'sorgu-request') },
  { name: 'with the tag of an answer', change: input('sorgu-query', 'sorgu-response') },
  { name: 'with a tag of its own', change: input('sorgu-query', 'sorgu-queries') },
  { name: 'without a tag', change: input(';tag="sorgu-query"', '') },
  {
    name: 'under another label',
    change: (sent) => replace('signature', 'sorgu=', 'sig1=')(input('sorgu=', 'sig1=')(sent)),
  },
  { name: 'without the purpose among what is signed', change: input(' "exchange-purpose"', '') },
  { name: 'without the digest among what is signed', change: input(' "content-digest"', '') },
  { name: 'with one thing signed twice', change: input('"@method"', '"@method" "@method"') },
  { name: 'with nothing signed', change: input(/\(.*\)/, '()') },
  { name: 'with another time to live', change: input(/expires=(\d+)/, 'expires=99999999999') },
  { name: 'without an end', change: input(/;expires=\d+/, '') },
  { name: 'with another nonce', change: input(/nonce="./, 'nonce="_') },
  { name: 'with a nonce that can be guessed', change: input(/nonce="[^"]+"/, 'nonce="1"') },
  { name: 'without a nonce', change: input(/;nonce="[^"]+"/, '') },
  { name: 'with an unknown key id', change: input(/keyid="[^"]+"/, 'keyid="kz-mia"') },
  { name: 'with no key id', change: input(/;keyid="[^"]+"/, '') },
  { name: 'with __proto__ for a key id', change: input(/keyid="[^"]+"/, 'keyid="__proto__"') },
  { name: 'with another algorithm', change: input('ed25519', 'ecdsa-p256-sha256') },
  { name: 'with an algorithm of secrets', change: input('ed25519', 'hmac-sha256') },
  {
    name: 'with a signature of zeroes',
    change: put('signature', `sorgu=:${Buffer.alloc(64).toString('base64')}:`),
  },
  { name: 'with an empty signature', change: put('signature', 'sorgu=::') },
  {
    name: 'with half a signature',
    change: rewrite('signature', (value) => `${value.slice(0, 46)}=:`),
  },
  { name: 'with garbage for a signature', change: put('signature', '\t;;=,"') },
  { name: 'with garbage for what is signed', change: put('signature-input', '((((') },
  {
    name: 'with ten thousand characters signed',
    change: put('signature-input', `sorgu=(${'"@method" '.repeat(1_000)})`),
  },
];

export const HOP_ATTACKS: readonly HopAttack[] = [...WHO, ...CHANGED, ...TIMES, ...FORMS];
