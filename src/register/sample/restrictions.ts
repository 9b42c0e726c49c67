/** Bans, liability and journeys of one invented person. */
import type { EntryBanRecord, LiabilityRecord, TravelLegRecord } from '../person.js';
import type { Tools } from './papers.js';

const YEAR = 365;

/** A ban on entry that began `since` days ago, for five years or without end, with its grounds. */
export function entryBan({ calendar }: Tools, since: number, indefinite = false): EntryBanRecord {
  return {
    kind: 'ENTRY',
    from: calendar.ago(since),
    ...(indefinite ? {} : { until: calendar.ago(since - 5 * YEAR) }),
    indefinite,
    grounds: [
      {
        code: 'OVERSTAY',
        provision: 'Миграционный кодекс Азербайджанской Республики, статья 16.1',
        text: 'Нарушение правил пребывания; предыдущий выезд в административном порядке.',
      },
    ],
  };
}

/** A ban on leaving while an obligation stands. */
export function exitBan({ calendar }: Tools): EntryBanRecord {
  return {
    kind: 'EXIT',
    from: calendar.ago(40),
    until: calendar.ago(-140),
    indefinite: false,
    grounds: [
      {
        code: 'COURT_ORDER',
        provision: 'Миграционный кодекс Азербайджанской Республики, статья 9.3',
        text: 'Постановление суда о временном ограничении выезда.',
      },
    ],
  };
}

/** A fine for staying unregistered. */
export function administrativeLiability({ random, calendar }: Tools): LiabilityRecord {
  return {
    stage: random.pick(['CONVICTED', 'CONVICTED', 'TERMINATED']),
    on: calendar.ago(60 + random.below(4 * YEAR)),
    provision: 'КоАП АР, статья 575.1',
    authority: { code: 'AZ-SMS' },
  };
}

/** A criminal case at some stage. */
export function criminalLiability({ random, calendar }: Tools): LiabilityRecord {
  return {
    stage: random.pick(['CHARGED', 'CONVICTED', 'ACQUITTED']),
    on: calendar.ago(90 + random.below(8 * YEAR)),
    provision: random.pick(['УК АР, статья 320.1', 'УК АР, статья 318.1', 'УК АР, статья 177.1']),
    authority: { code: random.pick(['AZ-COURT-BAKU', 'AZ-COURT-NASIMI', 'AZ-COURT-GANJA']) },
  };
}

/** A journey over third countries to the Union, as a readmission case tells it. */
export function travelRoute({ calendar }: Tools): TravelLegRecord[] {
  const leg = (country: string, place: string, left: number): TravelLegRecord => ({
    country,
    place,
    arrivedOn: calendar.ago(left + 20),
    leftOn: calendar.ago(left),
  });
  return [leg('GEO', 'Tbilisi', 160), leg('TUR', 'İstanbul', 130), leg('BEL', 'Bruxelles', 30)];
}
