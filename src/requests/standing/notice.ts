/**
 * The first list (9(3)) and every change after it (2, 9(4), memorandum 5) as a message, and the receipt for it. Both
 * carry the digest of the list as it then is: where the two differ, the lists do.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../base/index.js';
import { compileCheck, type MessageFault } from '../document/check-message.js';
import { DIGEST, INSTANT, line, NAME_CODE, UUID_V4 } from '../document/forms.js';
import {
  anyOf,
  exactly,
  listOf,
  oneOf,
  only,
  orNull,
  type SchemaOf,
  saying,
} from '../document/message-schema.js';
import { TOLD_FACT } from './fact-schemas.js';
import type { ToldFact } from './facts.js';

/** Registers whose entries a notice can end: a revocation stays. */
const ENDED_REGISTERS = [
  'AUTHORITY',
  'SIGNATORY',
  'LETTERHEAD',
  'CONTACT_POINT',
  'MESSAGE_KEY',
] as const;

export type Change =
  | {
      readonly change: 'RECORDED';
      readonly fact: ToldFact;
      /** ISO 8601, UTC; null while no end is known. */
      readonly validUntil: string | null;
    }
  | {
      readonly change: 'ENDED';
      readonly register: (typeof ENDED_REGISTERS)[number];
      /** As `keyOf` writes it. */
      readonly key: string;
    };

export type NoticeOfChange = {
  readonly v: 1;
  readonly kind: 'NOTICE_OF_CHANGE';
  readonly id: string;
  /** The first list of 9(3), or a change to it. */
  readonly occasion: 'LIST' | 'CHANGE';
  readonly from: string;
  readonly to: string;
  /** The diplomatic note, where there is one (2). */
  readonly note: string | null;
  readonly effectiveFrom: string;
  readonly changes: readonly Change[];
  /** Digest of the sender's list at `effectiveFrom`, with these changes. */
  readonly list: string;
  readonly writtenAt: string;
};

export type NoticeReceipt = {
  readonly v: 1;
  readonly kind: 'NOTICE_RECEIPT';
  readonly notice: string;
  /** SHA-256 of the notice in canonical form. */
  readonly digest: string;
  /** Digest of that list as the receiver now has it. */
  readonly list: string;
  readonly receivedAt: string;
};

/** Emitted as `schema/messages/notice-of-change.schema.json`. */
export const NOTICE_SCHEMA: SchemaOf<NoticeOfChange> = saying(
  'Lists of signatories and letterheads, and changes to them: AZ-KZ-2019 Articles 2, 9(3), 9(4)',
  exactly<NoticeOfChange>({
    v: only(1),
    kind: only('NOTICE_OF_CHANGE'),
    id: UUID_V4,
    occasion: saying('LIST: 9(3); CHANGE: 9(4)', oneOf(['LIST', 'CHANGE'])),
    from: NAME_CODE,
    to: NAME_CODE,
    note: orNull(saying('reference of the diplomatic note', line(200))),
    effectiveFrom: INSTANT,
    changes: listOf(
      anyOf<Change>(
        exactly<Extract<Change, { change: 'RECORDED' }>>({
          change: only('RECORDED'),
          fact: TOLD_FACT,
          validUntil: orNull(INSTANT),
        }),
        exactly<Extract<Change, { change: 'ENDED' }>>({
          change: only('ENDED'),
          register: oneOf(ENDED_REGISTERS),
          key: line(200),
        }),
      ),
      1000,
    ),
    list: saying('SHA-256 of the list at effectiveFrom', DIGEST),
    writtenAt: INSTANT,
  }),
);

/** Emitted as `schema/messages/notice-receipt.schema.json`. */
export const RECEIPT_SCHEMA: SchemaOf<NoticeReceipt> = saying(
  'Receipt for a notice of change',
  exactly<NoticeReceipt>({
    v: only(1),
    kind: only('NOTICE_RECEIPT'),
    notice: UUID_V4,
    digest: DIGEST,
    list: DIGEST,
    receivedAt: INSTANT,
  }),
);

const checkNotice = compileCheck(NOTICE_SCHEMA);
const checkReceipt = compileCheck(RECEIPT_SCHEMA);

/** The message, or every fault of its form. */
export type Reading<T> =
  | { readonly message: T }
  | { readonly message: null; readonly faults: readonly MessageFault[] };

/** Reads attacker-controlled JSON as a notice. Never throws. */
export function readNotice(json: Json): Reading<NoticeOfChange> {
  const faults = checkNotice(json);
  // The check compiled from the schema of this type found nothing.
  return faults.length > 0 ? { message: null, faults } : { message: json as NoticeOfChange };
}

/** Reads attacker-controlled JSON as a receipt. Never throws. */
export function readNoticeReceipt(json: Json): Reading<NoticeReceipt> {
  const faults = checkReceipt(json);
  // As above.
  return faults.length > 0 ? { message: null, faults } : { message: json as NoticeReceipt };
}

/** SHA-256 of a notice in canonical form (RFC 8785), hexadecimal. */
export function noticeDigest(notice: NoticeOfChange): string {
  return createHash('sha256').update(canonicalJson(notice)).digest('hex');
}
