/**
 * Verifying messages from another gateway (RFC 9421 section 3.2). Everything here is attacker-controlled until the
 * signature has been checked; the nonce is written down before anybody works on what the message says.
 */
import type { Clock } from '../../base/index.js';
import { isSignature, type VerificationKey } from '../jose/verification-key.js';
import { contentDigest } from './content-digest.js';
import {
  type Fields,
  fieldValues,
  type HttpRequest,
  type HttpResponse,
  onlyValue,
} from './message.js';
import {
  ALGORITHM_NAMES,
  LABEL,
  type Profile,
  queryProfile,
  REQUEST_PROFILE,
  RESPONSE_PROFILE,
  readParameters,
  type SignatureParameters,
} from './profile.js';
import { type Covering, signatureBase } from './signature-base.js';
import {
  formatItem,
  type InnerList,
  parseByteSequences,
  parseInnerLists,
} from './structured-fields.js';

/** Why a message is not taken. Closed; in the order of the checks. */
export const HTTP_SIGNATURE_FAULTS = [
  'SIGNATURE_MISSING',
  'SIGNATURE_FORM',
  'SIGNATURE_COVERAGE',
  'SIGNATURE_PARAMETERS',
  'CONTENT_ENCODED',
  'DIGEST_DIFFERS',
  'SIGNATURE_KEY_UNKNOWN',
  'SIGNATURE_ALGORITHM',
  'SIGNATURE_INVALID',
  'SIGNATURE_NOT_YET_GOOD',
  'SIGNATURE_EXPIRED',
  'SIGNATURE_LASTS_TOO_LONG',
  'MESSAGE_REPLAYED',
] as const;
export type HttpSignatureFault = (typeof HTTP_SIGNATURE_FAULTS)[number];
export type Fault = { readonly fault: HttpSignatureFault };

/** A message whose signature is good, now. */
export interface VerifiedMessage {
  readonly keyid: string;
  readonly nonce: string;
  /** Seconds since 1970, by the sender's clock. */
  readonly created: number;
  readonly expires: number;
}

export interface ResponseRules {
  readonly clock: Clock;
  /** The key of the partner on this connection that is good now. Asked each time. */
  find(keyid: string): Promise<VerificationKey | undefined>;
  /** Seconds that the two clocks may lie apart. */
  readonly skew?: number;
}

/** A nonce to be kept durably until this second, after which the time window alone refuses the message. */
export interface SeenNonce {
  readonly keyid: string;
  readonly nonce: string;
  readonly until: number;
}

export interface RequestRules extends ResponseRules {
  /** Resolves once the nonce is durable: true if it was new, false if it was known. Its rejection passes through. */
  remember(seen: SeenNonce): Promise<boolean>;
}

const SKEW = 60;
/** Seconds between `created` and `expires`, at most. */
const LONGEST_LIFE = 300;
const LONGEST_INPUT = 1024;
const LONGEST_SIGNATURE = 128;

/** Verifies a request and remembers its nonce. Never rejects but where `find` or `remember` does. */
export const verifyRequest = (
  request: HttpRequest,
  rules: RequestRules,
): Promise<VerifiedMessage | Fault> => verifyNew(request, REQUEST_PROFILE, rules);

/** Verifies a query of a router, its headers too, and remembers its nonce. Rejects as `verifyRequest`. */
export const verifyQuery = (
  request: HttpRequest,
  rules: RequestRules,
): Promise<VerifiedMessage | Fault> => verifyNew(request, queryProfile(request.fields), rules);

async function verifyNew(
  request: HttpRequest,
  profile: Profile,
  rules: RequestRules,
): Promise<VerifiedMessage | Fault> {
  const verified = await verifyMessage({ message: request }, profile, rules);
  if ('fault' in verified) return verified;
  const { keyid, nonce, expires } = verified;
  const isNew = await rules.remember({ keyid, nonce, until: expires + skewOf(rules) });
  return isNew ? verified : { fault: 'MESSAGE_REPLAYED' };
}

