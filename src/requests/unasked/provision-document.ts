/**
 * A provision (8(2)) as its signatory signs it and the other Party receives it: purpose, limits and end, about whom by
 * number alone. Who they are and what is given travels beside it, encrypted, under its digest.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../base/index.js';
import { ITEMS } from '../../treaty/index.js';
import { compileCheck, type MessageFault } from '../document/check-message.js';
import { CLAUSE_OR_NOTHING, CODE, INSTANT, NAME_CODE, UUID_V4 } from '../document/forms.js';
import { exactly, listOf, only, type SchemaOf, saying } from '../document/message-schema.js';
import { type DocumentSubject, MAX_SUBJECTS, SUBJECT } from '../document/request-document.js';
import { CONDITIONS, COUNT, ITEM, MOMENT, TEXT } from '../envelope/move-schema.js';
import type { Provision } from '../life/index.js';

export type ProvisionDocument = Provision & {
  readonly v: 1;
  readonly kind: 'PROVISION';
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
};

/** JSON Schema of the document; emitted as `schema/messages/provision.schema.json`. */
export const PROVISION_SCHEMA: SchemaOf<ProvisionDocument> = saying(
  'Assistance given unasked, AZ-KZ-2019 Article 8(2)',
  exactly<ProvisionDocument>({
    v: only(1),
    kind: only('PROVISION'),
    id: UUID_V4,
    instrument: NAME_CODE,
    provider: NAME_CODE,
    recipient: NAME_CODE,
    purpose: saying('the only purpose for which it may be read (8(2), 11(2))', CODE),
    basis: CLAUSE_OR_NOTHING,
    justification: saying('why it may matter to the recipient', TEXT),
    subjects: listOf(
      exactly<Provision['subjects'][number]>({ n: COUNT, items: listOf(ITEM, ITEMS.length) }),
      MAX_SUBJECTS,
    ),
    conditions: saying('limits of its use, beside the purpose', CONDITIONS),
    keepUntil: saying('11(5): milliseconds since the epoch', MOMENT),
    writtenAt: INSTANT,
  }),
);

const check = compileCheck(PROVISION_SCHEMA);
const checkSought = compileCheck(listOf(SUBJECT, MAX_SUBJECTS));

type ProvisionReading =
  | { readonly document: ProvisionDocument }
  | { readonly document: null; readonly faults: readonly MessageFault[] };

/** Reads attacker-controlled JSON as a provision. Never throws. */
export function readProvision(json: Json): ProvisionReading {
  const faults = check(json);
  if (faults.length > 0) return { document: null, faults };
  // The check compiled from the schema of this type found nothing.
  const document = json as ProvisionDocument;
  const odd = document.subjects.findIndex(({ n }, index) => n !== index + 1);
  if (odd === -1) return { document };
  return { document: null, faults: [{ code: 'WRONG_NUMBERING', at: `subjects[${odd}].n` }] };
}

/** Reads by what the persons of a provision are looked for in the provider's own register; it never leaves it. */
export function readSought(
  json: Json,
):
  | { readonly sought: readonly DocumentSubject[] }
  | { readonly sought: null; readonly faults: readonly MessageFault[] } {
  const faults = checkSought(json);
  // As above.
  return faults.length > 0
    ? { sought: null, faults }
    : { sought: json as Json & readonly DocumentSubject[] };
}

/** The bytes that are signed: canonical JSON (RFC 8785) in UTF-8. */
export const provisionBytes = (document: ProvisionDocument): Uint8Array =>
  Buffer.from(canonicalJson(document), 'utf8');

/** SHA-256 of the signed bytes, hexadecimal. */
export const provisionDigest = (document: ProvisionDocument): string =>
  createHash('sha256').update(provisionBytes(document)).digest('hex');
