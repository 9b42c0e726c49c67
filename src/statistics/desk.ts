/**
 * The path of a statistical table: counted, drafted, looked at, released as a publication. Each step is one transaction
 * that stands as a whole or not at all; a refusal leaves nothing behind.
 */
import type { Clock, Ids } from '../base/index.js';
import { type PublicationKeeper, type PublicationLaw, publish } from '../publications/index.js';
import { type AuthorityCode, type Day, dayOf } from '../treaty/index.js';
import type { StatisticsFault } from '../words/index.js';
import { type ComputeWish, type Draft, draftOf, planOf, releaseOf } from './compute.js';
import type { Count } from './counts.js';
import { type Definition, definitionOf, type Subject } from './definitions.js';
import type { Publishing } from './disclosure/system.js';
import {
  cutOffOf,
  type Period,
  type Quarter,
  quartersOf,
  quartersUntil,
  readPeriod,
  type Year,
  yearOf,
} from './period.js';
import { publicationIdOf, statisticsPublication } from './release/publication.js';
import { type ReleasedTable, releasedOf } from './release/released.js';
import { tabulate } from './tabulate.js';

/** A quarter to be counted, as the register stood at the end of a day; of today, as it stands. */
export interface Counting {
  readonly quarter: Quarter;
  readonly recorded: Day;
}

/** One that was counted. */
export interface CountedQuarter extends Counting {
  /** Milliseconds since the epoch. */
  readonly countedAt: number;
}

/** What one transaction reads and writes, all of one moment; declared here, kept by the store. */
export interface StatisticsBook {
  /** Whether anybody was in the register at the end of that day. */
  isAnybodyRecorded(on: Day): Promise<boolean>;
  /** In the order of the quarters. */
  counted(subject: Subject, year: Year): Promise<readonly CountedQuarter[]>;
  /** Counts a quarter; `earlier` are those of the year that were counted before it. */
  count(subject: Subject, counting: Counting, earlier: readonly CountedQuarter[]): Promise<void>;
  counts(subject: Subject, year: Year): Promise<readonly Count[]>;
  released(subject: Subject, year: Year): Promise<readonly Publishing[]>;
  draft(definition: Definition, period: Period): Promise<Draft | undefined>;
  /** In the place of an earlier draft. */
  keepDraft(draft: Draft, seed: Uint8Array): Promise<void>;
  markReleased(draft: Draft): Promise<void>;
  readonly publications: Pick<PublicationKeeper, 'current' | 'keep'>;
}

export type Told<T> = { readonly fault: StatisticsFault } | ({ readonly fault: null } & T);

/** Runs work by itself in one transaction, undone where it tells a fault or rejects. */
export type Transact = <T>(work: (book: StatisticsBook) => Promise<Told<T>>) => Promise<Told<T>>;

export interface StatisticsRooms {
  readonly transact: Transact;
  readonly law: PublicationLaw;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'bytes'>;
  readonly authority: AuthorityCode;
}

export interface TableName {
  readonly table: string;
  readonly period: string;
}

/** A table as its draft would publish it. */
export type ShownDraft = { readonly table: ReleasedTable };

export interface StatisticsDesk {
  /** Counts what is not counted yet and drafts the table, in the place of an earlier draft. */
  compute(wish: ComputeWish): Promise<Told<ShownDraft>>;
  show(name: TableName): Promise<Told<ShownDraft>>;
  /** Publishes the draft. `source` is where the authority itself makes it public. */
  release(name: TableName, source: string): Promise<Told<{ readonly publication: string }>>;
}

const SEED_BYTES = 16;

export function openStatisticsDesk(rooms: StatisticsRooms): StatisticsDesk {
  return {
    compute: (wish) => compute(rooms, wish),
    show: (name) =>
      rooms.transact(async (book) => {
        const found = await draftIn(book, name);
        if (found.fault !== null) return found;
        return { fault: null, table: await shown(book, found.draft) };
      }),
    release: (name, source) => release(rooms, name, source),
  };
}

