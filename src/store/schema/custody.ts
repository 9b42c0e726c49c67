/**
 * What was received from other Parties (Article 11): what is held and until when, each value encrypted under a key of
 * its own, the epochs that wrap these keys, and the runs that destroy them. No row here says anything personal.
 */
import { sql } from 'drizzle-orm';
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true });

/** A key outside the database that wraps the keys of values which end on one day. */
export const custodyEpoch = exchange.table(
  'custody_epoch',
  {
    /** Names the key's file. */
    id: uuid('id').primaryKey(),
    /** In UTC. */
    day: date('day').notNull(),
    /** OPEN: wraps; RETIRING: wraps nothing new; ERASED: its key is no more. */
    state: text('state').notNull(),
    madeAt: instant('made_at').notNull(),
    erasedAt: instant('erased_at'),
  },
  (table) => [
    uniqueIndex('custody_epoch_open').on(table.day).where(sql`state = 'OPEN'`),
    check('custody_epoch_state', sql`state in ('OPEN', 'RETIRING', 'ERASED')`),
    check('custody_epoch_erased', sql`(state = 'ERASED') = (erased_at is not null)`),
  ],
);

/** What is held of one answer or provision for one purpose; it outlives its values. */
export const holding = exchange.table(
  'holding',
  {
    /** The request, or the provision. */
    caseId: uuid('case_id').notNull(),
    /** Which answer of it: the digest of the record, hexadecimal. */
    source: text('source').notNull(),
    purpose: text('purpose').notNull(),
    /** First instant at which nothing of it may be held (11(5)). */
    endsAt: instant('ends_at').notNull(),
    /** Canonical JSON of the rest of it. */
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.source, table.purpose] })],
);

/** A value: nonce, ciphertext and tag of AES-256-GCM, and its key, wrapped likewise by its epoch's. */
export const heldValue = exchange.table(
  'held_value',
  {
    id: uuid('id').primaryKey(),
    caseId: uuid('case_id').notNull(),
    source: text('source').notNull(),
    purpose: text('purpose').notNull(),
    /** The subject's number in the request; 0 for the package as it came. */
    n: integer('n').notNull(),
    itemGroup: text('item_group').notNull(),
    epoch: uuid('epoch')
      .notNull()
      .references(() => custodyEpoch.id),
    /** Epochs whose key wrapped it before: a backup may hold it so. */
    pastEpochs: uuid('past_epochs').array().notNull(),
    wrapped: bytea('wrapped').notNull(),
    sealed: bytea('sealed').notNull(),
    /** Of its holding; its wrapping is bound to it. */
    endsAt: instant('ends_at').notNull(),
    /** Since when its provider has it back (recall): as if its end had come. */
    recalledAt: instant('recalled_at'),
  },
  (table) => [
    unique('held_value_place').on(
      table.caseId,
      table.source,
      table.purpose,
      table.n,
      table.itemGroup,
    ),
    foreignKey({
      name: 'held_value_holding_fk',
      columns: [table.caseId, table.source, table.purpose],
      foreignColumns: [holding.caseId, holding.source, holding.purpose],
    }),
    index('held_value_end').on(table.endsAt),
    index('held_value_recalled').on(table.recalledAt).where(sql`recalled_at is not null`),
    index('held_value_epoch').on(table.epoch, table.id),
    check('held_value_wrapped', sql`octet_length(wrapped) = 60`),
    check('held_value_sealed', sql`octet_length(sealed) >= 28`),
  ],
);

/** A run of the destruction: one at a time, taken up where it was left. */
export const erasure = exchange.table(
  'erasure',
  {
    id: uuid('id').primaryKey(),
    /** PLANNED, SEALED, REWRAPPED, ERASED, DONE. */
    step: text('step').notNull(),
    plannedAt: instant('planned_at').notNull(),
    /** Canonical JSON: what is destroyed, by commitment, and the epochs whose keys are erased. */
    content: text('content').notNull(),
    doneAt: instant('done_at'),
  },
  () => [
    uniqueIndex('erasure_one').on(sql`(step <> 'DONE')`).where(sql`step <> 'DONE'`),
    check('erasure_step', sql`step in ('PLANNED', 'SEALED', 'REWRAPPED', 'ERASED', 'DONE')`),
  ],
);

/** What the provider is told when it is done. */
export const destructionCertificate = exchange.table(
  'destruction_certificate',
  {
    erasureId: uuid('erasure_id')
      .notNull()
      .references(() => erasure.id),
    caseId: uuid('case_id').notNull(),
    source: text('source').notNull(),
    /** RETENTION_ENDED, RECALLED. */
    ground: text('ground').notNull(),
    provider: text('provider').notNull(),
    /** JWS by this gateway's key. */
    certificate: text('certificate').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.erasureId, table.caseId, table.source, table.ground] }),
    index('destruction_certificate_case').on(table.caseId),
  ],
);
