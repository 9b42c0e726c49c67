/**
 * The register as tables: one per item of the instruments, so that a column that is withheld is in no statement and
 * privileges can follow purposes. A person's record is never changed: a newer one supersedes it (`recorded_until`),
 * so that a grant reads what was recorded at its `asOf`.
 *
 * Partial dates are text (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`): what is unknown stays out. `<list>_known` tells a list
 * the register does not have (false: null) from one known to be empty (true: []).
 */
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export const register = pgSchema('register');

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const flag = (name: string) => boolean(name).notNull().default(false);

/** Hands out `record_id`; the importer takes a block per batch. */
export const recordId = register.sequence('record_id');

export const person = register.table(
  'person',
  {
    recordId: bigint('record_id', { mode: 'bigint' }).primaryKey(),
    /** The register's own key; never shown through the API. */
    personKey: text('person_key').notNull(),
    recordedFrom: timestamp('recorded_from', { withTimezone: true }).notNull(),
    /** Null while it is the current record; else when the next one took its place. */
    recordedUntil: timestamp('recorded_until', { withTimezone: true }),
    /** SHA-256 of the content: the same line twice changes nothing. */
    digest: bytea('digest').notNull(),
    protected: flag('protected'),
    sex: text('sex'),
    civilStatus: text('civil_status'),
    dateOfBirth: text('date_of_birth'),
    placeOfBirth: text('place_of_birth'),
    /** The first day on which the person is certainly 18; null where that is not known. */
    adultOn: date('adult_on', { mode: 'string' }),
    otherNamesKnown: flag('other_names_known'),
    citizenshipsKnown: flag('citizenships_known'),
    /** As `citizenships_known`, for `citizenship_belonging`: neither item's columns serve the other. */
    citizenshipBelongingKnown: flag('citizenship_belonging_known'),
    citizenshipEventsKnown: flag('citizenship_events_known'),
    documentsKnown: flag('documents_known'),
    registrationsKnown: flag('registrations_known'),
    permitsKnown: flag('permits_known'),
    workRightsKnown: flag('work_rights_known'),
    entryBansKnown: flag('entry_bans_known'),
    administrativeLiabilityKnown: flag('administrative_liability_known'),
    criminalLiabilityKnown: flag('criminal_liability_known'),
    travelRouteKnown: flag('travel_route_known'),
  },
  (table) => [
    uniqueIndex('person_current').on(table.personKey).where(sql`recorded_until is null`),
    index('person_history').on(table.personKey, table.recordedFrom),
  ],
);

/**
 * The key of a person's tags in the ledger, made at the first import, wrapped by a key outside the database
 * (subject-keys/wrap.ts); 32 plain bytes where it was made before keys were wrapped. Destroying it ends the tags.
 */
export const subjectKey = register.table('subject_key', {
  personKey: text('person_key').primaryKey(),
  key: bytea('key').notNull(),
  /** Its retention begins here, and anew with each disclosure. */
  madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
});

const record = () =>
  bigint('record_id', { mode: 'bigint' })
    .notNull()
    .references(() => person.recordId, { onDelete: 'cascade' });
/** For an item of which a person has one at most. */
const onlyRecord = () =>
  bigint('record_id', { mode: 'bigint' })
    .primaryKey()
    .references(() => person.recordId, { onDelete: 'cascade' });
/** Position in the list as imported, from 0: the order of the answer. */
const position = () => integer('ordinal').notNull();
const name = () => ({
  surname: text('surname'),
  givenName: text('given_name'),
  patronymic: text('patronymic'),
  origin: text('origin'),
  transliteration: text('transliteration'),
});
const body = () => ({
  authorityCode: text('authority_code'),
  authorityName: text('authority_name'),
});

export const nameCyrillic = register.table('name_cyrillic', { recordId: onlyRecord(), ...name() });
export const nameLatin = register.table('name_latin', { recordId: onlyRecord(), ...name() });
export const otherName = register.table(
  'other_name',
  { recordId: record(), ordinal: position(), ...name() },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

/** Forms of a name that are searched by and never shown (kk-Cyrl, az-Cyrl, old spellings), with their normalised key. */
export const searchName = register.table(
  'search_name',
  {
    recordId: record(),
    ordinal: position(),
    script: text('script').notNull(),
    surname: text('surname'),
    givenName: text('given_name'),
    patronymic: text('patronymic'),
    searchKey: text('search_key').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.ordinal] }),
    index('search_name_key').on(table.searchKey),
  ],
);

