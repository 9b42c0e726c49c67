/** What would stand in a statement that reads the item: its tables and its columns of the register. */
import type { Item } from '../../src/treaty/index.js';

export const ITEM_TRACES: Readonly<Record<Item, RegExp>> = {
  NAME_CYRILLIC: /name_cyrillic/,
  NAME_LATIN: /name_latin/,
  OTHER_NAMES: /other_name/,
  SEX: /\bsex\b/,
  CIVIL_STATUS: /civil_status/,
  DATE_OF_BIRTH: /date_of_birth/,
  PLACE_OF_BIRTH: /place_of_birth/,
  CITIZENSHIP: /(?:register|granted)\.citizenship\b|citizenships_known/,
  CITIZENSHIP_BELONGING: /citizenship_belonging/,
  CITIZENSHIP_EVENT: /citizenship_event/,
  DOCUMENT: /(?:register|granted)\.document\b|documents_known/,
  DOCUMENT_DETAILS: /(c\."kind"|expires_on|place_of_issue).* from (?:register|granted)\.document/,
  ADMINISTRATIVE_LIABILITY: /administrative_liability/,
  CRIMINAL_LIABILITY: /criminal_liability/,
  REGISTRATION: /(?:register|granted)\.registration|registrations_known/,
  REGISTRATION_PLACE: /"place".*(?:register|granted)\.registration/,
  PERMIT: /(?:register|granted)\.permit|permits_known/,
  WORK_RIGHT: /work_right/,
  ENTRY_BAN: /entry_ban/,
  ENTRY_BAN_GROUNDS: /ground/,
  PHOTOGRAPH: /photograph/,
  FINGERPRINT_CARD: /fingerprint/,
  TRAVEL_ROUTE: /travel_/,
};
