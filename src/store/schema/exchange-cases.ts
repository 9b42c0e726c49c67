/**
 * What travels between two gateways, as tables: cases with those who are on them, mail out and in, nonces, and the
 * registers over time. A case is kept as the canonical text of what it is; columns beside it are what lists go by.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';
import { custodyFile } from './exchange-custody.js';
import { provision } from './exchange-unasked.js';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true });
/** First instant after the term (10(3)); 'infinity' where there is none, so that it sorts last. */
const dueBefore = () => instant('due_before').notNull();

export const caseFile = exchange.table(
  'case_file',
  {
    id: uuid('id').primaryKey(),
    box: text('box').notNull(),
    state: text('state').notNull(),
    dueBefore: dueBefore(),
    /** When the case is next to be looked at by itself; null where nothing is waited for. */
    wakeAt: instant('wake_at'),
    /** Grows by one with every change. */
    version: integer('version').notNull(),
    /** Canonical JSON of the file without what stands in the next two columns. */
    content: text('content').notNull(),
    /** The signatory's JWS. */
    document: text('document'),
    /** The answer package (JWE). */
    answer: text('answer'),
  },
  (table) => [
    index('case_file_page').on(table.box, table.state, table.dueBefore, table.id),
    index('case_file_wake').on(table.wakeAt).where(sql`wake_at is not null`),
    check('case_file_box', sql`box in ('INBOX', 'OUTBOX', 'DRAFTS')`),
  ],
);

/** Who is on a case, with what the case's place in a list depends on: one index gives an officer's page. */
export const caseOfficer = exchange.table(
  'case_officer',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFile.id),
    /** Service number. */
    officer: text('officer').notNull(),
    box: text('box').notNull(),
    state: text('state').notNull(),
    dueBefore: dueBefore(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.officer] }),
    index('case_officer_page').on(
      table.officer,
      table.box,
      table.state,
      table.dueBefore,
      table.caseId,
    ),
  ],
);

/** What was attached to a case (9(1), 9(3)): its bytes, which are added and never changed. */
export const scan = exchange.table(
  'scan',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFile.id),
    /** Of the content, hexadecimal. */
    sha256: text('sha256').notNull(),
    content: bytea('content').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.sha256] })],
);

export const mail = exchange.table(
  'mail',
  {
    id: uuid('id').primaryKey(),
    /** What it is about: one of the four. */
    caseId: uuid('case_id').references(() => caseFile.id),
    provisionId: uuid('provision_id').references(() => provision.id),
    /** Of this authority's own notices. */
    noticeId: uuid('notice_id'),
    custodyAbout: uuid('custody_about').references(() => custodyFile.about),
    /** The authority whose gateway gets it. */
    addressee: text('addressee').notNull(),
    envelope: text('envelope').notNull(),
    keptAt: instant('kept_at').notNull(),
    /** Since when its case's entry stands in the ledger. Nothing leaves before. */
    sealedAt: instant('sealed_at'),
    sentAt: instant('sent_at'),
    /** The other gateway's signed receipt. */
    receipt: text('receipt'),
    attempts: integer('attempts').notNull().default(0),
    /** What the last attempt failed by. */
    failure: text('failure'),
    /** Since when it is a dead letter. */
    deadAt: instant('dead_at'),
  },
  (table) => [
    index('mail_unsealed').on(table.keptAt).where(sql`sealed_at is null`),
    index('mail_dead').on(table.deadAt).where(sql`dead_at is not null`),
    check('mail_about_one', sql`num_nonnulls(case_id, provision_id, notice_id, custody_about) = 1`),
    check('mail_sealed_first', sql`sent_at is null or sealed_at is not null`),
  ],
);

export const inbox = exchange.table(
  'inbox',
  {
    /** The authority that sent it: nobody takes an id away from another. */
    sender: text('sender').notNull(),
    id: uuid('id').notNull(),
    /** SHA-256 of what was signed, hexadecimal. */
    digest: text('digest').notNull(),
    takenAt: instant('taken_at').notNull(),
    /** The receipt that was given; null while it is being judged. */
    receipt: text('receipt'),
  },
  (table) => [primaryKey({ columns: [table.sender, table.id] })],
);

export const nonce = exchange.table(
  'nonce',
  {
    keyid: text('keyid').notNull(),
    nonce: text('nonce').notNull(),
    /** Second since the epoch from which on the time window alone refuses the message. */
    until: bigint('until', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.keyid, table.nonce] }),
    index('nonce_until').on(table.until),
  ],
);

/** The registers over time: a row is a fact, or withdraws an earlier row. Rows are added and never changed. */
export const standing = exchange.table(
  'standing',
  {
    /** The authority that the fact is about. */
    authority: text('authority').notNull(),
    /** From 0, without a gap: of two changes at once one is refused. */
    n: integer('n').notNull(),
    /** Canonical JSON; null where the row withdraws another. */
    fact: text('fact'),
    validFrom: instant('valid_from'),
    validUntil: instant('valid_until'),
    recordedAt: instant('recorded_at').notNull(),
    /** The row that is no longer what is thought. */
    withdraws: integer('withdraws'),
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.authority, table.n] }),
    unique('standing_withdrawn_once').on(table.authority, table.withdraws),
    check(
      'standing_kind',
      sql`(withdraws is null) = (fact is not null and valid_from is not null and note is not null)`,
    ),
    check('standing_withdraws_earlier', sql`withdraws < n`),
  ],
);

/** Public keys that the registers name by their thumbprint. Rows are added and never changed. */
export const publicKey = exchange.table('public_key', {
  /** JWK thumbprint (RFC 7638, SHA-256). */
  kid: text('kid').primaryKey(),
  /** Canonical JSON. */
  jwk: text('jwk').notNull(),
});
