/**
 * The registers over time (Articles 2, 9(3), 9(4), memorandum 5) as rows that are only ever added: a record, or the
 * withdrawal of an earlier one. What was known at any instant can so be read again. Beside them the public keys that
 * they name by thumbprint.
 */
import { canonicalJson, type JsonObject, Refusal } from '../../base/index.js';
import type { Standing } from '../../requests/index.js';
import type { Sql } from '../connect.js';
import { databaseCode, orUnavailable, unavailableIf } from '../unavailable.js';
import { instantOf, millisOf } from './instants.js';
import { additionsTo, type NewRow, type StandingRow, standingOf } from './standing-rows.js';

export interface Standings {
  /** All that is recorded of one authority. Rejects with Refusal(UNAVAILABLE). */
  load(authority: string): Promise<Standing>;
  /** All that is recorded of all authorities. */
  all(): Promise<Standing>;
  /**
   * Adds what a step changes in the records of one authority (`recordFact`, `endFact`); the step may be run again.
   * Rejects with a StoreFault where it leaves out or alters a record, or says something of another authority.
   */
  change(authority: string, step: (standing: Standing) => Standing): Promise<Standing>;
  /** Deposits a public key (RFC 7517) under its thumbprint. One that is there stays as it is. */
  deposit(kid: string, jwk: JsonObject): Promise<void>;
  key(kid: string): Promise<JsonObject | undefined>;
}

const attempts = 16;
const UNIQUE_VIOLATION = '23505';

/** Opens the registers on the exchange's pool; any pool of ours may read them. */
export function openStandings(sql: Sql): Standings {
  const rowsOf = (authority: string): Promise<readonly StandingRow[]> =>
    orUnavailable(
      async () => await sql.unsafe<StandingRow[]>(LOAD, [authority], { prepare: true }),
    );
  return {
    load: async (authority) => standingOf(await rowsOf(authority)),
    all: () =>
      orUnavailable(async () => {
        const rows = await sql.unsafe<StandingRow[]>(ALL, [], { prepare: true });
        return standingOf(rows);
      }),
    async change(authority, step) {
      for (let attempt = 1; attempt <= attempts; attempt += 1) {
        const rows = await rowsOf(authority);
        const next = step(standingOf(rows));
        const added = additionsTo(rows, next, authority);
        if (added.length === 0 || (await add(sql, authority, added))) return next;
      }
      throw new Refusal('UNAVAILABLE', { retryAfter: 1 });
    },
    deposit: (kid, jwk) =>
      orUnavailable(async () => {
        await sql`
          insert into exchange.public_key (kid, jwk) values (${kid}, ${canonicalJson({ ...jwk })})
          on conflict do nothing`;
      }),
    key: (kid) =>
      orUnavailable(async () => {
        const [row] = await sql<{ jwk: string }[]>`
          select jwk from exchange.public_key where kid = ${kid}`;
        return row === undefined ? undefined : (JSON.parse(row.jwk) as JsonObject);
      }),
  };
}

/** Adds rows as a whole; false where another change took their place first. */
async function add(sql: Sql, authority: string, rows: readonly NewRow[]): Promise<boolean> {
  const written = rows.map(({ n, record, recordedAt, withdraws }) => ({
    n,
    fact: record === null ? null : canonicalJson(record.fact),
    validFrom: instantOf(record?.validFrom ?? null),
    validUntil: instantOf(record?.validUntil ?? null),
    recordedAt: instantOf(recordedAt),
    withdraws,
    note: record?.note ?? null,
  }));
  try {
    await sql.unsafe(ADD, [authority, JSON.stringify(written)], { prepare: true });
    return true;
  } catch (error) {
    if (databaseCode(error) === UNIQUE_VIOLATION) return false;
    throw unavailableIf(error);
  }
}

const SELECT = `
  select s.authority, s.n, s.fact, ${millisOf('s.valid_from')} as "validFrom",
    ${millisOf('s.valid_until')} as "validUntil", ${millisOf('s.recorded_at')} as "recordedAt", s.withdraws, s.note
  from exchange.standing s`;
const LOAD = `${SELECT} where s.authority = $1::text order by s.n`;
const ALL = `${SELECT} order by s.authority, s.n`;

const ADD = `
  insert into exchange.standing (authority, n, fact, valid_from, valid_until, recorded_at, withdraws, note)
  select $1::text, (r->>'n')::int, r->>'fact', (r->>'validFrom')::timestamptz, (r->>'validUntil')::timestamptz,
    (r->>'recordedAt')::timestamptz, (r->>'withdraws')::int, r->>'note'
  from jsonb_array_elements($2::text::jsonb) as r`;
