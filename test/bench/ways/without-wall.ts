/**
 * Lanes of the owner on which the resolvers' statements run as they would without the second wall: the tables in the place of
 * the views, subjects found by one statement, no transaction and no ticket. What the other ways are compared with must not
 * pay for what is measured.
 */
import { closePool, type Lanes, openPool, type Sql } from '../../../src/store/index.js';

const FIND = `
  select 'OPEN' as standing, null::text as ticket, s.n, p.record_id::text as record, k.key
  from exchange.request_subject s
  join register.person p on p.person_key = s.person_key and p.recorded_from <= $2::text::timestamptz
    and (p.recorded_until is null or p.recorded_until > $2::text::timestamptz) and not p.protected
  join register.subject_key k on k.person_key = p.person_key
  where s.request_id = $1::text::uuid and s.n = any($3::text::int[])
  order by s.n limit $4::text::int + 1`;

/** Opens them: as many connections as the product has, shared as a pool is. */
export function openWithoutWall(url: string, max: number): Lanes {
  const sql = openPool(url, {
    name: 'bench plain',
    max,
    statementMs: 60_000,
    silenceMs: 0,
    plansOnce: true,
  });
  const lane = new Proxy(sql, {
    get: (target, name) => (name === 'unsafe' ? unwalled(target) : Reflect.get(target, name)),
  });
  return { all: [sql], take: (work) => work(lane), close: () => closePool(sql) };
}

type Unsafe = Sql['unsafe'];

function unwalled(sql: Sql): Unsafe {
  const unsafe = (text: string, given: readonly string[] = [], options = {}) => {
    if (/^(?:begin|commit)/.test(text)) return NOTHING;
    if (!text.includes('granted.admit(')) {
      return sql.unsafe(text.replaceAll('granted.', 'register.'), [...given], options);
    }
    // kind, request, version, authority, purpose, asOf, numbers, first
    const [, request = '', , , , asOf = '', numbers = '', first = ''] = given;
    return sql.unsafe(FIND, [request, asOf, numbers, first], options);
  };
  // What the register's reader calls of it, and no more.
  return unsafe as Unsafe;
}

const NOTHING = { simple: () => NOTHING, execute: async () => [] };
