/** Between records over time and rows that are only added: what a changed standing adds to the rows it came from. */
import { canonicalJson } from '../../base/index.js';
import type { Standing } from '../../requests/index.js';
import { StoreFault } from '../fault.js';

type Record = Standing[number];

/** A row as it is read: a record, or the withdrawal of row `withdraws`. */
export interface StandingRow {
  readonly authority: string;
  readonly n: number;
  readonly fact: string | null;
  readonly validFrom: number;
  readonly validUntil: number | null;
  readonly recordedAt: number;
  readonly withdraws: number | null;
  readonly note: string;
}

/** A row to be added. */
export interface NewRow {
  readonly n: number;
  readonly record: Record | null;
  readonly recordedAt: number;
  readonly withdraws: number | null;
}

/** The records that rows amount to, in their order. */
export const standingOf = (rows: readonly StandingRow[]): Standing =>
  recordsIn(rows).map(({ record }) => record);

/**
 * The rows by which a standing has to grow to become the next one. Throws a StoreFault where the next one leaves out or
 * alters a record, or says something of another authority.
 */
export function additionsTo(
  rows: readonly StandingRow[],
  next: Standing,
  authority: string,
): readonly NewRow[] {
  if (next.some(({ fact }) => fact.authority !== authority)) {
    throw new StoreFault('registers: a fact of another authority');
  }
  const left = new Map<string, Record[]>();
  for (const record of next) listUnder(left, textOf(record)).push(record);
  const changed = recordsIn(rows).filter(
    ({ record }) => left.get(textOf(record))?.pop() === undefined,
  );
  const withdrawn = changed.map(({ n, record }) => ({ n, at: withdrawalIn(left, record) }));
  return numbered(rows.length, [...left.values()].flat(), withdrawn);
}

interface Withdrawal {
  readonly n: number;
  readonly at: number;
}

/** Takes the withdrawn form of a record out of those that are left. */
function withdrawalIn(left: Map<string, Record[]>, record: Record): number {
  for (const [text, records] of record.withdrawnAt === null ? left : []) {
    const at = records[0]?.withdrawnAt ?? null;
    if (at === null || textOf({ ...record, withdrawnAt: at }) !== text) continue;
    records.pop();
    return at;
  }
  throw new StoreFault('registers: a record was left out or altered');
}

function numbered(
  from: number,
  added: readonly Record[],
  withdrawn: readonly Withdrawal[],
): readonly NewRow[] {
  const records = added.map((record, at) => ({
    n: from + at,
    record,
    recordedAt: record.recordedAt,
    withdraws: null,
  }));
  // Recorded and withdrawn in one step.
  const both = records.flatMap(({ n, record: { withdrawnAt } }) =>
    withdrawnAt === null ? [] : [{ n, at: withdrawnAt }],
  );
  const ends = [...withdrawn, ...both].map(({ n, at }, index) => ({
    n: from + records.length + index,
    record: null,
    recordedAt: at,
    withdraws: n,
  }));
  return [...records, ...ends];
}

function recordsIn(
  rows: readonly StandingRow[],
): readonly { readonly n: number; readonly record: Record }[] {
  const withdrawnAt = new Map(
    rows.map(({ authority, withdraws, recordedAt }) => [`${authority} ${withdraws}`, recordedAt]),
  );
  return rows.flatMap(({ authority, n, fact, withdraws: _, ...row }) =>
    fact === null
      ? []
      : [
          {
            n,
            record: {
              ...row,
              // Written by `additionsTo` alone.
              fact: JSON.parse(fact) as Record['fact'],
              withdrawnAt: withdrawnAt.get(`${authority} ${n}`) ?? null,
            },
          },
        ],
  );
}

function listUnder(lists: Map<string, Record[]>, name: string): Record[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

const textOf = (record: Record): string => canonicalJson({ ...record });
