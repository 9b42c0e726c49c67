/**
 * What may be selected: for one operation and one set of items, the columns that are asked and granted, as prepared
 * statements. Decided by the policy before anything is fetched; a field without a plan reaches no statement.
 */
import { getTableName } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { decideCoordinate } from '../../policy/index.js';
import type { Grant, GrantSubject } from '../../requests/index.js';
import { readerOf } from '../wall/readers.js';
import { readName } from '../wall/relations.js';
import { FACTS, GROUNDS, KINDS, type Kind } from './kinds.js';
import { prepare, type Statement, type Statements, textFor } from './statement.js';

/** How one kind of record is read. */
export interface RecordPlan {
  readonly rows: Statement;
  /** The grounds of bans, where they are asked and granted. */
  readonly inner: Statement | null;
  /** The field that is an Authority, where it is asked. */
  readonly body: string | null;
}

/** What one set of items opens of one operation. */
export interface Plan {
  /** The person's own row: facts, and which of the lists are known. Null where nothing of it is needed. */
  readonly facts: Statement | null;
  readonly opens: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, RecordPlan>;
}

export interface Planning {
  readonly grant: Grant;
  readonly asked: ReadonlySet<string>;
  readonly statements: Statements;
}

/** The plan for subjects that hold the same items. */
export function planFor({ grant, asked, statements }: Planning, subject: GrantSubject): Plan {
  const { instrument, purpose } = grant;
  const standing = { instrument, purpose, items: subject.items };
  const isOpen = (coordinate: string): boolean =>
    asked.has(coordinate) && decideCoordinate(standing, coordinate)?.verdict !== 'WITHHOLD';
  const opens = new Set(PERSON_FIELDS.filter((field) => isOpen(`Person.${field}`)));
  const role = readerOf(instrument.id, purpose);
  const drafting = { isOpen, prepare: (text: string) => prepare(statements, textFor(role, text)) };
  return {
    opens,
    facts: factsStatement(opens, drafting),
    records: new Map(
      Object.entries(KINDS)
        .filter(([field]) => opens.has(field))
        .map(([field, kind]) => [field, recordPlan(kind, drafting)]),
    ),
  };
}

/** Subjects of one key share a plan and a statement. */
export function planKey({ items }: GrantSubject): string {
  return [...items].join();
}

const PERSON_FIELDS = [...Object.keys(FACTS), ...Object.keys(KINDS), 'isNationalOf'];

interface Drafting {
  readonly isOpen: (coordinate: string) => boolean;
  readonly prepare: (text: string) => Statement;
}

function factsStatement(opens: ReadonlySet<string>, { prepare }: Drafting): Statement | null {
  const columns = Object.entries(FACTS).filter(([field]) => opens.has(field));
  const known = Object.entries(KINDS).flatMap(([field, { known: column }]) =>
    column !== undefined && opens.has(field) ? [`p."${column.name}" as "${field}"`] : [],
  );
  if (columns.length + known.length === 0) return null;
  const selected = ['p.record_id::text as record', ...columns.map(aliased('p')), ...known];
  return prepare(
    `select ${selected.join(', ')} from ${readName('person')} p where p.record_id = any({records}::bigint[])`,
  );
}

function recordPlan(kind: Kind, drafting: Drafting): RecordPlan {
  const { isOpen, prepare } = drafting;
  const body = kind.body !== undefined && isOpen(`${kind.type}.${kind.body}`) ? kind.body : null;
  const inner = kind.inner !== undefined && isOpen(`${kind.type}.${kind.inner}`);
  const columns = [
    'c.record_id::text as record',
    ...openFields(kind, isOpen).map(aliased('c')),
    ...(body === null ? [] : bodyColumns(isOpen)),
    ...(inner ? ['c.ordinal', 'c.grounds_known as "groundsKnown"'] : []),
  ];
  const from = `from ${readName(getTableName(kind.table))} c`;
  const where = 'where c.record_id = any({records}::bigint[])';
  const order = kind.known === undefined ? '' : ' order by c.record_id, c.ordinal';
  return {
    rows: prepare(`select ${columns.join(', ')} ${from} ${where}${order}`),
    inner: inner ? prepare(groundsText(isOpen, { from, where })) : null,
    body,
  };
}

// The grounds of the very bans that the rules let through.
function groundsText(
  isOpen: Drafting['isOpen'],
  { from, where }: { from: string; where: string },
): string {
  const columns = openFields(GROUNDS, isOpen).map(aliased('g'));
  const selected = ['g.record_id::text as record', 'g.ban_ordinal as "ban"', ...columns];
  return (
    `select ${selected.join(', ')} ${from} join register.entry_ban_ground g ` +
    `on g.record_id = c.record_id and g.ban_ordinal = c.ordinal ${where} ` +
    'order by g.record_id, g.ban_ordinal, g.ordinal'
  );
}

// The name is needed only where it is asked; it is resolved from the code first.
function bodyColumns(isOpen: Drafting['isOpen']): readonly string[] {
  const code = 'c.authority_code as "authorityCode"';
  return isOpen('Authority.name') ? [code, 'c.authority_name as "authorityName"'] : [code];
}

function openFields(
  { type, fields }: Pick<Kind, 'type' | 'fields'>,
  isOpen: Drafting['isOpen'],
): readonly (readonly [string, PgColumn])[] {
  return Object.entries(fields).filter(([field]) => isOpen(`${type}.${field}`));
}

const aliased =
  (table: string) =>
  ([field, column]: readonly [string, PgColumn]): string => {
    const from = `${table}."${column.name}"`;
    // Base64 (RFC 4648) in the database: PostgreSQL breaks it into lines as MIME does.
    const value =
      column.getSQLType() === 'bytea' ? `translate(encode(${from}, 'base64'), E'\\n', '')` : from;
    return `${value} as "${field}"`;
  };
