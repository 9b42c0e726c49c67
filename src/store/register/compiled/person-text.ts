/**
 * A person as JSON, in one expression over the row `p`: every member in the order asked, the records by the rows and
 * columns that `kinds.ts` names, of those that the wall lets through. What is withheld stands there as null and reaches
 * no column.
 */
import { getTableName } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Instrument } from '../../../treaty/index.js';
import { readName } from '../../wall/relations.js';
import { belongingText, mayBeTold } from '../belonging.js';
import { FACTS, GROUNDS, KINDS, type Kind } from '../kinds.js';
import type { Given } from './given.js';
import {
  base64Of,
  joined,
  jsonOf,
  listOf,
  literal,
  NULL,
  orNull,
  type Piece,
  sql,
} from './json-text.js';
import type { Outline, OutlineMember } from './outline.js';

/** What one set of items lets stand, and how the rest is written. */
export interface Drafting {
  readonly instrument: Instrument;
  readonly isOpen: (coordinate: string) => boolean;
  readonly given: Given;
  /** Before the number of a subject in its id. */
  readonly request: string;
  /** Official names of bodies in a language (the caller's own where none is given): JSON, code to JSON text. */
  readonly namesIn: (language: unknown) => string;
}

/** The expression that writes a person as the outline asks; of type text. */
export function personText(outline: Outline, drafting: Drafting): string {
  return object(outline, drafting, (member) => personMember(member, drafting));
}

type Write = (member: OutlineMember) => Piece;

function object(outline: Outline, { given, isOpen }: Drafting, write: Write): string {
  const pieces = outline.flatMap((member, at) => [
    literal(at === 0 ? '{' : ','),
    ...keyOf(member, given),
    valueIn(member, isOpen, write),
  ]);
  return joined([...pieces, literal(outline.length === 0 ? '{}' : '}')]);
}

// A name of the schema's stands in the text; one that the caller chose is a parameter.
function keyOf({ key, field }: OutlineMember, given: Given): readonly Piece[] {
  if (key === field) return [literal(`"${key}":`)];
  return [literal('"'), sql(given.place(key)), literal('":')];
}

function valueIn(
  member: OutlineMember,
  isOpen: Drafting['isOpen'],
  write: (member: OutlineMember) => Piece,
): Piece {
  if (member.typename !== undefined) return literal(`"${member.typename}"`);
  return isOpen(member.coordinate) ? write(member) : NULL;
}

function personMember(member: OutlineMember, drafting: Drafting): Piece {
  const { field } = member;
  if (field === 'id')
    return sql(`concat('"', ${drafting.given.place(drafting.request)}, '.', f.n, '"')`);
  if (field === 'isNationalOf') return belonging(member, drafting);
  const fact = FACTS[field];
  if (fact !== undefined) return jsonOf(`p."${fact.name}"`);
  const kind = KINDS[field];
  if (kind === undefined) throw new Error('a field of Person that no table has');
  return records(kind, member, drafting);
}

function belonging({ given: { state } }: OutlineMember, { instrument, given }: Drafting): Piece {
  const isTold = typeof state === 'string' && mayBeTold(instrument, state);
  return isTold
    ? sql(`concat('"', ${belongingText(given.place(state))}, '"')`)
    : literal('"UNDETERMINED"');
}

function records(kind: Kind, { members }: OutlineMember, drafting: Drafting): Piece {
  const { known } = kind;
  const row = object(members, drafting, (member) => recordMember(kind, member, drafting));
  const from = `from ${readName(getTableName(kind.table))} c where c.record_id = p.record_id`;
  if (known === undefined) return sql(`coalesce((select ${row} ${from}), 'null')`);
  return orNull(`p."${known.name}"`, joined([listOf(row, from, 'c.ordinal')]));
}

function recordMember(kind: Kind, member: OutlineMember, drafting: Drafting): Piece {
  const { field, members } = member;
  if (field === kind.body) {
    const body = object(members, drafting, (one) => bodyMember(one, drafting));
    return orNull('c.authority_code is not null', body);
  }
  if (field === kind.inner) return grounds(members, drafting);
  return column('c', kind.fields, field);
}

function bodyMember({ field, given }: OutlineMember, drafting: Drafting): Piece {
  if (field === 'code') return jsonOf('c.authority_code');
  // Read once for the whole statement.
  const names = `(select ${drafting.given.place(drafting.namesIn(given.language))}::jsonb)`;
  const official = `${names} ->> c.authority_code`;
  return sql(`coalesce(${official}, to_json(c.authority_name)::text, 'null')`);
}

function grounds(members: Outline, drafting: Drafting): Piece {
  const row = object(members, drafting, ({ field }) => column('g', GROUNDS.fields, field));
  const from =
    'from register.entry_ban_ground g where g.record_id = c.record_id and g.ban_ordinal = c.ordinal';
  return orNull('c.grounds_known', joined([listOf(row, from, 'g.ordinal')]));
}

function column(table: string, fields: Readonly<Record<string, PgColumn>>, field: string): Piece {
  const found = fields[field];
  if (found === undefined) throw new Error('a field of a record that no column has');
  const name = `${table}."${found.name}"`;
  return found.getSQLType() === 'bytea' ? base64Of(name) : jsonOf(name);
}
