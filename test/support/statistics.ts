/** Statistics for tests: a desk over a test's database, and counts said in the fewest words. */
import { systemIds } from '../../src/base/index.js';
import { type Count, openStatisticsDesk, populationsOf } from '../../src/statistics/index.js';
import { type DatabaseUrls, openStatistics } from '../../src/store/index.js';

import { PUBLICATION_LAW } from './publications.js';

/** The desk of AZ-SMS, on a clock that stands where it is told. */
export function statisticsDesk(
  { urls }: { readonly urls: Pick<DatabaseUrls, 'owner'> },
  now: string,
) {
  const clock = { now: () => Date.parse(now) };
  const populations = populationsOf(PUBLICATION_LAW.instruments);
  const transact = openStatistics({ url: urls.owner, populations, clock });
  const rooms = { transact, law: PUBLICATION_LAW, clock, ids: systemIds };
  return openStatisticsDesk({ ...rooms, authority: 'AZ-SMS' });
}

/** Persons given a permit to reside for a time, women of 25 to 44 in Baku in the first quarter unless it is said otherwise. */
export const counted = (persons: number, change: Partial<Count> = {}): Count => ({
  ...{ subject: 'PERMITS', kind: 'TEMPORARY_RESIDENCE', quarter: '2025-Q1' },
  ...{ instruments: ['AZ-KZ-2019'], REGION: 'BAKU', AGE: 'Y25T44', SEX: 'FEMALE' },
  persons,
  ...change,
});

export const seedOf = (number: number): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_, nth) => (number * 31 + nth * 7) & 0xff);
