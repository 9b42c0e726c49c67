/** The hard cases of a sample register, each at an id that never changes, so that requests and tests can name them. */
import type { PersonRecord } from '../person.js';
import { completePerson } from './complete-person.js';
import { inventPerson, naturalised, type Origin, type PersonWish } from './invent-person.js';
import { drivingLicence, passport, registrations, temporaryPermit } from './papers.js';
import { RECEPTION_CENTRE } from './places.js';
import { criminalLiability, entryBan } from './restrictions.js';

type Change = (wish: PersonWish) => Partial<PersonRecord>;
interface HardCase {
  readonly origin: Origin;
  readonly change: Change;
}

const kazakh = (change: Change): HardCase => ({ origin: 'KAZ', change });
const complete = kazakh(completePerson);
const readmitted: HardCase = {
  origin: 'AZE',
  change: (wish) => ({
    ...completePerson(wish),
    citizenships: [
      { country: 'AZE', since: wish.calendar.yearsAgo(12) },
      { country: 'KAZ', until: wish.calendar.yearsAgo(12) },
    ],
    citizenshipEvents: [{ kind: 'ADMITTED', country: 'AZE', on: wish.calendar.yearsAgo(12) }],
  }),
};

/** In this order they are the first people of every sample. */
const CASES = {
  complete1: complete,
  complete2: complete,
  complete3: complete,
  complete4: complete,
  complete5: complete,
  readmission1: readmitted,
  readmission2: readmitted,
  noPatronymic: kazakh(({ random }) => ({
    nameCyrillic: { surname: 'Ли', givenName: 'Вера', origin: 'AS_WRITTEN' },
    nameLatin: { surname: 'LI', givenName: 'VERA', origin: 'AS_WRITTEN' },
    searchNames: [],
    sex: 'FEMALE',
    placeOfBirth: random.pick(['Алматы', 'Астана']),
  })),
  birthYearOnly: kazakh(({ calendar }) => ({ dateOfBirth: calendar.yearsAgo(61).slice(0, 4) })),
  birthMonthOnly: kazakh(({ calendar }) => ({ dateOfBirth: calendar.yearsAgo(44).slice(0, 7) })),
  twoCitizenships: {
    origin: 'DUAL',
    change: () => ({ citizenships: [{ country: 'KAZ' }, { country: 'AZE', since: '2011-06-02' }] }),
  },
  naturalised: { origin: 'NATURALISED', change: () => naturalised('2019-03-14') },
  restored: kazakh(() => ({
    citizenships: [
      { country: 'AZE', until: '1998' },
      { country: 'KAZ', since: '2003-09' },
    ],
    citizenshipEvents: [{ kind: 'RESTORED', country: 'KAZ', on: '2003-09' }],
  })),
  thirdNationality: kazakh(() => ({ citizenships: [{ country: 'KAZ' }, { country: 'RUS' }] })),
  thirdCountryNational: {
    origin: 'THIRD',
    change: () => ({ citizenships: [{ country: 'UZB' }], citizenshipEvents: [] }),
  },
  stateless: { origin: 'STATELESS', change: () => ({}) },
  unknownCitizenship: kazakh(() => ({ citizenships: null, citizenshipEvents: null })),
  lapsedPermit: kazakh(({ calendar }) => ({
    permits: [temporaryPermit({ calendar, since: 366, until: 1 })],
    workRights: [],
  })),
  validPermit: kazakh(({ calendar }) => ({
    permits: [temporaryPermit({ calendar, since: 100, until: -300 })],
  })),
  banWithoutEnd: kazakh((wish) => ({ entryBans: [entryBan(wish, 700, true)] })),
  endedBan: kazakh((wish) => ({ entryBans: [entryBan(wish, 6 * 366)] })),
  spentConviction: kazakh((wish) => ({
    criminalLiability: [{ ...criminalLiability(wish), stage: 'CONVICTED', spent: true }],
  })),
  expungedConviction: kazakh((wish) => ({
    criminalLiability: [{ ...criminalLiability(wish), stage: 'CONVICTED', expunged: true }],
  })),
  juvenileRecord: kazakh((wish) => ({
    criminalLiability: [
      { ...criminalLiability(wish), stage: 'TERMINATED', juvenile: true },
      { ...criminalLiability(wish), stage: 'CHARGED' },
    ],
  })),
  child: kazakh((wish) => ({
    ...completePerson(wish),
    dateOfBirth: wish.calendar.yearsAgo(12),
    civilStatus: 'SINGLE',
  })),
  nearlyAdult: kazakh((wish) => ({
    ...completePerson(wish),
    dateOfBirth: wish.calendar.yearsAgo(18).slice(0, 4),
  })),
  noFingerprintCard: kazakh(() => ({ fingerprintCard: null })),
  noImages: kazakh(() => ({ photograph: null, fingerprintCard: null })),
  formerNames: kazakh(() => ({
    otherNames: [
      { surname: 'Ковалёва', givenName: 'Асель', origin: 'AS_WRITTEN' },
      {
        surname: 'KOVALEVA',
        givenName: 'ASSEL',
        origin: 'TRANSLITERATED',
        transliteration: 'ICAO-9303-3',
      },
    ],
  })),
  protectedPerson: kazakh((wish) => ({ ...completePerson(wish), protected: true })),
  otherDocuments: kazakh((wish) => ({
    documents: [
      passport(wish, 'KAZ'),
      drivingLicence(wish),
      {
        ...passport(wish, 'KAZ'),
        kind: 'OTHER',
        refugee: true,
        issuingAuthority: { code: 'UNHCR' },
      },
    ],
  })),
  receptionRegistration: kazakh((wish) => ({
    registrations: [
      ...registrations(wish, false),
      {
        kind: 'STAY',
        place: RECEPTION_CENTRE,
        registeredOn: wish.calendar.ago(90),
        reception: true,
      },
    ],
  })),
  asylumBody: kazakh((wish) => ({
    documents: [
      passport(wish, 'KAZ'),
      { ...passport(wish, 'KAZ'), use: 'RESIDENCE', issuingAuthority: { code: 'AZ-SMS-ASYLUM' } },
    ],
    permits: [
      {
        ...temporaryPermit({ calendar: wish.calendar, since: 50, until: -300 }),
        authority: { code: 'AZ-SMS-ASYLUM' },
      },
    ],
  })),
  refugeeCode: kazakh(() => ({ citizenships: [{ country: 'KAZ' }, { country: 'XXB' }] })),
  nothingKnown: { origin: 'KAZ', change: nothing(null) },
  knownNone: { origin: 'KAZ', change: nothing([]) },
} as const satisfies Record<string, HardCase>;

