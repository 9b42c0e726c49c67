/** Reading records of found subjects: one ticket per kind and plan, rows handed on as they arrive. */
import type { Sql } from '../connect.js';
import type { Lanes } from '../lanes.js';
import type { FoundSubject, ReadOptions, Row } from '../reader.js';
import { readAdmitted } from './admission.js';
import type { RecordPlan } from './plan.js';
import { run, type Statement, type Statements, textArray, type Values } from './statement.js';

/** What every operation shares: the connections and the statements already written. */
export interface Opening {
  readonly lanes: Lanes;
  readonly statements: Statements;
}

/** What one operation reads with. */
export interface Reading {
  readonly opening: Opening;
  readonly options: ReadOptions;
  /** Parameters that are the same in all its statements. */
  readonly values: Values;
  /** Those under which it was read so far: its entry names them. */
  readonly tickets: string[];
}

/** Reads about found subjects under a ticket that covers them alone. */
export async function readOf<T>(
  { opening, options, tickets }: Reading,
  found: readonly FoundSubject[],
  read: (lane: Sql) => Promise<T>,
): Promise<T> {
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  const asked = { grant: options.grant, subjects, first: subjects.length };
  const { admitted, rows } = await readAdmitted(opening.lanes, asked, read);
  if (admitted.ticket !== null) tickets.push(admitted.ticket);
  return rows;
}

/** A row of a person's own table. */
export interface FactRow {
  readonly record: string;
  readonly [column: string]: unknown;
}

type RowsByRecord = ReadonlyMap<string, SelectedRow[]>;

interface SelectedRow {
  readonly record: string;
  readonly ordinal?: number;
  readonly groundsKnown?: boolean;
  grounds?: readonly GroundRow[] | null;
  /** Set before the row is handed out. */
  subject?: Row['subject'];
  [field: string]: unknown;
}

interface GroundRow {
  readonly record: string;
  readonly ban: number;
}

/** The parameters of a statement over the records of these subjects. */
export function valuesFor({ values }: Reading, found: readonly FoundSubject[]): Values {
  return { ...values, records: textArray(new Set(found.map(({ record }) => record))) };
}

/** Reads the persons' own rows; without a statement nothing is read. */
export async function readFacts(
  reading: Reading,
  facts: Statement | null,
  found: readonly FoundSubject[],
): Promise<(one: FoundSubject) => FactRow | undefined> {
  if (facts === null) return () => undefined;
  const values = valuesFor(reading, found);
  const rows = await readOf(reading, found, (lane) => run<FactRow>(lane, facts, values));
  const byRecord = new Map(rows.map((row) => [row.record, row]));
  return ({ record }) => byRecord.get(record);
}

/** Reads the rows of one kind; without a plan nothing is read. */
export async function readRows(
  reading: Reading,
  plan: RecordPlan | undefined,
  found: readonly FoundSubject[],
): Promise<(one: FoundSubject) => readonly Row[] | undefined> {
  if (plan === undefined) return () => undefined;
  const values = valuesFor(reading, found);
  const [rows, grounds] = await readOf(reading, found, (lane) =>
    Promise.all([
      run<SelectedRow>(lane, plan.rows, values),
      plan.inner === null ? [] : run<GroundRow>(lane, plan.inner, values),
    ]),
  );
  if (plan.body !== null) for (const row of rows) row[plan.body] = bodyOf(row);
  if (plan.inner !== null) attachGrounds(rows, grounds);
  const byRecord = groupByRecord(rows);
  return (one) => rowsOf(one, byRecord);
}

function groupByRecord(rows: readonly SelectedRow[]): RowsByRecord {
  const map = new Map<string, SelectedRow[]>();
  for (const row of rows) {
    const known = map.get(row.record);
    if (known === undefined) map.set(row.record, [row]);
    else known.push(row);
  }
  return map;
}

// Rows are handed out as they are, without a copy, but where two subjects were matched to one person.
function rowsOf({ record, subject }: FoundSubject, rows: RowsByRecord): readonly Row[] {
  const owned: Row[] = [];
  for (const row of rows.get(record) ?? []) {
    owned.push(Object.assign(row.subject === undefined ? row : { ...row }, { subject }));
  }
  return owned;
}

function bodyOf({ authorityCode, authorityName = null }: SelectedRow): unknown {
  return authorityCode === null ? null : { code: authorityCode, name: authorityName };
}

function attachGrounds(bans: readonly SelectedRow[], grounds: readonly GroundRow[]): void {
  const byBan = new Map<string, GroundRow[]>();
  for (const ground of grounds) {
    const ban = `${ground.record}.${ground.ban}`;
    const known = byBan.get(ban);
    if (known === undefined) byBan.set(ban, [ground]);
    else known.push(ground);
  }
  for (const ban of bans) {
    const own = byBan.get(`${ban.record}.${ban.ordinal}`) ?? [];
    ban.grounds = ban.groundsKnown === true ? own : null;
  }
}
