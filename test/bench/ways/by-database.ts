/** "limit": one prepared statement in which PostgreSQL builds the JSON; the bytes it sends are the bytes that go out. */
import { issuingBodies, issuingBodyOf } from '../../../src/register/index.js';
import type { Grant } from '../../../src/requests/index.js';
import type { Sql } from '../../../src/store/index.js';
import { textArray } from '../../../src/store/register/statement.js';
import type { Answerer } from './adapter.js';
import {
  columnText,
  FACTS,
  FROM_PEOPLE,
  GROUNDS,
  NATIONAL_OF_KAZ,
  TABLES,
  type Table,
} from './tables.js';

/** Opens it over a pool that reads the register. */
export function openByDatabase(sql: Sql, grant: Grant, day: string): Answerer {
  const keys = textArray(grant.subjects.map(({ person }) => person ?? ''));
  const names = JSON.stringify(
    Object.fromEntries(issuingBodies().map((code) => [code, issuingBodyOf(code)?.name.az])),
  );
  return async () => {
    const given = [keys, day, grant.request, names];
    const [row] = await sql.unsafe(ANSWER, given, { prepare: true }).raw();
    const body = row?.[0];
    if (!(body instanceof Uint8Array)) throw new Error('PostgreSQL sent no answer');
    return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  };
}

const object = (members: readonly (readonly [string, string])[]): string =>
  `json_build_object(${members.map(([name, value]) => `'${name}', ${value}`).join(', ')})`;

const membersOf = (columns: Readonly<Record<string, string>>, table: string) =>
  Object.entries(columns).map(([field, column]) => [field, columnText(table, column)] as const);

const NAMES = '$4::text::jsonb';
const BODY = `case when c.authority_code is null then null else ${object([
  ['code', 'c.authority_code'],
  ['name', `coalesce(${NAMES} ->> c.authority_code, c.authority_name)`],
])} end`;

const GROUNDS_VALUE = `case when c.grounds_known then (select coalesce(json_agg(${object(
  membersOf(GROUNDS, 'g'),
)} order by g.ordinal), '[]') from register.entry_ban_ground g
  where g.record_id = c.record_id and g.ban_ordinal = c.ordinal) end`;

function tableValue({ name, columns, body, known, open = 'true' }: Table): string {
  const row = object([
    ...membersOf(columns, 'c'),
    ...(body === undefined ? [] : [[body, BODY] as const]),
    ...(name === 'entry_ban' ? [['grounds', GROUNDS_VALUE] as const] : []),
  ]);
  const from = `from register.${name} c where c.record_id = p.record_id and ${open}`;
  return known === undefined
    ? `(select ${row} ${from})`
    : `case when p.${known} then (select coalesce(json_agg(${row} order by c.ordinal), '[]') ${from}) end`;
}

const NODE = object([
  ['id', "$3::text || '.' || s.n"],
  ...membersOf(FACTS, 'p'),
  ['isNationalOf', NATIONAL_OF_KAZ],
  ...TABLES.map((table) => [table.field, tableValue(table)] as const),
]);
const CURSOR = "rtrim(translate(encode(('subject:' || s.n)::bytea, 'base64'), '+/', '-_'), '=')";

const ANSWER = `with found as (
  select s.n, ${CURSOR} as cursor, ${NODE} as node
  ${FROM_PEOPLE})
  select ${object([
    [
      'data',
      object([
        [
          'subjects',
          object([
            [
              'edges',
              `json_agg(${object([
                ['cursor', 'cursor'],
                ['node', 'node'],
              ])} order by n)`,
            ],
            [
              'pageInfo',
              object([
                ['hasNextPage', 'false'],
                ['hasPreviousPage', 'false'],
                ['startCursor', '(array_agg(cursor order by n))[1]'],
                ['endCursor', '(array_agg(cursor order by n desc))[1]'],
              ]),
            ],
          ]),
        ],
      ]),
    ],
  ])}::text from found`;
