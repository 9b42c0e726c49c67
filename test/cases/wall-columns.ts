/** The columns in which each item stands, where a reader finds them; written by hand, beside what the wall is made from. */
import type { Item } from '../../src/treaty/index.js';

const name = (table: string) =>
  columns(`register.${table}`, 'surname given_name patronymic origin transliteration');
const liability = (table: string) => [
  ...columns(`register.${table}`, 'stage staged_on provision authority_code authority_name'),
  `granted.person.${table}_known`,
];
const image = (table: string) => columns(`register.${table}`, 'media_type content taken_on');

function columns(relation: string, names: string): readonly string[] {
  return names.split(' ').map((column) => `${relation}.${column}`);
}

export const ITEM_COLUMNS: Readonly<Record<Item, readonly string[]>> = {
  NAME_CYRILLIC: name('name_cyrillic'),
  NAME_LATIN: name('name_latin'),
  OTHER_NAMES: [...name('other_name'), 'granted.person.other_names_known'],
  SEX: ['granted.person.sex'],
  CIVIL_STATUS: ['granted.person.civil_status'],
  DATE_OF_BIRTH: ['granted.person.date_of_birth'],
  PLACE_OF_BIRTH: ['granted.person.place_of_birth'],
  CITIZENSHIP: [
    ...columns('register.citizenship', 'country since until'),
    'granted.person.citizenships_known',
  ],
  CITIZENSHIP_BELONGING: [
    ...columns('register.citizenship_belonging', 'country since until'),
    'granted.person.citizenship_belonging_known',
  ],
  CITIZENSHIP_EVENT: [
    ...columns('register.citizenship_event', 'kind country happened_on'),
    'granted.person.citizenship_events_known',
  ],
  DOCUMENT: [
    ...columns('granted.document', 'series number issued_on use authority_code authority_name'),
    'granted.person.documents_known',
  ],
  DOCUMENT_DETAILS: columns('granted.document', 'kind expires_on place_of_issue'),
  ADMINISTRATIVE_LIABILITY: liability('administrative_liability'),
  CRIMINAL_LIABILITY: liability('criminal_liability'),
  REGISTRATION: [
    ...columns(
      'granted.registration',
      'kind registered_on valid_until deregistered_on authority_code authority_name',
    ),
    'granted.person.registrations_known',
  ],
  REGISTRATION_PLACE: ['granted.registration.place'],
  PERMIT: [
    ...columns(
      'register.permit',
      'kind valid_from valid_until indefinite status authority_code authority_name',
    ),
    'granted.person.permits_known',
  ],
  WORK_RIGHT: [
    ...columns('register.work_right', 'basis valid_from valid_until indefinite'),
    'granted.person.work_rights_known',
  ],
  ENTRY_BAN: [
    ...columns('granted.entry_ban', 'kind banned_from banned_until indefinite'),
    'granted.person.entry_bans_known',
  ],
  ENTRY_BAN_GROUNDS: [
    ...columns('register.entry_ban_ground', 'code provision text'),
    'granted.entry_ban.grounds_known',
  ],
  PHOTOGRAPH: image('photograph'),
  FINGERPRINT_CARD: image('fingerprint_card'),
  TRAVEL_ROUTE: [
    ...columns('register.travel_leg', 'country place arrived_on left_on'),
    'granted.person.travel_route_known',
  ],
};

/** Keys, by which rows belong together: whoever reads a relation has them. They tell nothing of a person. */
export const KEY_COLUMNS: readonly string[] = ['record_id', 'ordinal', 'ban_ordinal'];

const ticket = columns(
  'granted.ticket',
  'xid nth opened_at reader kind request instrument day items numbers records',
);

/** What every reader has of the wall itself: its own tickets, and whom they name. */
export const WALL_COLUMNS: readonly string[] = [
  ...ticket,
  ...columns('granted.subject', 'n record_id'),
];

/** What the logins, and the role that searches, may read beside the policy; written by hand too. */
export const ROLE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  sorgu_app: [
    ...ticket,
    ...columns('granted.spent', 'one tickets'),
    ...columns('granted.form', 'one digest'),
  ],
  sorgu_ledger: ['granted.form.one', 'granted.form.digest'],
  sorgu_exchange: ['granted.form.one', 'granted.form.digest'],
  sorgu_search: [
    ...WALL_COLUMNS,
    ...columns(
      'register.person',
      'record_id person_key recorded_until protected date_of_birth citizenship_belonging_known',
    ),
    ...columns('register.subject_key', 'person_key key'),
    ...columns('register.citizenship_belonging', 'record_id country'),
    ...columns(
      'register.name_key',
      'record_id surname_key surname_sound given_key patronymic_key date_of_birth',
    ),
    ...columns('register.document_key', 'record_id ordinal number_key'),
    ...columns('register.name_cyrillic', 'record_id surname given_name patronymic'),
    ...columns('register.name_latin', 'record_id surname given_name patronymic'),
    ...columns('register.other_name', 'record_id ordinal surname given_name patronymic'),
    ...columns('register.search_name', 'record_id ordinal script surname given_name patronymic'),
  ],
};
