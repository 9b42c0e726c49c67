/**
 * What this gateway keeps of other gateways' logs as their witness, and the receipts of what it received: evidence
 * against the keepers of those logs, out of their reach. Nothing in it is personal.
 */
import { bigint, boolean, customType, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { exchange } from './exchange.js';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const size = () => bigint('size', { mode: 'number' }).notNull();

/** The largest tree of each log that was cosigned: what the next is compared with, and set against, in one statement. */
export const witnessedLog = exchange.table('witnessed_log', {
  origin: text('origin').primaryKey(),
  size: size(),
  root: bytea('root').notNull(),
  note: text('note').notNull(),
  /** Seconds since the epoch; never less than the last. */
  cosignedAt: bigint('cosigned_at', { mode: 'number' }).notNull(),
});

/** Every checkpoint that a log's key signed and showed here, cosigned or not: two histories of a log stand both. */
export const witnessed = exchange.table(
  'witnessed',
  {
    origin: text('origin').notNull(),
    size: size(),
    root: bytea('root').notNull(),
    note: text('note').notNull(),
    isCosigned: boolean('is_cosigned').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.origin, table.size, table.root] })],
);

/** The receipts of answers that came here, without the salt: two entries of one index stand both. */
export const receipt = exchange.table(
  'receipt',
  {
    origin: text('origin').notNull(),
    index: bigint('index', { mode: 'number' }).notNull(),
    leafHash: bytea('leaf_hash').notNull(),
    /** The leaf itself. */
    entry: text('entry').notNull(),
    /** Hashes in base64, a space between. */
    proof: text('proof').notNull(),
    checkpoint: text('checkpoint').notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.origin, table.index, table.leafHash] })],
);
