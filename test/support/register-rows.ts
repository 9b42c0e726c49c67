/** Rows of the register and grants over them, written plainly: a test says only what it is about. */
import type { Grant, GrantSubject } from '../../src/requests/index.js';
import type { Sql } from '../../src/store/index.js';
import { ITEMS, type Item, loadInstruments } from '../../src/treaty/index.js';

/** The instant as of which the tests' grants read, and the day on which they ask. */
export const AS_OF = Date.parse('2026-06-15T09:00:00Z');
export const NOW = Date.parse('2026-06-20T09:00:00Z');

type Value = string | number | boolean | null | Date | Uint8Array | bigint;
type Columns = Readonly<Record<string, Value>>;

/** A person's record: columns of `person`, and rows of other tables by the table's name. */
export interface PersonRows {
  readonly key: string;
  readonly person?: Columns;
  readonly rows?: Readonly<Record<string, readonly Columns[]>>;
}

/** Tables of which a person has one row at most. */
const SINGLE = new Set(['name_cyrillic', 'name_latin', 'photograph', 'fingerprint_card']);

/** Writes one record and returns its id. Lists are known unless `person` says otherwise; rows get their ordinals. */
export async function putPerson(
  owner: Sql,
  { key, person = {}, rows = {} }: PersonRows,
): Promise<string> {
  const [made] = await owner<{ id: string }[]>`select nextval('register.record_id')::text as id`;
  const record = made?.id ?? '';
  await put(owner, 'person', { ...PERSON, ...person, record_id: record, person_key: key });
  await owner`insert into register.subject_key ${owner({ person_key: key, key: ledgerKey(key) })} on conflict do nothing`;
  for (const [table, list] of Object.entries(rows)) {
    for (const [ordinal, columns] of list.entries()) {
      const place = SINGLE.has(table) || 'ordinal' in columns ? {} : { ordinal };
      await put(owner, table, { record_id: record, ...place, ...columns });
    }
  }
  return record;
}

/** The ledger key that `putPerson` gives. */
export function ledgerKey(person: string): Uint8Array {
  return Buffer.alloc(32, person);
}

const PERSON: Columns = {
  recorded_from: new Date('2020-01-01T00:00:00Z'),
  digest: Buffer.alloc(32),
  date_of_birth: '1990-05-17',
  adult_on: '2008-05-17',
  ...Object.fromEntries(
    [
      'other_names',
      'citizenships',
      'citizenship_belonging',
      'citizenship_events',
      'documents',
      'registrations',
      'permits',
      'work_rights',
      'entry_bans',
      'administrative_liability',
      'criminal_liability',
      'travel_route',
    ].map((list) => [`${list}_known`, true]),
  ),
};

async function put(owner: Sql, table: string, columns: Columns): Promise<void> {
  await owner`insert into ${owner(`register.${table}`)} ${owner(columns)}`;
}

const INSTRUMENTS = loadInstruments();

export interface GrantFor {
  readonly instrument?: string;
  readonly purpose?: string;
  readonly condition?: Grant['condition'];
  readonly asOf?: number;
  /** Register keys in the order of their numbers, or subjects as they are. */
  readonly subjects: readonly (string | GrantSubject)[];
}

/** A grant over these subjects, each with all the items that the purpose opens. */
export function grantOn(options: GrantFor): Grant {
  const { purpose = 'LEGAL_STATUS_DETERMINATION', condition = null, asOf = AS_OF } = options;
  const instrument = INSTRUMENTS.get(options.instrument ?? 'AZ-KZ-2019');
  const data = instrument?.purposes.get(purpose);
  if (instrument === undefined || data === undefined) throw new Error('no such purpose');
  const items = new Set(instrument.opens.get(purpose)?.keys());
  const demanding = data.clauses.find((clause) => data.conditions?.[clause] === condition);
  const [, partner] = instrument.parties;
  return {
    standsOn: 'REQUEST',
    authority: data.statedBy === 'requested' ? 'AZ-SMS' : (partner?.authorities[0] ?? ''),
    request: '3f0d8a4e-6d0b-4b57-9d3c-0d6c9b6f6a10',
    requestDigest: '00'.repeat(32),
    instrument,
    purpose,
    // The clause alone makes the condition, for the database.
    basis: (condition === null ? undefined : demanding) ?? data.clauses[0],
    condition,
    statedBy: data.statedBy,
    asOf,
    subjects: options.subjects.map((subject, i) =>
      typeof subject === 'string'
        ? { n: i + 1, person: subject, items, childItems: false }
        : subject,
    ),
  };
}

/** A subject with all the items of the purpose but these. */
export function without(grant: Grant, ...items: readonly Item[]): Grant {
  const subjects = grant.subjects.map((subject) => ({
    ...subject,
    items: new Set([...subject.items].filter((item) => !items.includes(item))),
  }));
  return { ...grant, subjects };
}

/** Every item there is, for a subject that holds more than its purpose opens. */
export const EVERY_ITEM: ReadonlySet<Item> = new Set(ITEMS);

/** Every guarded and inherited coordinate of a person. */
export const EVERYTHING: ReadonlySet<string> = new Set(
  Object.entries({
    Person:
      'nameCyrillic nameLatin otherNames sex civilStatus dateOfBirth placeOfBirth citizenships isNationalOf ' +
      'citizenshipEvents documents registrations permits workRights entryBans administrativeLiability ' +
      'criminalLiability photograph fingerprintCard travelRoute',
    PersonName: 'surname givenName patronymic origin transliteration',
    Citizenship: 'country since until',
    CitizenshipEvent: 'kind country on',
    IdentityDocument: 'series number issuedOn issuingAuthority use kind expiresOn placeOfIssue',
    Registration: 'kind place registeredOn validUntil deregisteredOn authority',
    Permit: 'kind validFrom validUntil indefinite status authority',
    WorkRight: 'basis validFrom validUntil indefinite',
    EntryBan: 'kind from until indefinite grounds',
    Ground: 'code provision text',
    Liability: 'stage on provision authority',
    Authority: 'code name',
    Photograph: 'mediaType content takenOn',
    FingerprintCard: 'mediaType content takenOn',
    TravelLeg: 'country place arrivedOn leftOn',
  }).flatMap(([type, fields]) => fields.split(' ').map((field) => `${type}.${field}`)),
);
