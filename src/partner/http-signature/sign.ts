/** Signing messages to another gateway: the fields that are added to what is sent. */
import type { Clock, Ids, MessageSigner } from '../../base/index.js';
import { contentDigest } from './content-digest.js';
import { type Fields, fieldValues, type HttpRequest, type HttpResponse } from './message.js';
import {
  ALGORITHM_NAMES,
  inputOf,
  LABEL,
  type Profile,
  queryProfile,
  REQUEST_PROFILE,
  RESPONSE_PROFILE,
} from './profile.js';
import { type Covering, signatureBase } from './signature-base.js';
import { formatBytes, formatInnerList } from './structured-fields.js';

export interface Signing {
  readonly signer: MessageSigner;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Seconds for which the message is good. */
  readonly life?: number;
}

/** Seconds: enough for one delivery; a retry is signed anew. */
const LIFE = 120;
const NONCE_LENGTH = 16;
const ADDED = ['content-digest', 'signature-input', 'signature'];

/** Returns the request with its digest and signature. Rejects with a RangeError for one that cannot be signed. */
export async function signRequest(request: HttpRequest, signing: Signing): Promise<HttpRequest> {
  const message = withDigest(request);
  const added = await sign({ message }, REQUEST_PROFILE, signing);
  return { ...message, fields: [...message.fields, ...added] };
}

/** Returns a query of a router to a gateway, signed; as `signRequest`, over its headers too. */
export async function signQuery(request: HttpRequest, signing: Signing): Promise<HttpRequest> {
  const message = withDigest(request);
  const added = await sign({ message }, queryProfile(message.fields), signing);
  return { ...message, fields: [...message.fields, ...added] };
}

/** Returns the response with its digest and a signature that binds it to `request` as it was received, signed. */
export async function signResponse(
  response: HttpResponse,
  request: HttpRequest,
  signing: Signing,
): Promise<HttpResponse> {
  const message = withDigest(response);
  const added = await sign({ message, request }, RESPONSE_PROFILE, signing);
  return { ...message, fields: [...message.fields, ...added] };
}

function withDigest<M extends HttpRequest | HttpResponse>(message: M): M {
  if (ADDED.some((name) => fieldValues(message.fields, name)?.length !== 0)) {
    throw new RangeError('HTTP signature: the message is signed already');
  }
  const digest = ['Content-Digest', contentDigest(message.body)] as const;
  return { ...message, fields: [...message.fields, digest] };
}

async function sign(covering: Covering, profile: Profile, signing: Signing): Promise<Fields> {
  const { signer, clock, ids, life = LIFE } = signing;
  const created = Math.floor(clock.now() / 1000);
  const input = inputOf(profile, {
    created,
    expires: created + life,
    nonce: Buffer.from(ids.bytes(NONCE_LENGTH)).toString('base64url'),
    keyid: signer.kid,
    alg: ALGORITHM_NAMES[signer.alg],
    tag: profile.tag,
  });
  const base = signatureBase(input, covering);
  if (base === undefined) throw new RangeError('HTTP signature: the message lacks what is signed');
  return [
    ['Signature-Input', `${LABEL}=${formatInnerList(input)}`],
    ['Signature', `${LABEL}=${formatBytes(await signer.sign(base))}`],
  ];
}
