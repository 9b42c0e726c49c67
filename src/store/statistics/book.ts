/** The statistics of one transaction on PostgreSQL. */
import type { Clock } from '../../base/index.js';
import {
  type Count,
  type CountedQuarter,
  type Draft,
  definitionOf,
  type Period,
  type Population,
  type StatisticsBook,
} from '../../statistics/index.js';
import type { Day } from '../../treaty/index.js';
import type { Sql } from '../connect.js';
import { openPublicationKeeper } from '../publications/index.js';
import { countQuarter, endOf } from './count.js';

export interface BookOptions {
  /** Of the owner, in a transaction. */
  readonly sql: Sql;
  readonly populations: readonly Population[];
  readonly clock: Clock;
}

export function openBook({ sql, populations, clock }: BookOptions): StatisticsBook {
  const now = (): string => new Date(clock.now()).toISOString();
  return {
    async isAnybodyRecorded(on) {
      const [row] = await sql<{ found: boolean }[]>`
        select exists (select from register.person where recorded_from <= ${endOf(on)}) as found`;
      return row?.found === true;
    },
    counted: async (subject, year) => [
      ...(await sql<CountedQuarter[]>`
        select quarter, recorded, extract(epoch from counted_at)::float8 * 1000 as "countedAt"
        from statistics.counted
        where subject = ${subject} and quarter like ${`${year}-%`} order by quarter`),
    ],
    async count(subject, counting, earlier) {
      const counts = await countQuarter(sql, populations, { subject, counting, earlier });
      await sql`
        insert into statistics.counted (subject, quarter, recorded, counted_at)
        values (${subject}, ${counting.quarter}, ${counting.recorded}, ${now()})`;
      for (const { kind, instruments, REGION, AGE, SEX, persons } of counts) {
        await sql`
          insert into statistics.count (subject, quarter, kind, instruments, region, age, sex, persons)
          values (${subject}, ${counting.quarter}, ${kind}, ${[...instruments]}, ${REGION}, ${AGE}, ${SEX}, ${persons})`;
      }
    },
    counts: async (subject, year) => [
      ...(await sql<Count[]>`
        select subject, quarter, kind, instruments, region as "REGION", age as "AGE", sex as "SEX", persons
        from statistics.count where subject = ${subject} and quarter like ${`${year}-%`}`),
    ],
    released: async (subject, year) =>
      (
        await sql<TableRow[]>`
          select * from statistics.statistical_table
          where subject = ${subject} and left(period, 4) = ${year} and released_at is not null`
      ).map(draftIn),
    async draft(definition, period) {
      const [row] = await sql<TableRow[]>`
        select * from statistics.statistical_table
        where definition = ${definition.id} and period = ${period}`;
      return row && draftIn(row);
    },
    async keepDraft({ definition: { id, subject }, period, threshold, hidden, recorded }, seed) {
      await sql`
        delete from statistics.statistical_table
        where definition = ${id} and period = ${period} and released_at is null`;
      await sql`
        insert into statistics.statistical_table
          (definition, subject, period, threshold, seed, hidden, recorded, computed_at)
        values (${id}, ${subject}, ${period}, ${threshold}, ${Buffer.from(seed)}, ${[...hidden]},
          ${[...recorded]}, ${now()})`;
    },
    async markReleased({ definition, period }) {
      await sql`
        update statistics.statistical_table set released_at = ${now()}
        where definition = ${definition.id} and period = ${period}`;
    },
    publications: openPublicationKeeper(sql),
  };
}

interface TableRow {
  readonly definition: string;
  readonly period: Period;
  readonly threshold: number;
  readonly hidden: readonly string[];
  readonly recorded: readonly Day[];
}

function draftIn({ definition: id, hidden, ...row }: TableRow): Draft {
  const definition = definitionOf(id);
  // Written by `keepDraft` alone; a definition is never taken off the list.
  if (definition === undefined) throw new RangeError('a table that no version agreed');
  const { period, threshold, recorded } = row;
  return { definition, period, threshold, recorded, hidden: new Set(hidden) };
}