const citizenshipColumns = () => ({
  recordId: record(),
  ordinal: position(),
  country: text('country'),
  since: text('since'),
  until: text('until'),
});
export const citizenship = register.table('citizenship', citizenshipColumns(), (table) => [
  primaryKey({ columns: [table.recordId, table.ordinal] }),
]);
/** The same citizenships again, for `isNationalOf` and the scope of an instrument alone (A-5.1(3), A-3.1(2)). */
export const citizenshipBelonging = register.table(
  'citizenship_belonging',
  citizenshipColumns(),
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);
export const citizenshipEvent = register.table(
  'citizenship_event',
  {
    recordId: record(),
    ordinal: position(),
    kind: text('kind'),
    country: text('country'),
    happenedOn: text('happened_on'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

export const document = register.table(
  'document',
  {
    recordId: record(),
    ordinal: position(),
    series: text('series'),
    number: text('number'),
    issuedOn: text('issued_on'),
    ...body(),
    use: text('use'),
    kind: text('kind'),
    expiresOn: text('expires_on'),
    placeOfIssue: text('place_of_issue'),
    refugee: flag('refugee'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

const liabilityColumns = () => ({
  recordId: record(),
  ordinal: position(),
  stage: text('stage'),
  stagedOn: text('staged_on'),
  provision: text('provision'),
  ...body(),
  spent: flag('spent'),
  expunged: flag('expunged'),
  juvenile: flag('juvenile'),
});
export const administrativeLiability = register.table(
  'administrative_liability',
  liabilityColumns(),
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);
export const criminalLiability = register.table(
  'criminal_liability',
  liabilityColumns(),
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

export const registration = register.table(
  'registration',
  {
    recordId: record(),
    ordinal: position(),
    kind: text('kind'),
    place: text('place'),
    registeredOn: text('registered_on'),
    validUntil: text('valid_until'),
    deregisteredOn: text('deregistered_on'),
    ...body(),
    reception: flag('reception'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

export const permit = register.table(
  'permit',
  {
    recordId: record(),
    ordinal: position(),
    kind: text('kind'),
    validFrom: text('valid_from'),
    validUntil: text('valid_until'),
    indefinite: boolean('indefinite'),
    status: text('status'),
    ...body(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

export const workRight = register.table(
  'work_right',
  {
    recordId: record(),
    ordinal: position(),
    basis: text('basis'),
    validFrom: text('valid_from'),
    validUntil: text('valid_until'),
    indefinite: boolean('indefinite'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);

export const entryBan = register.table(
  'entry_ban',
  {
    recordId: record(),
    ordinal: position(),
    kind: text('kind'),
    bannedFrom: text('banned_from'),
    bannedUntil: text('banned_until'),
    indefinite: boolean('indefinite'),
    groundsKnown: flag('grounds_known'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);
/** Grounds rest on 5(2), the ban itself on 6(11): a table of their own, keyed to the ban. */
export const entryBanGround = register.table(
  'entry_ban_ground',
  {
    recordId: bigint('record_id', { mode: 'bigint' }).notNull(),
    /** The ban's `ordinal`. */
    banOrdinal: integer('ban_ordinal').notNull(),
    ordinal: position(),
    code: text('code'),
    provision: text('provision'),
    text: text('text'),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.banOrdinal, table.ordinal] }),
    foreignKey({
      columns: [table.recordId, table.banOrdinal],
      foreignColumns: [entryBan.recordId, entryBan.ordinal],
    }).onDelete('cascade'),
  ],
);

const imageColumns = () => ({
  recordId: onlyRecord(),
  mediaType: text('media_type'),
  content: bytea('content'),
  takenOn: text('taken_on'),
});
export const photograph = register.table('photograph', imageColumns());
export const fingerprintCard = register.table('fingerprint_card', imageColumns());

export const travelLeg = register.table(
  'travel_leg',
  {
    recordId: record(),
    ordinal: position(),
    country: text('country'),
    place: text('place'),
    arrivedOn: text('arrived_on'),
    leftOn: text('left_on'),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.ordinal] })],
);
