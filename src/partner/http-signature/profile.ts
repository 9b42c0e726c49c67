/**
 * What a gateway's message covers and carries: fixed here, not chosen by the sender (RFC 9421 section 7.2.1). A request
 * covers where it goes and what it says; a response covers what it says and the whole signed request that it answers.
 */
import type { MessageAlgorithm } from '../../base/index.js';
import { type Fields, fieldValues } from './message.js';
import type { InnerList, Item, Parameters } from './structured-fields.js';

/** The only signature in a message: who adds a second one asks which of them was meant. */
export const LABEL = 'sorgu';

export interface Profile {
  readonly tag: string;
  readonly components: readonly Item[];
}

const own = (value: string): Item => ({ value, parameters: new Map() });
const ofRequest = (value: string): Item => ({ value, parameters: new Map([['req', true]]) });

export const REQUEST_PROFILE: Profile = {
  tag: 'sorgu-request',
  components: ['@method', '@target-uri', 'content-digest', 'content-type'].map(own),
};

export const RESPONSE_PROFILE: Profile = {
  tag: 'sorgu-response',
  components: [
    ...['@status', 'content-digest', 'content-type'].map(own),
    ...['content-digest', 'signature-input', 'signature'].map(ofRequest),
  ],
};

/** What of the headers of a query says for whom, on which request and for which purpose it is asked. */
const QUERY_FIELDS = ['authorization', 'exchange-request', 'exchange-purpose'] as const;

/**
 * What a router's query covers: where it goes, what it says, and each of these headers that stands in it. Both sides
 * read the list from the message, so that a header that was added or taken away breaks the signature.
 */
export const queryProfile = (fields: Fields): Profile => ({
  tag: 'sorgu-query',
  components: [
    ...['@method', '@target-uri', 'content-digest', 'content-type'],
    ...QUERY_FIELDS.filter((name) => fieldValues(fields, name)?.length !== 0),
  ].map(own),
});

/** What stands beside the components; all are demanded, in this order. */
export interface SignatureParameters {
  /** Seconds since 1970. */
  readonly created: number;
  readonly expires: number;
  readonly nonce: string;
  readonly keyid: string;
  readonly alg: string;
  readonly tag: string;
}

/** The names of our algorithms in HTTP signatures (RFC 9421 section 6.2.2). */
export const ALGORITHM_NAMES: Readonly<Record<MessageAlgorithm, string>> = {
  EdDSA: 'ed25519',
  ES256: 'ecdsa-p256-sha256',
};

const NAMES = 'created,expires,nonce,keyid,alg,tag';
/** 128 bits or more, in base64url. */
const nonceForm = /^[A-Za-z0-9_-]{22,64}$/;

/** Puts parameters beside the components of a profile. */
export const inputOf = (profile: Profile, parameters: SignatureParameters): InnerList => {
  const { created, expires, nonce, keyid, alg, tag } = parameters;
  const ordered = { created, expires, nonce, keyid, alg, tag };
  return { items: profile.components, parameters: new Map(Object.entries(ordered)) };
};

/** Reads the parameters of a signature; undefined where one is missing, unknown, out of order or not of its form. */
export function readParameters(given: Parameters): SignatureParameters | undefined {
  if ([...given.keys()].join() !== NAMES) return undefined;
  const [created, expires] = [given.get('created'), given.get('expires')];
  const [nonce, keyid, alg, tag] = ['nonce', 'keyid', 'alg', 'tag'].map((name) => given.get(name));
  if (!isSecond(created) || !isSecond(expires) || expires <= created) return undefined;
  if (!isText(nonce) || !isText(keyid) || !isText(alg) || !isText(tag)) return undefined;
  return nonceForm.test(nonce) ? { created, expires, nonce, keyid, alg, tag } : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isSecond = (value: unknown): value is number => typeof value === 'number' && value >= 0;
