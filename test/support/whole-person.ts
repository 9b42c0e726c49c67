/** Invented persons for tests of the graph: one with a value in every field, one with next to none. */
import type { PersonRecord } from '../../src/register/index.js';

const name = (surname: string) => ({
  surname,
  givenName: 'Sample',
  patronymic: 'Sampleevich',
  origin: 'AS_WRITTEN' as const,
  transliteration: null,
});
const authority = { code: 'AZ-SMS', name: null };
const image = { mediaType: 'image/png', content: 'iVBORw0KGgo=', takenOn: '2020-05' };
const liability = { stage: 'CONVICTED' as const, on: '2019', provision: '318.1', authority };

/** A person with a value in every field; `mark` tells persons apart. */
export const wholePerson = (id: string, mark = 'A'): PersonRecord => ({
  id,
  nameCyrillic: name(`Образцов${mark}`),
  nameLatin: name(`Obraztsov${mark}`),
  otherNames: [name(`Formerly${mark}`)],
  sex: 'MALE',
  civilStatus: 'MARRIED',
  dateOfBirth: '1980-02',
  placeOfBirth: `Place ${mark}`,
  citizenships: [{ country: 'AZE', since: '1992', until: null }],
  citizenshipEvents: [{ kind: 'ADMITTED', country: 'AZE', on: '1992' }],
  documents: [
    {
      series: 'AZE',
      number: `C0000${mark}`,
      issuedOn: '2018-01-02',
      issuingAuthority: { code: 'XX-NOWHERE', name: `Office ${mark}` },
      use: 'TRAVEL',
      kind: 'PASSPORT',
      expiresOn: '2028-01-02',
      placeOfIssue: `Town ${mark}`,
    },
  ],
  registrations: [
    {
      kind: 'STAY',
      place: `Street ${mark}`,
      registeredOn: '2024-01-01',
      validUntil: '2025-01-01',
      deregisteredOn: null,
      authority,
    },
  ],
  permits: [
    {
      kind: 'WORK',
      validFrom: '2024',
      validUntil: null,
      indefinite: true,
      status: 'VALID',
      authority,
    },
  ],
  workRights: [{ basis: 'PERMIT', validFrom: '2024', validUntil: null, indefinite: true }],
  entryBans: [
    {
      kind: 'ENTRY',
      from: '2024-01-01',
      until: null,
      indefinite: true,
      grounds: [{ code: 'G1', provision: '1', text: `Ground ${mark}` }],
    },
  ],
  administrativeLiability: [liability],
  criminalLiability: [liability],
  photograph: image,
  fingerprintCard: image,
  travelRoute: [{ country: 'KAZ', place: `Way ${mark}`, arrivedOn: '2024-03', leftOn: null }],
});

/** A person of whom the register knows nothing but that there is one. */
export const barePerson = (id: string): PersonRecord => ({ id, documents: [] });
