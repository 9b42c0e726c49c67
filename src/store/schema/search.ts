/**
 * What an executing officer finds a person by: phonetic keys of names, document numbers, and the dictionary of family
 * names as they sound. Written at import from the record, never shown. Keys are compared byte by byte: collation "C",
 * whatever the database's own.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, customType, index, integer, primaryKey } from 'drizzle-orm/pg-core';
import { person, register } from './register.js';

const bytes = customType<{ data: string }>({ dataType: () => 'text collate "C"' });
const key = (name: string) => bytes(name).notNull();
const record = () =>
  bigint('record_id', { mode: 'bigint' })
    .notNull()
    .references(() => person.recordId, { onDelete: 'cascade' });
const position = () => integer('ordinal').notNull();

/** One row for each way a record's names are found. Parts that a name does not have are ''. */
export const nameKey = register.table(
  'name_key',
  {
    recordId: record(),
    ordinal: position(),
    /** Whether it is a former or other name alone. */
    other: boolean('other').notNull(),
    surname: key('surname_key'),
    surnameSound: key('surname_sound'),
    givenName: key('given_key'),
    patronymic: key('patronymic_key'),
    /** As recorded, whole or in part; '' where it is not known. */
    dateOfBirth: key('date_of_birth'),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.ordinal] }),
    // Each search reads one of these alone: the record stands in them.
    index('name_key_name').on(table.surname, table.givenName, table.dateOfBirth, table.recordId),
    index('name_key_surname').on(table.surname, table.dateOfBirth, table.recordId),
    index('name_key_given').on(table.givenName, table.dateOfBirth, table.recordId),
  ],
);

/** Numbers of a record's documents as they are compared; those that betray protection are not among them (A-10.4c). */
export const documentKey = register.table(
  'document_key',
  { recordId: record(), ordinal: position(), number: key('number_key') },
  (table) => [
    primaryKey({ columns: [table.recordId, table.ordinal] }),
    index('document_key_number').on(table.number, table.recordId),
  ],
);

/** The distinct family names of the register, as they sound. Kept by triggers on name_key. */
export const familyName = register.table(
  'family_name',
  { sound: bytes('sound').primaryKey(), key: key('surname_key') },
  (table) => [
    index('family_name_trigrams').using('gin', sql`${table.sound} gin_trgm_ops`),
    index('family_name_key').on(table.key),
  ],
);
