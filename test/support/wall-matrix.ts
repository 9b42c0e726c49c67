/**
 * The matrix of the second wall: every column, every verb, in raw SQL as one role. A statement counts as let through where
 * it gets past the privileges; nobody has a ticket, so that nothing is read, and what it wrote is taken back.
 */
import type { Sql } from '../../src/store/index.js';
import { ITEMS, type Item, loadInstruments } from '../../src/treaty/index.js';
import { ITEM_COLUMNS, KEY_COLUMNS, ROLE_COLUMNS, WALL_COLUMNS } from '../cases/wall-columns.js';
import { readPolicy } from './policy-tables.js';

const relationOf = (column: string): string => column.slice(0, column.lastIndexOf('.'));
const nameOf = (column: string): string => column.slice(column.lastIndexOf('.') + 1);

const VERBS: Readonly<Record<string, (column: string) => string>> = {
  SELECT: (column) => `select ${nameOf(column)} from ${relationOf(column)}`,
  'SELECT by a predicate': (column) =>
    `select 1 from ${relationOf(column)} where ${nameOf(column)} is not null`,
  INSERT: (column) => `insert into ${relationOf(column)} (${nameOf(column)}) values (null)`,
  UPDATE: (column) => `update ${relationOf(column)} set ${nameOf(column)} = null`,
  DELETE: (column) => `delete from ${relationOf(column)} where ${nameOf(column)} is null`,
  LOCK: (column) => `select ${nameOf(column)} from ${relationOf(column)} for update`,
};

/** A role, and the columns that it is to read; no other verb is open to anybody. */
export interface Cells {
  readonly role: string;
  readonly open: ReadonlySet<string>;
}

/** Every role of the wall with what the policy, as a table, opens to it. */
export function listCells(): readonly Cells[] {
  const purposes = [...loadInstruments().values()].flatMap(({ id, purposes: stated }) =>
    [...stated.keys()].map((purpose) => ({
      role: `sorgu_${id}_${purpose}`.toLowerCase().replaceAll('-', '_'),
      open: new Set([...WALL_COLUMNS, ...opened(itemsOf(id, purpose))]),
    })),
  );
  const others = Object.entries(ROLE_COLUMNS).map(([role, names]) => ({
    ...{ role, open: new Set(names) },
  }));
  return [...purposes, ...others];
}

function itemsOf(instrument: string, purpose: string): readonly Item[] {
  const rows = readPolicy('field-policy').filter(
    (row) => row.instrument === instrument && row.purpose === purpose,
  );
  return ITEMS.filter((item) => rows.some((row) => row.item === item));
}

/** The columns of these items, keys with them. */
function opened(items: readonly Item[]): readonly string[] {
  const carried = items.flatMap((item) => ITEM_COLUMNS[item]);
  const relations = [...new Set(carried.map(relationOf))];
  return [...carried, ...relations.flatMap((name) => KEY_COLUMNS.map((key) => `${name}.${key}`))];
}

/** Every column of the register, and of what is shown of it. */
export async function listColumns(owner: Sql): Promise<readonly string[]> {
  const found = await owner<{ name: string }[]>`
    select concat_ws('.', nspname, relname, attname) as name
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
    where nspname in ('register', 'granted') and relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped
    order by 1`;
  return found.map(({ name }) => name);
}

/** The cells where what goes through is not what is open: `SELECT register.person.sex open`. */
export async function differences(
  login: Sql,
  { role, open }: Cells,
  columns: readonly string[],
): Promise<readonly string[]> {
  const cells = Object.entries(VERBS).flatMap(([verb, write]) =>
    columns.map((column) => ({
      ...{ name: `${verb} ${column}`, statement: write(column) },
      isOpen: verb.startsWith('SELECT') && open.has(column),
    })),
  );
  const through = await throughOf(
    login,
    role,
    cells.map(({ statement }) => statement),
  );
  return cells.flatMap(({ name, isOpen }, at) =>
    through.has(at) === isOpen ? [] : [`${name} ${isOpen ? 'closed' : 'open'}`],
  );
}

/** No privilege; or a view whose columns are made and cannot be written. */
const TRY_ALL = `do $$
declare
  statement text;
  nth int := 0;
  through text := '';
begin
  foreach statement in array current_setting('matrix.statements')::text[] loop
    begin
      execute statement;
      raise exception using errcode = 'SG999';
    exception
      when insufficient_privilege or object_not_in_prerequisite_state or feature_not_supported then null;
      when others then through := through || nth || ' ';
    end;
    nth := nth + 1;
  end loop;
  perform set_config('matrix.through', through, true);
end $$`;

/** Which of the statements go through: one message for all, each in a block that is taken back. */
async function throughOf(
  login: Sql,
  role: string,
  statements: readonly string[],
): Promise<ReadonlySet<number>> {
  const list = `{${statements.map((statement) => `"${statement}"`).join(',')}}`;
  await login.unsafe(`begin; set local role ${role}`).simple();
  try {
    await login.unsafe(`select set_config('matrix.statements', $1::text, true)`, [list]);
    await login.unsafe(TRY_ALL).simple();
    const [row] = await login<{ through: string }[]>`
      select current_setting('matrix.through') as through`;
    return new Set((row?.through ?? '').trim().split(' ').filter(Boolean).map(Number));
  } finally {
    await login.unsafe('rollback').simple();
  }
}
