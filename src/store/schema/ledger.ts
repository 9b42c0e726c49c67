/**
 * The tables of the ledger. The writer's role may INSERT and nothing else; the application's role may SELECT.
 * There are no foreign keys: a check per row costs a lock, and `verify-ledger` proves more than a key could.
 * Rows are keyed by log first, so that a table can be partitioned, and later distributed, by log.
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  index,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const position = (name: string) => bigint(name, { mode: 'number' }).notNull();

export const ledgerSchema = pgSchema('ledger');

/**
 * SQL for the request that a leaf names, with the quote that ends it, null where it names none; a query that says the same
 * words finds it by index. Cut out by place: to match a pattern took half of all the work of an entry.
 */
export const requestIn = (leaf: string): string =>
  `(substr(${leaf}, nullif(strpos(${leaf}, '"request":"'), 0) + 11, 37) collate "C")`;

/**
 * SQL for the head of a tag, by which rows are found; the whole tag is compared after it. A B-tree, in which equal heads
 * lie in order: in a hash index whoever asked about one person again and again made every later seal slower.
 */
export const tagHead = (tag: string): string => `substr(${tag}, 1, 7)`;

/** One log per counterpart authority, and one for domestic use (Article 11(1)). */
export const log = ledgerSchema.table('log', {
  logId: smallint('log_id').primaryKey(),
  /** First line of the log's checkpoints: `sorgu/AZ-SMS/KZ-MIA`. */
  origin: text('origin').notNull().unique(),
});

/** What leaves of one kind of operation have in common, with a character for each place that an entry fills. */
export const frame = ledgerSchema.table('frame', {
  id: integer('id').primaryKey(),
  text: text('text').notNull(),
});

/**
 * The leaves, each with what it shares in its frame (decision 0021); the view `leaf` shows them whole. The key also fences
 * a second writer: no position is written twice.
 */
export const entry = ledgerSchema.table(
  'entry',
  {
    logId: smallint('log_id').notNull(),
    seq: position('seq'),
    /** Canonical JSON (RFC 8785); of an entry with a frame, what fills it. */
    leaf: text('leaf').notNull(),
    /** SHA-256(0x00 || the whole leaf in UTF-8), RFC 9162 section 2.1.1. */
    leafHash: bytes('leaf_hash').notNull(),
    frame: integer('frame'),
    /** Of the entry's digest of the answer, and no part of the leaf: without it the answer cannot be guessed. */
    salt: bytes('salt').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.logId, table.seq] }),
    check('entry_seq', sql`${table.seq} >= 0`),
    check('entry_leaf_hash', sql`octet_length(${table.leafHash}) = 32`),
    check('entry_salt', sql`octet_length(${table.salt}) = 32`),
    // The request an entry names. In canonical JSON no text holds an unescaped quote, so the member is found as text.
    index('entry_request').on(sql.raw(requestIn('leaf'))),
  ],
);

/** Of a frame and what fills it, the nth part. */
const part = (column: string, n: number): string => `split_part(${column}, chr(1), ${n})`;
const FILLED = [1, 2, 3, 4].map((n) => `${part('f.text', n)} || ${part('e.leaf', n)}`).join(' || ');

/** Every leaf as it was sealed. What is not there of a frame or its filling is left out: the leaf's hash then differs. */
export const leaf = ledgerSchema
  .view('leaf', {
    logId: smallint('log_id'),
    seq: bigint('seq', { mode: 'number' }),
    leaf: text('leaf'),
    leafHash: bytes('leaf_hash'),
    /** As it is stored. */
    stored: text('stored'),
    /** What it fills, or null. */
    frame: text('frame'),
    salt: bytes('salt'),
  })
  .with({ securityInvoker: true })
  .as(
    sql.raw(`select e.log_id, e.seq,
  case when f.id is null then e.leaf else ${FILLED} || ${part('f.text', 5)} end as leaf,
  e.leaf_hash, e.leaf as stored, f.text as frame, e.salt
from ledger.entry e left join ledger.frame f on f.id = e.frame`),
  );

/**
 * One row per subject of an entry: how its reads are found with its key and the month. There is one index, by the
 * head of the tag, because these rows are nearly all that the log of a long answer weighs. No key is needed: that each subject
 * stands here once, and none else, follows from the leaf, and `verify-ledger` says so.
 */
export const entrySubject = ledgerSchema.table(
  'entry_subject',
  {
    logId: smallint('log_id').notNull(),
    seq: position('seq'),
    /** The subject's place in the entry, from 0. */
    n: smallint('n').notNull(),
    /** First 16 bytes of HMAC-SHA-256(key of the subject, its scope): see ledger/entry.ts. */
    tag: bytes('tag').notNull(),
    /** Two bitmaps of equal length over the entry's `coordinates`: released, then withheld. */
    coordinates: bytes('coordinates').notNull(),
  },
  (table) => [
    index('entry_subject_tag').on(sql.raw(tagHead('tag'))),
    check('entry_subject_tag_length', sql`octet_length(${table.tag}) between 16 and 32`),
  ],
);

/**
 * Hashes of complete subtrees above the leaves, at the heights of tiles: the one at `index` covers [index * 2^level,
 * (index + 1) * 2^level). What stands between is hashed when it is asked for (decision 0029).
 */
export const node = ledgerSchema.table(
  'node',
  {
    logId: smallint('log_id').notNull(),
    level: smallint('level').notNull(),
    index: position('index'),
    hash: bytes('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.logId, table.level, table.index] }),
    check('node_level', sql`${table.level} between 8 and 48 and ${table.level} % 8 = 0`),
    check('node_hash', sql`octet_length(${table.hash}) = 32`),
  ],
);

/** One signed note per batch (C2SP tlog-checkpoint). */
export const checkpoint = ledgerSchema.table(
  'checkpoint',
  {
    logId: smallint('log_id').notNull(),
    size: position('size'),
    root: bytes('root').notNull(),
    note: text('note').notNull(),
  },
  (table) => [primaryKey({ columns: [table.logId, table.size] })],
);
