/**
 * The register's tables as one writes SQL for them by hand: for the two ways without GraphQL, which answer the list of
 * the bench and nothing else. `open` says which rows may go out, as the row rules of AZ-KZ-2019 do.
 */
import {
  possiblyBegun,
  possiblyNotEnded,
  surelyBegun,
  surelyNotEnded,
} from '../../../src/store/register/partial-dates.js';

export interface Table {
  readonly field: string;
  readonly name: string;
  /** Field of the answer -> column. */
  readonly columns: Readonly<Record<string, string>>;
  /** The field that is a body. */
  readonly body?: string;
  /** The column of person that tells null from []; a table without one holds one row for a person at most. */
  readonly known?: string;
  readonly open?: string;
}

const NAME = {
  surname: 'surname',
  givenName: 'given_name',
  patronymic: 'patronymic',
  origin: 'origin',
  transliteration: 'transliteration',
};
const LIABILITY = { stage: 'stage', on: 'staged_on', provision: 'provision' };
const IMAGE = { mediaType: 'media_type', content: 'content', takenOn: 'taken_on' };
const PARTIES = "c.country in ('AZE', 'KAZ')";
const NOT_SPENT = 'not (c.spent or c.expunged or c.juvenile)';
const DAY = '$2::text';

export const FACTS = { sex: 'sex', dateOfBirth: 'date_of_birth', placeOfBirth: 'place_of_birth' };

export const TABLES: readonly Table[] = [
  { field: 'nameCyrillic', name: 'name_cyrillic', columns: NAME },
  { field: 'nameLatin', name: 'name_latin', columns: NAME },
  {
    field: 'citizenships',
    name: 'citizenship',
    columns: { country: 'country', since: 'since', until: 'until' },
    known: 'citizenships_known',
    open: PARTIES,
  },
  {
    field: 'citizenshipEvents',
    name: 'citizenship_event',
    columns: { kind: 'kind', country: 'country', on: 'happened_on' },
    known: 'citizenship_events_known',
    open: PARTIES,
  },
  {
    field: 'documents',
    name: 'document',
    columns: { series: 'series', number: 'number', issuedOn: 'issued_on', use: 'use' },
    body: 'issuingAuthority',
    known: 'documents_known',
    open: 'c.use is not null and not c.refugee',
  },
  {
    field: 'registrations',
    name: 'registration',
    columns: {
      kind: 'kind',
      place: 'place',
      registeredOn: 'registered_on',
      validUntil: 'valid_until',
      deregisteredOn: 'deregistered_on',
    },
    body: 'authority',
    known: 'registrations_known',
    open: 'not c.reception',
  },
  {
    field: 'permits',
    name: 'permit',
    columns: {
      kind: 'kind',
      validFrom: 'valid_from',
      validUntil: 'valid_until',
      indefinite: 'indefinite',
      status: 'status',
    },
    body: 'authority',
    known: 'permits_known',
  },
  {
    field: 'workRights',
    name: 'work_right',
    columns: {
      basis: 'basis',
      validFrom: 'valid_from',
      validUntil: 'valid_until',
      indefinite: 'indefinite',
    },
    known: 'work_rights_known',
  },
  {
    field: 'entryBans',
    name: 'entry_ban',
    columns: {
      kind: 'kind',
      from: 'banned_from',
      until: 'banned_until',
      indefinite: 'indefinite',
    },
    known: 'entry_bans_known',
    open: `${surelyBegun('c.banned_from', DAY)} and ${surelyNotEnded('c.banned_until', DAY)}`,
  },
  {
    field: 'administrativeLiability',
    name: 'administrative_liability',
    columns: LIABILITY,
    body: 'authority',
    known: 'administrative_liability_known',
    open: NOT_SPENT,
  },
  {
    field: 'criminalLiability',
    name: 'criminal_liability',
    columns: LIABILITY,
    body: 'authority',
    known: 'criminal_liability_known',
    open: NOT_SPENT,
  },
  { field: 'photograph', name: 'photograph', columns: IMAGE },
  { field: 'fingerprintCard', name: 'fingerprint_card', columns: IMAGE },
];

/** Grounds of a ban: their own table, keyed by the ban's ordinal. */
export const GROUNDS = { code: 'code', provision: 'provision', text: 'text' };

/** A column as a value of the answer: bytes in base64 on one line. */
export const columnText = (table: string, column: string): string =>
  column === 'content'
    ? `translate(encode(${table}.content, 'base64'), E'\\n', '')`
    : `${table}.${column}`;

const held = (where: string): string =>
  `exists (select from register.citizenship_belonging b where b.record_id = p.record_id and ${where})`;

/** isNationalOf(state: "KAZ"). */
export const NATIONAL_OF_KAZ =
  "case when not p.citizenship_belonging_known then 'UNDETERMINED' when " +
  held(
    `b.country = 'KAZ' and ${surelyBegun('b.since', DAY)} and ${surelyNotEnded('b.until', DAY)}`,
  ) +
  " then 'YES' when " +
  held(
    `(b.country = 'KAZ' or b.country is null or b.country = 'XXX') and ${possiblyBegun('b.since', DAY)} and ${possiblyNotEnded('b.until', DAY)}`,
  ) +
  " then 'UNDETERMINED' else 'NO' end";

/** The people asked for, with their numbers: $1 are their register keys. */
export const FROM_PEOPLE =
  'from unnest($1::text[]) with ordinality as s(person_key, n) ' +
  'join register.person p on p.person_key = s.person_key and p.recorded_until is null';