async function compute(
  { transact, clock, ids }: StatisticsRooms,
  wish: ComputeWish,
): Promise<Told<ShownDraft>> {
  const weighed = planOf(wish, dayOf(clock.now()));
  if (weighed.fault !== null) return weighed;
  const { plan } = weighed;
  const { definition, period, threshold } = plan;
  return transact<ShownDraft>(async (book) => {
    const counted = await countAll(book, plan);
    if (counted.fault !== null) return counted;
    const seed = ids.bytes(SEED_BYTES);
    const made = draftOf(plan, { ...(await standingOf(book, plan)), seed });
    if (made.fault !== null) return made;
    const { recorded } = counted;
    const draft = { definition, period, threshold, recorded, hidden: made.hidden };
    await book.keepDraft(draft, seed);
    return { fault: null, table: await shown(book, draft) };
  });
}

interface CountPlan {
  readonly definition: Definition;
  readonly period: Period;
  readonly recorded: Day | null;
}

/** Counts every quarter up to the period's end that is not counted yet, and says as of which days its own were. */
async function countAll(
  book: StatisticsBook,
  { definition: { subject }, period, recorded }: CountPlan,
): Promise<Told<{ readonly recorded: readonly Day[] }>> {
  const year = yearOf(period);
  const own = quartersOf(period);
  const before = await book.counted(subject, year);
  const differs = ({ quarter, recorded: day }: CountedQuarter): boolean =>
    own.includes(quarter) && recorded !== null && day !== recorded;
  if (before.some(differs)) return { fault: 'COUNTED_OTHERWISE' };
  for (const quarter of quartersUntil(period)) {
    const earlier = await book.counted(subject, year);
    if (earlier.some((one) => one.quarter === quarter)) continue;
    const counting = { quarter, recorded: recorded ?? cutOffOf(quarter) };
    if (!(await book.isAnybodyRecorded(counting.recorded))) return { fault: 'NOTHING_RECORDED' };
    await book.count(subject, counting, earlier);
  }
  const done = await book.counted(subject, year);
  const days = done.filter(({ quarter }) => own.includes(quarter)).map((one) => one.recorded);
  return { fault: null, recorded: [...new Set(days)].sort() };
}

const standingOf = async (
  book: StatisticsBook,
  { definition: { subject }, period }: Pick<CountPlan, 'definition' | 'period'>,
) => ({
  counts: await book.counts(subject, yearOf(period)),
  published: await book.released(subject, yearOf(period)),
});

async function draftIn(
  book: StatisticsBook,
  { table, period: written }: TableName,
): Promise<Told<{ readonly draft: Draft }>> {
  const definition = definitionOf(table);
  if (definition === undefined) return { fault: 'UNKNOWN_TABLE' };
  const period = readPeriod(written);
  if (period === undefined) return { fault: 'UNKNOWN_PERIOD' };
  const draft = await book.draft(definition, period);
  return draft === undefined ? { fault: 'NO_DRAFT' } : { fault: null, draft };
}

async function shown(book: StatisticsBook, draft: Draft): Promise<ReleasedTable> {
  const { definition, period } = draft;
  const counts = await book.counts(definition.subject, yearOf(period));
  return releasedOf(tabulate(definition, period, counts), draft);
}

function release(
  { transact, law, clock, authority }: StatisticsRooms,
  name: TableName,
  source: string,
): Promise<Told<{ readonly publication: string }>> {
  return transact<{ readonly publication: string }>(async (book) => {
    const found = await draftIn(book, name);
    if (found.fault !== null) return found;
    const { draft } = found;
    const judged = releaseOf(draft, await standingOf(book, draft));
    if (judged.fault !== null) return judged;
    const now = clock.now();
    const told = { publisher: authority, source, today: dayOf(now) };
    const publication = statisticsPublication(judged.table, told);
    const current = await book.publications.current(publication.id);
    const published = publish(publication, { law, now, by: 'statistics', current });
    const isNew = published.outcome === 'NEW' && published.version.state === 'PUBLISHED';
    if (!isNew || !(await book.publications.keep(published.version))) {
      return { fault: 'NOT_PUBLISHED' };
    }
    await book.markReleased(draft);
    return { fault: null, publication: publicationIdOf(judged.table) };
  });
}