export type HardCaseName = keyof typeof CASES;

const named: readonly (readonly [string, HardCase])[] = Object.entries(CASES);

/** The id of the person with this index, from 0: `P-0000001` is the first. */
export function samplePersonId(index: number): string {
  return `P-${String(index + 1).padStart(7, '0')}`;
}

// Object.fromEntries loses the names; the table above is their only source.
export const HARD_CASES = Object.fromEntries(
  named.map(([name], index) => [name, samplePersonId(index)]),
) as Readonly<Record<HardCaseName, string>>;

/** The hard case with this index, or undefined past the last one. */
export function hardCase(index: number, wish: PersonWish): PersonRecord | undefined {
  const found = named[index];
  if (found === undefined) return undefined;
  const [, { origin, change }] = found;
  return { ...inventPerson({ ...wish, origin }), ...change(wish) };
}

function nothing(list: [] | null): Change {
  return () => ({
    ...(list === null && { sex: null, dateOfBirth: null, placeOfBirth: null, nameCyrillic: null }),
    civilStatus: null,
    citizenships: list === null ? null : [{ country: 'KAZ' }],
    citizenshipEvents: list,
    otherNames: list,
    documents: list,
    registrations: list,
    permits: list,
    workRights: list,
    entryBans: list,
    administrativeLiability: list,
    criminalLiability: list,
    travelRoute: list,
    photograph: null,
    fingerprintCard: null,
  });
}
