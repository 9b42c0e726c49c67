/**
 * A message about what was received (11(2) to 11(5)) as the sending gateway signs it: one step of one matter. Values
 * never stand in it: they travel beside it, encrypted, under its digest.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../base/index.js';
import {
  compileCheck,
  eitherOf,
  exactly,
  INSTANT,
  type MessageFault,
  type MessageSchema,
  MOVER_ROLES,
  type MoverRole,
  NAME_CODE,
  OFFICER,
  oneOf,
  only,
  type SchemaOf,
  saying,
  UUID_V4,
} from '../../requests/index.js';
import { ABOUT, type About } from '../consents/scope.js';
import { ACT_SCHEMAS, type CustodyAct } from './acts.js';

export type CustodyMessage = {
  readonly v: 1;
  readonly kind: 'CUSTODY';
  /** UUID version 4: the same id with the same bytes is the same step. */
  readonly id: string;
  /** UUID version 4, chosen by who opens the matter. */
  readonly matter: string;
  readonly instrument: string;
  readonly about: About;
  readonly from: string;
  readonly to: string;
  readonly by: {
    readonly role: MoverRole;
    /** A service number, or the gateway's own name. */
    readonly officer: string;
  };
  /** ISO 8601, UTC: by the sender's clock, said and not relied on. */
  readonly at: string;
  readonly act: CustodyAct;
};

/** Emitted as `schema/messages/custody.schema.json`. */
export const CUSTODY_SCHEMA: SchemaOf<CustodyMessage> = saying(
  'A message about what was received: AZ-KZ-2019 Article 11(2) to 11(5)',
  exactly<CustodyMessage>({
    v: only(1),
    kind: only('CUSTODY'),
    id: UUID_V4,
    matter: UUID_V4,
    instrument: NAME_CODE,
    about: ABOUT,
    from: NAME_CODE,
    to: NAME_CODE,
    by: exactly<CustodyMessage['by']>({ role: oneOf(MOVER_ROLES), officer: OFFICER }),
    at: INSTANT,
    act: eitherOf<CustodyAct>(...Object.values<MessageSchema>(ACT_SCHEMAS)),
  }),
);

const check = compileCheck(CUSTODY_SCHEMA);

type CustodyReading =
  | { readonly message: CustodyMessage }
  | { readonly message: null; readonly faults: readonly MessageFault[] };

/** Reads attacker-controlled JSON as a message of custody. Never throws. */
export function readCustodyMessage(json: Json): CustodyReading {
  const faults = check(json);
  // The check compiled from the schema of this type found nothing.
  return faults.length > 0 ? { message: null, faults } : { message: json as CustodyMessage };
}

/** The bytes that are signed: canonical JSON (RFC 8785) in UTF-8. */
export const custodyBytes = (message: CustodyMessage): Uint8Array =>
  Buffer.from(canonicalJson(message), 'utf8');

/** SHA-256 of the signed bytes, hexadecimal. */
export const custodyDigest = (message: CustodyMessage): string =>
  createHash('sha256').update(custodyBytes(message)).digest('hex');
