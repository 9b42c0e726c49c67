/** "raw": SQL written by hand for this one list, a statement per table, put together and given to JSON.stringify. */
import { issuingBodyOf } from '../../../src/register/index.js';
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

type Row = Readonly<Record<string, unknown>>;
type Lists = ReadonlyMap<string, readonly object[]>;

/** Opens it over a pool that reads the register. */
export function openHandWritten(sql: Sql, grant: Grant, day: string): Answerer {
  const keys = textArray(grant.subjects.map(({ person }) => person ?? ''));
  const run = (text: string, given: readonly string[]) =>
    sql.unsafe<Row[]>(text, [...given], { prepare: true });
  return async () => {
    const people = await run(PEOPLE, [keys, day]);
    const records = textArray(people.map(({ record }) => String(record)));
    const [grounds, ...lists] = await Promise.all([
      run(GROUNDS_TEXT, [records]),
      ...STATEMENTS.map(({ text, dated }) => run(text, dated ? [records, day] : [records])),
    ]);
    const bans = groupBy(grounds, ({ record, ban }) => `${record}.${ban}`, groundOf);
    const byTable = TABLES.map(
      (table, at) =>
        [
          table,
          groupBy(lists[at] ?? [], ({ record }) => String(record), rowOf(table, bans)),
        ] as const,
    );
    const edges = people.map((person) => edgeOf(person, byTable, grant.request));
    const pageInfo = {
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    };
    return JSON.stringify({ data: { subjects: { edges, pageInfo } } });
  };
}

const listOf = (columns: Readonly<Record<string, string>>, table: string): readonly string[] =>
  Object.entries(columns).map(([field, column]) => `${columnText(table, column)} as "${field}"`);

const PEOPLE = `select ${[
  's.n::int as n',
  'p.record_id::text as record',
  ...listOf(FACTS, 'p'),
  ...TABLES.flatMap(({ known }) => (known === undefined ? [] : [`p.${known}`])),
  `${NATIONAL_OF_KAZ} as "isNationalOf"`,
].join(', ')} ${FROM_PEOPLE} order by s.n`;

const STATEMENTS = TABLES.map((table) => {
  const columns = [
    'c.record_id::text as record',
    ...listOf(table.columns, 'c'),
    ...(table.body === undefined ? [] : ['c.authority_code', 'c.authority_name']),
    ...(table.name === 'entry_ban' ? ['c.ordinal', 'c.grounds_known'] : []),
  ];
  const open = table.open === undefined ? '' : ` and ${table.open}`;
  const order = table.known === undefined ? '' : ' order by c.record_id, c.ordinal';
  const text = `select ${columns.join(', ')} from register.${table.name} c where c.record_id = any($1::text::bigint[])${open}${order}`;
  return { text, dated: text.includes('$2') };
});

const GROUNDS_TEXT = `select g.record_id::text as record, g.ban_ordinal as ban, ${listOf(GROUNDS, 'g').join(', ')}
  from register.entry_ban_ground g where g.record_id = any($1::text::bigint[]) order by g.record_id, g.ban_ordinal, g.ordinal`;

function groupBy(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  make: (row: Row) => object,
): Lists {
  const groups = new Map<string, object[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [make(row)]);
    else group.push(make(row));
  }
  return groups;
}

const groundOf = ({ code, provision, text }: Row): object => ({ code, provision, text });

function rowOf({ columns, body, name }: Table, bans: Lists): (row: Row) => object {
  const fields = Object.keys(columns);
  return (row) => {
    const made: Record<string, unknown> = {};
    for (const field of fields) made[field] = row[field];
    if (body !== undefined) made[body] = bodyOf(row);
    if (name === 'entry_ban') {
      made.grounds =
        row.grounds_known === true ? (bans.get(`${row.record}.${row.ordinal}`) ?? []) : null;
    }
    return made;
  };
}

function bodyOf({ authority_code: code, authority_name: name }: Row): object | null {
  if (typeof code !== 'string') return null;
  return { code, name: issuingBodyOf(code)?.name.az ?? name };
}

function edgeOf(person: Row, byTable: readonly (readonly [Table, Lists])[], request: string) {
  const { n, record, sex, dateOfBirth, placeOfBirth, isNationalOf } = person;
  const node: Record<string, unknown> = {
    id: `${request}.${n}`,
    sex,
    dateOfBirth,
    placeOfBirth,
    isNationalOf,
  };
  for (const [{ field, known }, lists] of byTable) {
    const list = lists.get(String(record)) ?? [];
    if (known === undefined) node[field] = list[0] ?? null;
    else node[field] = person[known] === true ? list : null;
  }
  return { cursor: Buffer.from(`subject:${n}`).toString('base64url'), node };
}
