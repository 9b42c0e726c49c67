/** What was recorded of the life of the instruments (Articles 12, 13, 16, 17): added to, never changed and never removed. */
import type { LifeAct, LifeRecord } from '../../treaty/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';
import { millisOf } from './instants.js';

/** A record with its place: from 1 on, without a gap. */
export interface KeptRecord extends LifeRecord {
  readonly number: number;
}

/** All rejections are Refusal(UNAVAILABLE). */
export interface InstrumentRecords {
  /** All of them, in the order in which they were made. */
  list(): Promise<readonly KeptRecord[]>;
  /** Adds one behind so many; false where another stands there by now, or one of its id. Resolves when it is on disk. */
  add(record: LifeRecord, behind: number): Promise<boolean>;
}

interface Row extends Omit<KeptRecord, 'act'> {
  readonly act: string;
}

/** Opens them: on the application's pool to read, on the exchange's to add. */
export function openInstrumentRecords(sql: Sql): InstrumentRecords {
  const ask = <T extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<T[]>(text, parameters, { prepare: true }))]);
  return {
    list: async () => (await ask<Row>(LIST, [])).map(recordOf),
    add: async ({ act, ...record }, behind) => {
      const at = new Date(record.recordedAt).toISOString();
      const row = { ...record, recordedAt: at, number: behind + 1, act: JSON.stringify(act) };
      return (await ask(ADD, [JSON.stringify(row)])).length === 1;
    },
  };
}

const LIST = `
  select id::text as id, instrument, party, act, reference, digest, officer, ${millisOf('recorded_at')} as "recordedAt",
    number
  from exchange.instrument_record order by number`;

const ADD = `
  insert into exchange.instrument_record (number, id, instrument, party, act, reference, digest, officer, recorded_at)
  select (d->>'number')::int, (d->>'id')::uuid, d->>'instrument', d->>'party', d->>'act', d->>'reference', d->>'digest',
    d->>'officer', (d->>'recordedAt')::timestamptz
  from (select $1::text::jsonb as d) sent
  on conflict do nothing returning number`;

// Written by `add` alone, from an act that was weighed.
const recordOf = (row: Row): KeptRecord => ({ ...row, act: JSON.parse(row.act) as LifeAct });
