/** A person of whom every value tells which item it belongs to, so that a leak names itself. */
import type { PersonRecord } from '../../src/register/person.js';
import type { Item } from '../../src/treaty/index.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** For each item a text that stands nowhere else. Codes are rare ones that no other item uses. */
export const CANARY_OF: Readonly<Partial<Record<Item, readonly string[]>>> = {
  NAME_CYRILLIC: ['Канарейкина'],
  NAME_LATIN: ['Canarylatin'],
  OTHER_NAMES: ['Canaryother'],
  SEX: ['NOT_APPLICABLE'],
  CIVIL_STATUS: ['REGISTERED_PARTNERSHIP'],
  DATE_OF_BIRTH: ['1971-11-13'],
  PLACE_OF_BIRTH: ['canary-place-of-birth'],
  CITIZENSHIP_EVENT: ['1999-09-09', 'RESTORED'],
  DOCUMENT: ['canary-series', 'canary-number'],
  DOCUMENT_DETAILS: ['RETURN_CERTIFICATE', '2047-07-17', 'canary-place-of-issue'],
  ADMINISTRATIVE_LIABILITY: ['canary-administrative'],
  CRIMINAL_LIABILITY: ['canary-criminal'],
  REGISTRATION: ['2017-03-07'],
  REGISTRATION_PLACE: ['canary-registration-place'],
  PERMIT: ['2018-04-08', 'SUSPENDED'],
  WORK_RIGHT: ['2019-05-09', 'EXEMPT'],
  ENTRY_BAN: ['2020-06-10'],
  ENTRY_BAN_GROUNDS: ['canary-ground'],
  PHOTOGRAPH: [base64('canary photograph'), 'image/x-canary-photograph'],
  FINGERPRINT_CARD: [base64('canary fingerprints'), 'image/x-canary-card'],
  TRAVEL_ROUTE: ['canary-travel'],
};

/** The canary person under this register key: a national of Kazakhstan, adult, with a value under every coordinate. */
export function canaryPerson(id: string): PersonRecord {
  return {
    id,
    nameCyrillic: { surname: 'Канарейкина', givenName: 'Проба', origin: 'AS_WRITTEN' },
    nameLatin: { surname: 'Canarylatin', givenName: 'Proba', origin: 'AS_WRITTEN' },
    otherNames: [{ surname: 'Canaryother' }],
    sex: 'NOT_APPLICABLE',
    civilStatus: 'REGISTERED_PARTNERSHIP',
    dateOfBirth: '1971-11-13',
    placeOfBirth: 'canary-place-of-birth',
    citizenships: [{ country: 'KAZ', since: '1991' }],
    citizenshipEvents: [{ kind: 'RESTORED', country: 'KAZ', on: '1999-09-09' }],
    documents: [
      {
        series: 'canary-series',
        number: 'canary-number',
        use: 'TRAVEL',
        kind: 'RETURN_CERTIFICATE',
        expiresOn: '2047-07-17',
        placeOfIssue: 'canary-place-of-issue',
      },
    ],
    registrations: [
      { kind: 'RESIDENCE', place: 'canary-registration-place', registeredOn: '2017-03-07' },
    ],
    permits: [{ kind: 'WORK', validFrom: '2018-04-08', indefinite: true, status: 'SUSPENDED' }],
    workRights: [{ basis: 'EXEMPT', validFrom: '2019-05-09', indefinite: true }],
    entryBans: [
      { kind: 'EXIT', from: '2020-06-10', indefinite: true, grounds: [{ text: 'canary-ground' }] },
    ],
    administrativeLiability: [{ stage: 'CHARGED', provision: 'canary-administrative' }],
    criminalLiability: [{ stage: 'CHARGED', provision: 'canary-criminal' }],
    photograph: { mediaType: 'image/x-canary-photograph', content: base64('canary photograph') },
    fingerprintCard: { mediaType: 'image/x-canary-card', content: base64('canary fingerprints') },
    travelRoute: [{ country: 'TUR', place: 'canary-travel' }],
  };
}
