/**
 * Items: the kinds of data an instrument may open, and the coordinates of the schema that carry each one.
 * Article 6 of AZ-KZ-2019 is a closed list of thirteen; 5(1)(3) and 5(2) add three; EU-AZ-2014 17(c) its own.
 * A coordinate that is listed here is guarded. What no instrument opens stays closed for everybody.
 */
export const COORDINATES_OF = {
  NAME_CYRILLIC: ['Person.nameCyrillic'],
  NAME_LATIN: ['Person.nameLatin'],
  OTHER_NAMES: ['Person.otherNames'],
  SEX: ['Person.sex'],
  CIVIL_STATUS: ['Person.civilStatus'],
  DATE_OF_BIRTH: ['Person.dateOfBirth'],
  PLACE_OF_BIRTH: ['Person.placeOfBirth'],
  CITIZENSHIP: ['Person.citizenships'],
  CITIZENSHIP_BELONGING: ['Person.isNationalOf'],
  CITIZENSHIP_EVENT: ['Person.citizenshipEvents'],
  DOCUMENT: ['Person.documents'],
  DOCUMENT_DETAILS: [
    'IdentityDocument.kind',
    'IdentityDocument.expiresOn',
    'IdentityDocument.placeOfIssue',
  ],
  ADMINISTRATIVE_LIABILITY: ['Person.administrativeLiability'],
  CRIMINAL_LIABILITY: ['Person.criminalLiability'],
  REGISTRATION: ['Person.registrations'],
  REGISTRATION_PLACE: ['Registration.place'],
  PERMIT: ['Person.permits'],
  WORK_RIGHT: ['Person.workRights'],
  ENTRY_BAN: ['Person.entryBans'],
  ENTRY_BAN_GROUNDS: ['EntryBan.grounds'],
  PHOTOGRAPH: ['Person.photograph'],
  FINGERPRINT_CARD: ['Person.fingerprintCard'],
  TRAVEL_ROUTE: ['Person.travelRoute'],
} as const satisfies Record<string, readonly `${string}.${string}`[]>;

export type Item = keyof typeof COORDINATES_OF;
export type Coordinate = `${string}.${string}`;
export type GuardedCoordinate = (typeof COORDINATES_OF)[Item][number];

// Object.keys loses the key type; the literal above is the only source of it.
export const ITEMS = Object.keys(COORDINATES_OF) as readonly Item[];

const itemByCoordinate: ReadonlyMap<string, Item> = new Map(
  ITEMS.flatMap((item) => COORDINATES_OF[item].map((coordinate) => [coordinate, item] as const)),
);

/** The item a coordinate carries, or undefined where the coordinate is not guarded. */
export function itemOf(coordinate: string): Item | undefined {
  return itemByCoordinate.get(coordinate);
}

/** Items of which a child's are released only after the coordinator's own decision (A-10.4d). */
export const CHILD_ITEMS: ReadonlySet<Item> = new Set<Item>([
  'PHOTOGRAPH',
  'FINGERPRINT_CARD',
  'ADMINISTRATIVE_LIABILITY',
  'CRIMINAL_LIABILITY',
]);

/** The item that leads to a record type with guarded fields of its own: those need both. The schema is checked against it. */
const LEADS_TO = {
  IdentityDocument: 'DOCUMENT',
  Registration: 'REGISTRATION',
  EntryBan: 'ENTRY_BAN',
} as const satisfies Record<string, Item>;

/** Every item a coordinate needs: its own first, then that of the record it belongs to. Empty where it is not guarded. */
export function itemsNeeded(coordinate: string): readonly Item[] {
  const own = itemOf(coordinate);
  if (own === undefined) return [];
  const type = coordinate.slice(0, coordinate.indexOf('.'));
  return type in LEADS_TO ? [own, LEADS_TO[type as keyof typeof LEADS_TO]] : [own];
}
