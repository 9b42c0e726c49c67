/** What travels without a request: provisions (8(2)) with those who are on them, and notices of change (2, 9(4)). */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const provision = exchange.table(
  'provision',
  {
    id: uuid('id').primaryKey(),
    /** PROVIDER: given by this authority; RECIPIENT: received by it. */
    side: text('side').notNull(),
    state: text('state').notNull(),
    /** First instant at which it may no longer be kept (11(5)). */
    keepUntil: instant('keep_until').notNull(),
    /** Grows by one with every change. */
    version: integer('version').notNull(),
    /** Canonical JSON of the file without what stands in the next two columns. */
    content: text('content').notNull(),
    /** The signatory's JWS. */
    document: text('document'),
    /** What was given (JWE); on the receiving side alone it can be opened. */
    package: text('package'),
  },
  (table) => [
    index('provision_end').on(table.keepUntil).where(sql`state = 'RECEIVED'`),
    index('provision_page').on(table.side, table.id),
    check('provision_side', sql`side in ('PROVIDER', 'RECIPIENT')`),
  ],
);

/** Who is on a provision: to anybody else it does not exist (11(1)). */
export const provisionOfficer = exchange.table(
  'provision_officer',
  {
    provisionId: uuid('provision_id')
      .notNull()
      .references(() => provision.id),
    /** Service number. */
    officer: text('officer').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.provisionId, table.officer] }),
    index('provision_officer_page').on(table.officer, table.provisionId),
  ],
);

export const notice = exchange.table(
  'notice',
  {
    /** The authority that wrote it: nobody takes an id away from another. */
    sender: text('sender').notNull(),
    id: uuid('id').notNull(),
    addressee: text('addressee').notNull(),
    /** SHA-256 of the notice in canonical form, hexadecimal. */
    digest: text('digest').notNull(),
    /** Digest of the sender's list with its changes, as the notice tells it. */
    list: text('list').notNull(),
    writtenAt: instant('written_at').notNull(),
    /** From when its changes hold. */
    effectiveFrom: instant('effective_from').notNull(),
    /** When they came into the registers of this gateway. */
    recordedAt: instant('recorded_at').notNull(),
    /** The signatory's JWS of the notice, as it was sent or came. */
    document: text('document').notNull(),
    /** Since when it stands in the ledger; its mail does not leave before. */
    sealedAt: instant('sealed_at'),
    /** The receipt as given or got (JSON); null while none was. */
    receipt: text('receipt'),
  },
  (table) => [
    primaryKey({ columns: [table.sender, table.id] }),
    index('notice_written').on(table.sender, table.addressee, table.writtenAt),
    check('notice_digest', sql`digest ~ '^[0-9a-f]{64}$'`),
  ],
);
