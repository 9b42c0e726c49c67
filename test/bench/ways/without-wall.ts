/**
 * Lanes of the owner on which the register's statements run as they would without the second wall: the tables in the place of
 * the views, with the instrument's row rules in the statement, subjects found by one statement, no transaction and no
 * ticket. What the other ways are compared with must not pay for what is measured, and has to do the same work.
 */
import { asylumBodies } from '../../../src/register/index.js';
import { closePool, type Lanes, openPool, type Sql } from '../../../src/store/index.js';
import { openLanes } from '../../../src/store/lanes.js';
import { RELATIONS } from '../../../src/store/wall/relations.js';
import { quoted, quotedArray } from '../../../src/store/wall/rows.js';
import type { Instrument } from '../../../src/treaty/index.js';

const FIND = `
  select 'OPEN' as standing, null::text as ticket, s.n, p.record_id::text as record, k.key
  from exchange.request_subject s
  join register.person p on p.person_key = s.person_key and p.recorded_from <= $2::text::timestamptz
    and (p.recorded_until is null or p.recorded_until > $2::text::timestamptz) and not p.protected
  join register.subject_key k on k.person_key = p.person_key
  where s.request_id = $1::text::uuid and s.n = any($3::text::int[])
  order by s.n limit $4::text::int + 1`;

/** What stands for the ticket's subjects in a compiled statement: they are found once more, for want of a ticket. */
const subjectsOf = (request: string, asOf: string): string => `(
  select s.n, p.record_id from exchange.request_subject s
  join register.person p on p.person_key = s.person_key and p.recorded_from <= ${quoted(asOf)}::timestamptz
    and (p.recorded_until is null or p.recorded_until > ${quoted(asOf)}::timestamptz) and not p.protected
  where s.request_id = ${quoted(request)}::uuid) f`;

/** Under which row rules is read, and on which day of the register. */
export interface Reading {
  readonly instrument: Instrument;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

/** Opens them: as many connections as the product has, shared as a pool is. */
export function openWithoutWall(url: string, max: number, reading: Reading): Lanes {
  const tables = ruledTables(reading);
  const sql = openPool(url, {
    name: 'bench plain',
    max,
    statementMs: 60_000,
    silenceMs: 0,
    plansOnce: true,
  });
  const lane = new Proxy(sql, {
    get: (target, name) =>
      name === 'unsafe' ? unwalled(target, tables) : Reflect.get(target, name),
  });
  return { all: [sql], take: (work) => work(lane), close: () => closePool(sql) };
}

/** The same for the product itself: on lanes as its own, so that it sends what it sends in the same order. */
export function openLanesWithoutWall(url: string, max: number, reading: Reading): Lanes {
  const tables = ruledTables(reading);
  const options = { name: 'bench without wall', max, statementMs: 60_000, silenceMs: 0 };
  const lanes = openLanes(url, { ...options, plansOnce: true });
  // Written once: what is measured is not the bench's own work.
  const texts = new Map<string, string>();
  const write = (text: string, subjects: string): string => {
    const key = subjects + text;
    const made = texts.get(key) ?? ruled(text.replace(SUBJECTS, subjects), tables);
    texts.set(key, made);
    return made;
  };
  const unsafeOn = (sql: Sql) => compiledUnwalled(sql, unwalled(sql, tables), write);
  return {
    ...lanes,
    take: (work) =>
      lanes.take((sql) => {
        const unsafe = unsafeOn(sql);
        const get = (target: Sql, name: string | symbol) =>
          name === 'unsafe' ? unsafe : Reflect.get(target, name);
        return work(new Proxy(sql, { get }));
      }),
  };
}

const SUBJECTS = 'granted.subject f';

// The statement that admits goes out first on a lane: it says whom the compiled one is about.
function compiledUnwalled(
  sql: Sql,
  others: Unsafe,
  write: (text: string, subjects: string) => string,
): Unsafe {
  let subjects = '';
  const unsafe = (text: string, given: readonly string[] = [], options = {}) => {
    if (text.includes('granted.admit(')) subjects = subjectsOf(given[1] ?? '', given[5] ?? '');
    return text.includes(SUBJECTS)
      ? sql.unsafe(write(text, subjects), [...given], options)
      : others(text, [...given], options);
  };
  return unsafe as Unsafe;
}

type Unsafe = Sql['unsafe'];

/** What stands in a statement for a table that rows are left out of. */
type Ruled = readonly { readonly from: string; readonly instead: string }[];

function ruledTables({ instrument, day }: Reading): Ruled {
  const countries = instrument.parties.map(({ country }) => country);
  return RELATIONS.flatMap(({ table, rules }) => {
    const bound = rules.map((rule) => rule(instrument.rows)).filter((one) => one !== null);
    if (bound.length === 0) return [];
    const predicate = bound
      .join(' and ')
      .replaceAll('{parties}::text[]', quotedArray(countries))
      .replaceAll('{asylum}::text[]', quotedArray([...asylumBodies()]))
      .replaceAll('{day}', quoted(day));
    const from = `from register.${table} c`;
    return [{ from, instead: `from (select * ${from} where ${predicate}) c` }];
  });
}

const ruled = (text: string, tables: Ruled): string =>
  tables.reduce(
    (made, { from, instead }) => made.replaceAll(from, instead),
    text.replaceAll('granted.', 'register.'),
  );

function unwalled(sql: Sql, tables: Ruled): Unsafe {
  const unsafe = (text: string, given: readonly string[] = [], options = {}) => {
    if (/^(?:begin|commit)/.test(text)) return NOTHING;
    if (!text.includes('granted.admit(')) {
      return sql.unsafe(ruled(text, tables), [...given], options);
    }
    // kind, request, version, authority, purpose, asOf, numbers, first
    const [, request = '', , , , asOf = '', numbers = '', first = ''] = given;
    return sql.unsafe(FIND, [request, asOf, numbers, first], options);
  };
  // What the register's reader calls of it, and no more.
  return unsafe as Unsafe;
}

const NOTHING = { simple: () => NOTHING, execute: async () => [] };
