/** Publications: every version that was ever kept, the files that go with each, and what is shown and found of the newest. */
import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  customType,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

export const publication = pgSchema('publication');

const instant = (name: string) => timestamp(name, { withTimezone: true });
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Added to, never changed: a withdrawal and a release are versions too. */
export const version = publication.table(
  'version',
  {
    publication: text('publication').notNull(),
    /** From 1, without gaps. */
    version: integer('version').notNull(),
    state: text('state').notNull(),
    /** Canonical JSON of the publication without its attachments and the longer texts. */
    content: text('content').notNull(),
    /** JSON: the longer texts, by language. */
    body: text('body').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** Service number, or `import`. */
    recordedBy: text('recorded_by').notNull(),
    reason: text('reason'),
    /** JSON: what was found in it and where, never what it is. */
    findings: text('findings').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publication, table.version] }),
    index('version_held').on(table.publication).where(sql`state = 'HELD'`),
    check('version_state', sql`state in ('PUBLISHED', 'HELD', 'WITHDRAWN')`),
  ],
);

export const attachment = publication.table(
  'attachment',
  {
    publication: text('publication').notNull(),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    /** Place among the attachments, from 0. */
    ordinal: integer('ordinal').notNull(),
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.publication, table.version, table.name] }),
    foreignKey({
      name: 'attachment_version',
      columns: [table.publication, table.version],
      foreignColumns: [version.publication, version.version],
    }),
  ],
);

/** The order of what is shown: each change takes the next number, so that the newest stands first. */
export const serial = publication.sequence('serial');

/** What everybody sees: of each publication the newest version that is not held. */
export const shown = publication.table(
  'shown',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    /** PUBLISHED or WITHDRAWN. */
    state: text('state').notNull(),
    serial: bigint('serial', { mode: 'number' }).notNull().unique(),
    kind: text('kind').notNull(),
    /** Languages of its texts; of a withdrawn one, of those it had. */
    languages: text('languages').array().notNull(),
    instrument: text('instrument').notNull(),
    /** When a version of it was first shown, and when this one was. */
    firstAt: instant('first_at').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    /** What it is found by: words by language, kind, instrument, its place among the newest. */
    words: tsvector('words').notNull(),
  },
  (table) => [
    index('shown_kind').on(table.kind, table.serial),
    index('shown_recorded').on(table.recordedAt),
    // Without a pending list: a search never has to read what an import left there.
    index('shown_words').using('gin', table.words).with({ fastupdate: false }),
    foreignKey({
      name: 'shown_version',
      columns: [table.id, table.version],
      foreignColumns: [version.publication, version.version],
    }),
    check('shown_state', sql`state in ('PUBLISHED', 'WITHDRAWN')`),
  ],
);
