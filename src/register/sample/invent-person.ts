/** One invented person of a migration authority's register, of an origin drawn as they are met in Azerbaijan. */
import type {
  CitizenshipRecord,
  ImageRecord,
  PermitRecord,
  PersonRecord,
  WorkRightRecord,
} from '../person.js';
import type { Calendar } from './calendar.js';
import type { ImagePool } from './images.js';
import { inventName } from './invent-name.js';
import {
  type PassportCountry,
  passport,
  registrations,
  residenceCard,
  residencePermit,
  type Tools,
  work,
} from './papers.js';
import { inventBirthPlace } from './places.js';
import type { Random } from './random.js';
import {
  administrativeLiability,
  criminalLiability,
  entryBan,
  travelRoute,
} from './restrictions.js';

export type Origin = 'KAZ' | 'AZE' | 'DUAL' | 'NATURALISED' | 'THIRD' | 'STATELESS';

export interface PersonWish {
  readonly id: string;
  readonly random: Random;
  readonly calendar: Calendar;
  readonly images: ImagePool;
  /** Drawn where it is left out: nationals of Kazakhstan above all. */
  readonly origin?: Origin;
}

const THIRD_COUNTRIES = ['RUS', 'TUR', 'UKR', 'GEO', 'UZB'] as const;
const YEAR = 365;

/** The person of this wish; the same wish gives the same person. */
export function inventPerson(wish: PersonWish): PersonRecord {
  const { id, random, calendar } = wish;
  const origin = wish.origin ?? drawOrigin(random);
  const home = homeOf(origin, random);
  const female = random.chance(48);
  const age = 18 * YEAR + 30 + random.below(52 * YEAR);
  return {
    id,
    ...inventName({ random, people: home, female }),
    sex: female ? 'FEMALE' : 'MALE',
    civilStatus: random.pick(['SINGLE', 'MARRIED', 'MARRIED', 'DIVORCED', 'WIDOWED', 'NOT_KNOWN']),
    dateOfBirth: calendar.ago(age),
    placeOfBirth: inventBirthPlace(random, home),
    ...nationality({ random, calendar, origin, home }),
    ...papers(wish, origin, home),
    ...restrictions(wish),
    ...images(wish),
  };
}

function drawOrigin(random: Random): Origin {
  const drawn = random.below(100);
  if (drawn < 58) return 'KAZ';
  if (drawn < 78) return 'AZE';
  if (drawn < 83) return 'DUAL';
  if (drawn < 88) return 'NATURALISED';
  return drawn < 98 ? 'THIRD' : 'STATELESS';
}

function homeOf(origin: Origin, random: Random): PassportCountry {
  if (origin === 'THIRD') return random.pick(THIRD_COUNTRIES);
  return origin === 'AZE' ? 'AZE' : 'KAZ';
}

interface Nationality {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly origin: Origin;
  readonly home: PassportCountry;
}

function nationality({ random, calendar, origin, home }: Nationality): Partial<PersonRecord> {
  if (origin === 'STATELESS') return { citizenships: [], citizenshipEvents: [] };
  const own: CitizenshipRecord = { country: home };
  if (origin === 'DUAL') {
    const since = calendar.ago(random.below(10 * YEAR));
    return { citizenships: [own, { country: 'AZE', since }], citizenshipEvents: [] };
  }
  if (origin !== 'NATURALISED') return { citizenships: [own], citizenshipEvents: [] };
  return naturalised(calendar.ago(300 + random.below(9 * YEAR)));
}

/** Once a national of Kazakhstan, admitted to the nationality of Azerbaijan on that day. */
export function naturalised(on: string): Partial<PersonRecord> {
  return {
    citizenships: [
      { country: 'KAZ', until: on },
      { country: 'AZE', since: on },
    ],
    citizenshipEvents: [{ kind: 'ADMITTED', country: 'AZE', on }],
  };
}

function papers(tools: Tools, origin: Origin, home: PassportCountry): Partial<PersonRecord> {
  const { random } = tools;
  if (origin === 'STATELESS') {
    return { documents: [residenceCard(tools)], registrations: registrations(tools, false) };
  }
  if (origin === 'AZE') {
    return { documents: [passport(tools, home)], ...(random.chance(6) && abroad(tools)) };
  }
  const resident = random.chance(75);
  return {
    documents: resident ? [passport(tools, home), residenceCard(tools)] : [passport(tools, home)],
    registrations: registrations(tools, random.chance(30)),
    ...permits(tools, resident),
  };
}

function permits(tools: Tools, resident: boolean): Partial<PersonRecord> {
  const held: PermitRecord[] = resident ? [residencePermit(tools)] : [];
  const rights: WorkRightRecord[] = [];
  if (resident && tools.random.chance(50)) {
    const { permit, right } = work(tools);
    held.push(permit);
    rights.push(right);
  }
  return { permits: held, workRights: rights };
}

const abroad = (tools: Tools): Partial<PersonRecord> => ({ travelRoute: travelRoute(tools) });

function restrictions(tools: Tools): Partial<PersonRecord> {
  const { random } = tools;
  return {
    entryBans: random.chance(6) ? [entryBan(tools, random.below(7 * YEAR))] : [],
    administrativeLiability: random.chance(12) ? [administrativeLiability(tools)] : [],
    criminalLiability: random.chance(4) ? [criminalLiability(tools)] : [],
  };
}

function images({ random, calendar, images: pool }: PersonWish): Partial<PersonRecord> {
  const image = (content: string): ImageRecord => ({
    mediaType: 'image/png',
    content,
    takenOn: calendar.ago(random.below(3 * YEAR)),
  });
  return {
    ...(random.chance(92) && { photograph: image(random.pick(pool.photographs)) }),
    ...(random.chance(70) && { fingerprintCard: image(random.pick(pool.cards)) }),
  };
}
