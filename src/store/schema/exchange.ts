/** Requests for assistance (Articles 8 and 9) as tables: what was signed, where each stands, what was approved. */
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

export const exchange = pgSchema('exchange');

const instant = (name: string) => timestamp(name, { withTimezone: true });

export const request = exchange.table(
  'request',
  {
    id: uuid('id').primaryKey(),
    /** SHA-256 of the signed document, hexadecimal. */
    digest: text('digest').notNull(),
    instrument: text('instrument').notNull(),
    requestingAuthority: text('requesting_authority').notNull(),
    requestedAuthority: text('requested_authority').notNull(),
    aim: text('aim').notNull(),
    state: text('state').notNull(),
    /** The register is read as recorded then; null before execution began. */
    asOf: instant('as_of'),
    /** The first instant at which the grant is no longer good. */
    grantUntil: instant('grant_until'),
    /** Summary of the substance (9(2)). */
    substance: text('substance').notNull(),
    otherInformation: text('other_information'),
    itemsWanted: text('items_wanted').array().notNull(),
    /** The version of the letterhead sample it is written on (9(3)). */
    letterhead: text('letterhead'),
    signedBy: text('signed_by'),
    signedAt: instant('signed_at'),
    /** First verified delivery: the execution clock starts here (10(3)). */
    receivedAt: instant('received_at'),
  },
  (table) => [
    index('request_requesting').on(table.requestingAuthority),
    index('request_requested').on(table.requestedAuthority),
    check('request_aim', sql`aim in ('PREVENTION', 'RIGHTS')`),
    check('request_digest', sql`digest ~ '^[0-9a-f]{64}$'`),
  ],
);

const requestId = () =>
  uuid('request_id')
    .notNull()
    .references(() => request.id, { onDelete: 'cascade' });

export const requestPurpose = exchange.table(
  'request_purpose',
  {
    requestId: requestId(),
    purpose: text('purpose').notNull(),
    /** In the order of the signed document, from 0. */
    ordinal: integer('ordinal').notNull(),
    /** The clause on which the request rests the purpose. */
    basis: text('basis').notNull(),
    justification: text('justification').notNull(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.purpose] })],
);

export const requestSubject = exchange.table(
  'request_subject',
  {
    requestId: requestId(),
    /** The subject's number in the signed request. */
    n: integer('n').notNull(),
    /** What the request says to identify the person by. */
    identification: jsonb('identification').notNull(),
    /** The confirmed match in the register; null while nobody was matched. */
    personKey: text('person_key'),
    /** Items approved for this subject; null where the whole purpose was. */
    items: text('items').array(),
    child: boolean('child').notNull().default(false),
    coordinatorDecision: boolean('coordinator_decision').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.requestId, table.n] }),
    // Which requests are about a person: by them the ledger is searched for who saw them.
    index('request_subject_person').on(table.personKey),
  ],
);
