/** Documents, registrations, permits and rights to work of one invented person. */
import type {
  DocumentRecord,
  PermitRecord,
  RegistrationRecord,
  WorkRightRecord,
} from '../person.js';
import type { Calendar } from './calendar.js';
import { inventAddress } from './places.js';
import type { Random } from './random.js';

export interface Tools {
  readonly random: Random;
  readonly calendar: Calendar;
}

const TEN_YEARS = 3653;
const YEAR = 365;

const ISSUERS = {
  KAZ: { series: 'N', code: 'KZ-MIA' },
  AZE: { series: 'C', code: 'AZ-MIA' },
  RUS: { series: '71', code: 'RU-MIA' },
  UKR: { series: 'FE', code: 'UA-SMS' },
  GEO: { series: '23', code: 'GE-PSDA' },
  TUR: { series: 'U', code: 'TR-NUFUS' },
  UZB: { series: 'FA', code: 'UZ-MIA' },
} as const;
export type PassportCountry = keyof typeof ISSUERS;

/** A passport of that country, issued within the last nine years, good for ten. */
export function passport({ random, calendar }: Tools, country: PassportCountry): DocumentRecord {
  const issued = 30 + random.below(9 * YEAR);
  const { series, code } = ISSUERS[country];
  return {
    series,
    number: random.digits(8),
    issuedOn: calendar.ago(issued),
    issuingAuthority: { code },
    use: 'TRAVEL',
    kind: 'PASSPORT',
    expiresOn: calendar.ago(issued - TEN_YEARS),
    placeOfIssue: random.pick(['Алматы', 'Астана', 'Bakı', 'Moskva', 'Ankara']),
  };
}

/** The card of a residence permit in Azerbaijan. */
export function residenceCard({ random, calendar }: Tools): DocumentRecord {
  const issued = 20 + random.below(2 * YEAR);
  return {
    series: 'MYI',
    number: random.digits(7),
    issuedOn: calendar.ago(issued),
    issuingAuthority: { code: 'AZ-SMS' },
    use: 'RESIDENCE',
    kind: 'RESIDENCE_CARD',
    expiresOn: calendar.ago(issued - 3 * YEAR),
    placeOfIssue: 'Bakı',
  };
}

/** A document that is neither for travel nor for residence: no list of an instrument has it. */
export function drivingLicence({ random, calendar }: Tools): DocumentRecord {
  return {
    series: 'AB',
    number: random.digits(6),
    issuedOn: calendar.ago(YEAR + random.below(5 * YEAR)),
    issuingAuthority: { code: 'AZ-MIA' },
    kind: 'OTHER',
  };
}

/** Registrations at places of stay and residence, the present one first. */
export function registrations({ random, calendar }: Tools, former: boolean): RegistrationRecord[] {
  const since = 10 + random.below(YEAR);
  const present: RegistrationRecord = {
    kind: random.pick(['STAY', 'RESIDENCE']),
    place: inventAddress(random),
    registeredOn: calendar.ago(since),
    validUntil: calendar.ago(since - 2 * YEAR),
    authority: { code: 'AZ-SMS' },
  };
  return former ? [present, formerRegistration({ random, calendar }, since)] : [present];
}

function formerRegistration({ random, calendar }: Tools, until: number): RegistrationRecord {
  return {
    kind: 'STAY',
    place: inventAddress(random),
    registeredOn: calendar.ago(until + 200),
    validUntil: calendar.ago(until + 20),
    deregisteredOn: calendar.ago(until + 1),
    authority: { code: 'AZ-SMS' },
  };
}

/** A residence permit: valid, ended, or permanent without end. */
export function residencePermit({ random, calendar }: Tools): PermitRecord {
  const since = 30 + random.below(3 * YEAR);
  const authority = { code: 'AZ-SMS' };
  if (random.chance(20)) {
    const validFrom = calendar.ago(since);
    return { kind: 'PERMANENT_RESIDENCE', validFrom, indefinite: true, status: 'VALID', authority };
  }
  return temporaryPermit({ calendar, since, until: since - 2 * YEAR });
}

/** A temporary permit from `since` to `until` days ago (negative: ahead). */
export function temporaryPermit(term: {
  readonly calendar: Calendar;
  readonly since: number;
  readonly until: number;
}): PermitRecord {
  return {
    kind: 'TEMPORARY_RESIDENCE',
    validFrom: term.calendar.ago(term.since),
    validUntil: term.calendar.ago(term.until),
    indefinite: false,
    status: term.until > 0 ? 'EXPIRED' : 'VALID',
    authority: { code: 'AZ-SMS' },
  };
}

/** A permit to work and the right that stands on it. */
export function work({ random, calendar }: Tools): {
  permit: PermitRecord;
  right: WorkRightRecord;
} {
  const since = 10 + random.below(300);
  const term = {
    validFrom: calendar.ago(since),
    validUntil: calendar.ago(since - YEAR),
    indefinite: false,
  };
  return {
    permit: { kind: 'WORK', ...term, status: 'VALID', authority: { code: 'AZ-SMS' } },
    right: { basis: 'PERMIT', ...term },
  };
}