/** Verifies the response to `request`, which is the signed request as it was sent. */
export const verifyResponse = (
  response: HttpResponse,
  request: HttpRequest,
  rules: ResponseRules,
): Promise<VerifiedMessage | Fault> =>
  verifyMessage({ message: response, request }, RESPONSE_PROFILE, rules);

async function verifyMessage(
  covering: Covering,
  profile: Profile,
  rules: ResponseRules,
): Promise<VerifiedMessage | Fault> {
  const { fields, body } = covering.message;
  const signed = readSigned(fields, profile);
  if ('fault' in signed) return signed;
  // Content-Encoding is not covered: nobody may change after the fact how the covered bytes are read.
  if (fieldValues(fields, 'content-encoding')?.length !== 0) return { fault: 'CONTENT_ENCODED' };
  if (onlyValue(fields, 'content-digest') !== contentDigest(body))
    return { fault: 'DIGEST_DIFFERS' };
  const { keyid, nonce, created, expires } = signed.parameters;
  const key = await rules.find(keyid);
  const fault = faultOfSignature(signed, key, covering) ?? faultOfTime(signed.parameters, rules);
  return fault === undefined ? { keyid, nonce, created, expires } : { fault };
}

interface Signed {
  readonly input: InnerList;
  readonly parameters: SignatureParameters;
  readonly signature: Uint8Array;
}

function readSigned(fields: Fields, profile: Profile): Signed | Fault {
  const texts = [onlyValue(fields, 'signature-input'), onlyValue(fields, 'signature')];
  const [inputText, signatureText] = texts;
  if (inputText === undefined || signatureText === undefined) return { fault: 'SIGNATURE_MISSING' };
  const isShort = inputText.length <= LONGEST_INPUT && signatureText.length <= LONGEST_SIGNATURE;
  const input = isShort ? only(parseInnerLists(inputText)) : undefined;
  const signature = isShort ? only(parseByteSequences(signatureText)) : undefined;
  if (input === undefined || signature === undefined) return { fault: 'SIGNATURE_FORM' };
  if (!isCovered(input, fields, profile)) return { fault: 'SIGNATURE_COVERAGE' };
  const parameters = readParameters(input.parameters);
  if (parameters?.tag !== profile.tag) return { fault: 'SIGNATURE_PARAMETERS' };
  return { input, parameters, signature };
}

/** The member under our label, where it is the only one. */
const only = <T>(members: ReadonlyMap<string, T> | undefined): T | undefined =>
  members?.size === 1 ? members.get(LABEL) : undefined;

/** Whether exactly our components are covered, each field among them standing once. */
function isCovered({ items }: InnerList, fields: Fields, { components }: Profile): boolean {
  const wanted = components.map(formatItem).join(' ');
  const isOnce = components.every(
    ({ value, parameters }) =>
      value.startsWith('@') || parameters.size > 0 || onlyValue(fields, value) !== undefined,
  );
  return isOnce && items.map(formatItem).join(' ') === wanted;
}

function faultOfSignature(
  { input, parameters, signature }: Signed,
  key: VerificationKey | undefined,
  covering: Covering,
): HttpSignatureFault | undefined {
  if (key === undefined || key.kid !== parameters.keyid) return 'SIGNATURE_KEY_UNKNOWN';
  // The key knows its algorithm; what the message says may only agree (RFC 9421 section 7.3.6).
  if (ALGORITHM_NAMES[key.alg] !== parameters.alg) return 'SIGNATURE_ALGORITHM';
  const base = signatureBase(input, covering);
  if (base === undefined) return 'SIGNATURE_COVERAGE';
  return isSignature(key, base, signature) ? undefined : 'SIGNATURE_INVALID';
}

function faultOfTime(
  { created, expires }: SignatureParameters,
  rules: ResponseRules,
): HttpSignatureFault | undefined {
  const now = Math.floor(rules.clock.now() / 1000);
  if (expires - created > LONGEST_LIFE) return 'SIGNATURE_LASTS_TOO_LONG';
  if (created > now + skewOf(rules)) return 'SIGNATURE_NOT_YET_GOOD';
  return now >= expires + skewOf(rules) ? 'SIGNATURE_EXPIRED' : undefined;
}

const skewOf = ({ skew = SKEW }: ResponseRules): number => skew;
