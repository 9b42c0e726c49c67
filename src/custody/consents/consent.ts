/**
 * The two consents of a provider as its signatory signs them: to use what it gave for another purpose (11(2)), and to
 * pass it on to a third party (11(3)). Subjects stand in them by number alone.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../base/index.js';
import {
  CODE,
  compileCheck,
  eitherOf,
  exactly,
  INSTANT,
  type MessageFault,
  MOMENT,
  NAME_CODE,
  only,
  type SchemaOf,
  saying,
  UUID_V4,
} from '../../requests/index.js';
import { ABOUT, type About, BODY, type Body, SCOPE, type Scope } from './scope.js';

type Given = {
  readonly v: 1;
  /** UUID version 4. */
  readonly id: string;
  /** The matter in which it was asked for. */
  readonly matter: string;
  readonly instrument: string;
  /** The authority whose information it is: it alone consents. */
  readonly provider: string;
  /** The authority that holds it, and to which the consent is given. */
  readonly holder: string;
  /** The request, or the provision (8(2)), by which it was given. */
  readonly about: About;
  readonly scope: Scope;
  readonly purpose: string;
  /** First instant at which it no longer counts; milliseconds since the epoch. */
  readonly until: number;
  /** ISO 8601, UTC: no act before it is covered. */
  readonly givenAt: string;
};

export type PurposeChangeConsent = Given & { readonly kind: 'PURPOSE_CHANGE_CONSENT' };
export type OnwardTransferConsent = Given & {
  readonly kind: 'ONWARD_TRANSFER_CONSENT';
  readonly recipient: Body;
};
export type Consent = PurposeChangeConsent | OnwardTransferConsent;

const GIVEN = {
  v: only(1),
  id: UUID_V4,
  matter: UUID_V4,
  instrument: NAME_CODE,
  provider: NAME_CODE,
  holder: NAME_CODE,
  about: ABOUT,
  scope: SCOPE,
  purpose: CODE,
  until: MOMENT,
  givenAt: INSTANT,
};

/** Emitted as `schema/messages/purpose-change-consent.schema.json`. */
export const PURPOSE_CHANGE_SCHEMA: SchemaOf<PurposeChangeConsent> = saying(
  'Consent of the providing Party to use for another purpose, AZ-KZ-2019 Article 11(2)',
  exactly<PurposeChangeConsent>({ ...GIVEN, kind: only('PURPOSE_CHANGE_CONSENT') }),
);

/** Emitted as `schema/messages/onward-transfer-consent.schema.json`. */
export const ONWARD_TRANSFER_SCHEMA: SchemaOf<OnwardTransferConsent> = saying(
  'Prior consent of the providing Party to a transfer to a third party, AZ-KZ-2019 Article 11(3)',
  exactly<OnwardTransferConsent>({
    ...GIVEN,
    kind: only('ONWARD_TRANSFER_CONSENT'),
    recipient: BODY,
  }),
);

const check = compileCheck(eitherOf<Consent>(PURPOSE_CHANGE_SCHEMA, ONWARD_TRANSFER_SCHEMA));

type ConsentReading =
  | { readonly document: Consent }
  | { readonly document: null; readonly faults: readonly MessageFault[] };

/** Reads attacker-controlled JSON as a consent. Never throws. */
export function readConsent(json: Json): ConsentReading {
  const faults = check(json);
  // The check compiled from the schemas of this type found nothing.
  return faults.length > 0 ? { document: null, faults } : { document: json as Consent };
}

/** The bytes that are signed: canonical JSON (RFC 8785) in UTF-8. */
export const consentBytes = (consent: Consent): Uint8Array =>
  Buffer.from(canonicalJson(consent), 'utf8');

/** SHA-256 of the signed bytes, hexadecimal. */
export const consentDigest = (consent: Consent): string =>
  createHash('sha256').update(consentBytes(consent)).digest('hex');
