/** Everything the register can hold of one person: whoever may see a coordinate finds a value there. */
import type { PersonRecord } from '../person.js';
import type { PersonWish } from './invent-person.js';
import { passport, registrations, residenceCard, temporaryPermit, work } from './papers.js';
import {
  administrativeLiability,
  criminalLiability,
  entryBan,
  exitBan,
  travelRoute,
} from './restrictions.js';

/** The fields that a usual person of the sample may lack, all filled, each list with a row that is released. */
export function completePerson(wish: PersonWish): Partial<PersonRecord> {
  return { ...whoTheyAre(wish), ...howTheyStay(wish), ...whatStandsAgainst(wish) };
}

function whoTheyAre({ calendar, random, images }: PersonWish): Partial<PersonRecord> {
  const taken = { mediaType: 'image/png', takenOn: calendar.ago(200) };
  return {
    otherNames: [
      {
        surname: 'Сейткали',
        givenName: 'Аян',
        patronymic: 'Муратулы',
        origin: 'TRANSLITERATED',
        transliteration: 'ru-Cyrl-t-kk-cyrl',
      },
    ],
    civilStatus: 'MARRIED',
    citizenships: [
      { country: 'KAZ', since: calendar.yearsAgo(25) },
      { country: 'AZE', since: calendar.yearsAgo(33), until: calendar.yearsAgo(25) },
    ],
    citizenshipEvents: [{ kind: 'RESTORED', country: 'KAZ', on: calendar.yearsAgo(25) }],
    photograph: { ...taken, content: random.pick(images.photographs) },
    fingerprintCard: { ...taken, content: random.pick(images.cards) },
    travelRoute: travelRoute({ random, calendar }),
  };
}

function howTheyStay(wish: PersonWish): Partial<PersonRecord> {
  const { calendar } = wish;
  const { permit, right } = work(wish);
  return {
    documents: [passport(wish, 'KAZ'), residenceCard(wish)],
    registrations: registrations(wish, true),
    permits: [temporaryPermit({ calendar, since: 120, until: -600 }), permit],
    workRights: [right, { basis: 'EXEMPT', validFrom: calendar.ago(15), indefinite: true }],
  };
}

function whatStandsAgainst(wish: PersonWish): Partial<PersonRecord> {
  return {
    entryBans: [entryBan(wish, 400), exitBan(wish)],
    administrativeLiability: [administrativeLiability(wish)],
    criminalLiability: [criminalLiability(wish)],
  };
}
