/**
 * What travels between two gateways: a message in its envelope, canonical JSON (RFC 8785), signed by the sending gateway.
 * The signed document goes with the message that sends it, a package with the message that gives it.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type PublicJwk } from '../../base/index.js';
import { ITEMS } from '../../treaty/index.js';
import { compileCheck, type MessageFault } from '../document/check-message.js';
import { DIGEST, INSTANT, NAME_CODE, THUMBPRINT, UUID_V4 } from '../document/forms.js';
import {
  exactly,
  listOf,
  oneOf,
  only,
  orNull,
  type SchemaOf,
  saying,
} from '../document/message-schema.js';
import { MAX_SUBJECTS } from '../document/request-document.js';
import { CHAIN_FAULTS, type ChainRecord, type Message, MOTION_FAULTS } from '../life/index.js';
import { REQUEST_STATES } from '../request.js';
import { COUNT, COUNTED_FROM, eitherOf, MOTION } from './move-schema.js';

/**
 * A document that is no move of a case: a provision (8(2)), a notice of change (2, 9(4)), or a message about what was
 * received (11(2) to 11(5)). It stands beside, signed.
 */
export type Brought = {
  readonly kind: 'PROVISION' | 'NOTICE' | 'CUSTODY';
  /** The document's own id. */
  readonly id: string;
  /** SHA-256 of the document, hexadecimal. */
  readonly digest: string;
};

export type Envelope = {
  readonly v: 1;
  /** UUID version 4: the same id with the same bytes is the same message. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** ISO 8601, UTC: by the sender's clock, said and not relied on. */
  readonly sentAt: string;
  readonly message: Message | Brought;
  /** The signatory's JWS, beside a REQUEST, a PROVISION or a NOTICE; the gateway's own, beside a CUSTODY; else null. */
  readonly document: string | null;
  /** The signatory's public key, beside the document: its thumbprint is the `kid`; whose it is, the lists say (9(3)). */
  readonly key: PublicJwk | null;
  /** The package, encrypted (JWE); beside the RECORD of an answer, a PROVISION, or a CUSTODY that gives values. */
  readonly answer: string | null;
};

/** Characters of a token inside an envelope: photographs and cards travel in the answer. */
const LONGEST_TOKEN = 24_000_000;
export const COMPACT: SchemaOf<string> = {
  type: 'string',
  maxLength: LONGEST_TOKEN,
  pattern: '^[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)+$',
};

const COORDINATE: SchemaOf<string> = {
  type: 'string',
  maxLength: 43,
  pattern: '^[A-Za-z0-9_-]{43}$',
};
export const JWK = eitherOf<PublicJwk>(
  exactly({
    kid: THUMBPRINT,
    use: only('sig'),
    kty: only('OKP'),
    crv: only('Ed25519'),
    x: COORDINATE,
    alg: only('EdDSA'),
  }),
  exactly({
    kid: THUMBPRINT,
    use: only('sig'),
    kty: only('EC'),
    crv: only('P-256'),
    x: COORDINATE,
    y: COORDINATE,
    alg: only('ES256'),
  }),
);

const RECORD: SchemaOf<ChainRecord> = exactly<ChainRecord>({
  number: COUNT,
  previous: orNull(DIGEST),
  request: DIGEST,
  motion: MOTION,
  at: COUNTED_FROM,
  state: oneOf(REQUEST_STATES),
});

const MESSAGES: { readonly [Kind in Message['kind']]: SchemaOf<Extract<Message, { kind: Kind }>> } =
  {
    REQUEST: exactly<Extract<Message, { kind: 'REQUEST' }>>({
      kind: only('REQUEST'),
      head: exactly<Extract<Message, { kind: 'REQUEST' }>['head']>({
        id: UUID_V4,
        request: DIGEST,
        wanted: listOf(
          exactly({ n: COUNT, items: listOf(oneOf(ITEMS), ITEMS.length) }),
          MAX_SUBJECTS,
        ),
      }),
    }),
    INPUT: exactly<Extract<Message, { kind: 'INPUT' }>>({ kind: only('INPUT'), motion: MOTION }),
    RECORD: exactly<Extract<Message, { kind: 'RECORD' }>>({ kind: only('RECORD'), record: RECORD }),
    DECLINED: exactly<Extract<Message, { kind: 'DECLINED' }>>({
      kind: only('DECLINED'),
      case: UUID_V4,
      input: UUID_V4,
      digest: DIGEST,
      fault: oneOf(MOTION_FAULTS),
      state: oneOf(REQUEST_STATES),
    }),
    REPORT: exactly<Extract<Message, { kind: 'REPORT' }>>({
      kind: only('REPORT'),
      case: UUID_V4,
      found: exactly({ fault: oneOf(CHAIN_FAULTS), number: COUNT, record: DIGEST }),
    }),
  };

const BROUGHT: SchemaOf<Brought> = exactly<Brought>({
  kind: oneOf(['PROVISION', 'NOTICE', 'CUSTODY']),
  id: UUID_V4,
  digest: DIGEST,
});

/** JSON Schema of the envelope; emitted as `schema/messages/envelope.schema.json`. */
export const ENVELOPE_SCHEMA: SchemaOf<Envelope> = saying(
  'A message between two gateways (Articles 2, 8 to 11)',
  exactly<Envelope>({
    v: only(1),
    id: UUID_V4,
    from: NAME_CODE,
    to: NAME_CODE,
    sentAt: INSTANT,
    message: eitherOf<Message | Brought>(...Object.values(MESSAGES), BROUGHT),
    document: orNull(COMPACT),
    key: orNull(JWK),
    answer: orNull(COMPACT),
  }),
);

const check = compileCheck(ENVELOPE_SCHEMA);

/** Reads attacker-controlled JSON as an envelope: the envelope, or every fault of its form. Never throws. */
export function readEnvelope(
  json: Json,
):
  | { readonly envelope: Envelope }
  | { readonly envelope: null; readonly faults: readonly MessageFault[] } {
  const faults = check(json);
  // The check compiled from the schema of this type found nothing.
  return faults.length === 0 ? { envelope: json as Envelope } : { envelope: null, faults };
}

/** The bytes that are signed: canonical JSON in UTF-8. */
export const envelopeBytes = (envelope: Envelope): Uint8Array =>
  Buffer.from(canonicalJson(envelope), 'utf8');

/** SHA-256 of signed bytes, hexadecimal. */
export const bytesDigest = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');
