/**
 * Counting a quarter: persons with an event of a kind in its months, as the register stood at the end of a day, who were
 * counted in no earlier quarter of the year. Grouped in the database: no row of a person leaves it. Protected persons
 * count as anybody does: the number is not about them, and a hole in it would be.
 */
import {
  ageBandOf,
  type Count,
  type CountedQuarter,
  type Counting,
  KINDS,
  monthsOf,
  type Population,
  regionOf,
  type Subject,
  sexOf,
  UNKNOWN,
} from '../../statistics/index.js';
import type { InstrumentId } from '../../treaty/index.js';
import type { Sql } from '../connect.js';
import { OF_PARTIES } from '../register/subjects.js';

/** Where the events of a subject stand: table, kind, and the day it happened. */
const EVENTS = {
  REGISTRATIONS: { table: 'registration', kind: 'kind', day: 'registered_on' },
  PERMITS: { table: 'permit', kind: 'kind', day: 'valid_from' },
  WORK_RIGHTS: { table: 'work_right', kind: 'basis', day: 'valid_from' },
  ENTRY_BANS: { table: 'entry_ban', kind: 'kind', day: 'banned_from' },
} as const satisfies Record<Subject, object>;

// A year alone names no month: such an event is of no quarter.
const happened = (day: string, first: string, last: string): string =>
  `length(${day}) >= 7 and left(${day}, 7) collate "C" between ${first} and ${last}`;

const stood = (person: string, at: string): string =>
  `${person}.recorded_from <= ${at} and (${person}.recorded_until is null or ${person}.recorded_until > ${at})`;

// The district or city that the latest address names first, as addresses in Azerbaijan are written.
const CITY = `(select (regexp_match(r.place, '([^, ]+) (?:şəhəri|rayonu)'))[1]
  from register.registration r where r.record_id = p.record_id and r.place is not null
  order by r.registered_on collate "C" desc nulls last, r.ordinal limit 1)`;

function statementFor(subject: Subject, populations: readonly Population[]): string {
  const { table, kind, day } = EVENTS[subject];
  const belonging = populations.map(
    (_, nth) =>
      `case when ${OF_PARTIES.replace('{parties}', `$${8 + 2 * nth}`)} then $${7 + 2 * nth}::text end`,
  );
  return `
    select kind, instruments, city, sex, born, count(*)::int as persons
    from (
      select distinct p.record_id, e.${kind} as kind, p.sex, left(p.date_of_birth, 4) as born,
        ${CITY} as city, array_remove(array[${belonging.join()}], null) as instruments
      from register.person p join register.${table} e on e.record_id = p.record_id
      where ${stood('p', '$1::timestamptz')}
        and e.${kind} is not null and ${happened(`e.${day}`, '$2::text', '$3::text')}
        and not exists (
          select from unnest($4::text[], $5::text[], $6::timestamptz[]) as q(first, last, at)
            join register.person before on before.person_key = p.person_key and ${stood('before', 'q.at')}
            join register.${table} f on f.record_id = before.record_id
          where f.${kind} = e.${kind} and ${happened(`f.${day}`, 'q.first', 'q.last')})
    ) as event
    group by kind, instruments, city, sex, born`;
}

interface EventRow {
  readonly kind: string;
  readonly instruments: readonly InstrumentId[];
  readonly city: string | null;
  readonly sex: string | null;
  readonly born: string | null;
  readonly persons: number;
}

/** What is counted, by finest category. Run in a transaction whose snapshot all quarters share. */
export async function countQuarter(
  sql: Sql,
  populations: readonly Population[],
  asked: {
    readonly subject: Subject;
    readonly counting: Counting;
    readonly earlier: readonly CountedQuarter[];
  },
): Promise<readonly Count[]> {
  const { subject, counting, earlier } = asked;
  const { first, last } = monthsOf(counting.quarter);
  const spans = earlier.map(({ quarter, recorded, countedAt }) => ({
    ...monthsOf(quarter),
    // Of a day that had not ended, what was read is what stood then.
    at: earliest(endOf(recorded), new Date(countedAt).toISOString()),
  }));
  const rows = await sql.unsafe<EventRow[]>(statementFor(subject, populations), [
    ...[endOf(counting.recorded), first, last],
    ...[spans.map((span) => span.first), spans.map((span) => span.last)],
    spans.map(({ at }) => at),
    ...populations.flatMap(({ instrument, parties }) => [instrument, [...parties]]),
  ]);
  return addUp(rows, { subject, quarter: counting.quarter });
}

/** The first moment after a day, UTC. */
export const endOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();

const earliest = (one: string, other: string): string => (one < other ? one : other);

function addUp(
  rows: readonly EventRow[],
  { subject, quarter }: Pick<Count, 'subject' | 'quarter'>,
): readonly Count[] {
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const kind = KINDS[subject].find((known) => known === row.kind);
    if (kind === undefined || row.instruments.length === 0) continue;
    const born = row.born === null ? null : Number(row.born);
    const cell: Omit<Count, 'persons'> = {
      ...{ subject, kind, quarter, instruments: [...row.instruments].sort() },
      REGION: regionOf(row.city) ?? UNKNOWN,
      AGE: ageBandOf(born, Number(quarter.slice(0, 4))),
      SEX: sexOf(row.sex),
    };
    const key = JSON.stringify(cell);
    const persons = (counts.get(key)?.persons ?? 0) + row.persons;
    counts.set(key, { ...cell, persons });
  }
  return [...counts.values()];
}
