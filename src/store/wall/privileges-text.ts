/** Roles, rows and columns of the wall as statements: who may read what, once a ticket says so. */
import { listReaders, type Reader, readerRoles, SEARCH_ROLE } from './readers.js';
import { isMasked, RELATIONS, type ReadColumn, type Relation, readName } from './relations.js';
import { heldBy, quoted, quotedArray, rowsText } from './rows.js';

/**
 * The roles, and the right of the application's to become one of them for a transaction. They belong to the cluster: an
 * administrator makes them where the owner of the database may not.
 */
export function rolesText(): string {
  return `DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ${quotedArray(['sorgu_app', ...readerRoles()])} LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
  FOREACH wanted IN ARRAY ${quotedArray(readerRoles())} LOOP
    IF NOT pg_has_role('sorgu_app', wanted, 'MEMBER') THEN
      -- It becomes one of them, and inherits nothing.
      IF current_setting('server_version_num')::int >= 160000 THEN
        EXECUTE format('GRANT %I TO sorgu_app WITH INHERIT FALSE, SET TRUE', wanted);
      ELSE
        EXECUTE format('GRANT %I TO sorgu_app', wanted);
        ALTER ROLE sorgu_app NOINHERIT;
      END IF;
    END IF;
  END LOOP;
END
$$;`;
}

/** What each purpose opens, as the wall asks for it. */
export function openingsText(): string {
  const rows = listReaders().map(({ role, instrument, purpose, items }) => {
    const parties = instrument.parties.map(({ country }) => country);
    return `(${[
      ...[instrument.id, purpose.purpose, role, purpose.statedBy].map(quoted),
      quotedArray(items),
      quotedArray(parties),
      String(instrument.rows.nationalsOfPartiesOnly),
      `${quoted(JSON.stringify(purpose.conditions ?? {}))}::jsonb`,
    ].join(', ')})`;
  });
  return `delete from granted.opening;
insert into granted.opening
  (instrument, purpose, reader, stated_by, items, parties, nationals_of_parties_only, conditions)
values
  ${rows.join(',\n  ')};`;
}

const TICKET = 't.xid = pg_current_xact_id_if_assigned() and t.opened_at = now()';

/** What a policy asks of the ticket of this transaction. Run with the reader's own rights. */
export const ASKING: readonly string[] = [
  `create function granted.records(item text default null) returns bigint[]
language plpgsql stable as $$
begin
  return (select array_agg(r) from granted.ticket t cross join unnest(t.records) r
    where ${TICKET} and t.reader = current_user and (item is null or item = any(t.items)));
end $$;`,
  ...['instrument', 'day'].map(
    (name) => `create function granted.${name}() returns text
language plpgsql stable as $$
begin
  return (select t.${name} from granted.ticket t where ${TICKET} and t.reader = current_user limit 1);
end $$;`,
  ),
  `create function granted.searches(role text default current_user) returns boolean
language plpgsql stable as $$
begin
  return exists (select from granted.ticket t where ${TICKET} and t.reader = role and t.kind = 'SEARCH');
end $$;`,
  `create view granted.subject as
select s.n, s.record_id from granted.ticket t cross join unnest(t.numbers, t.records) s(n, record_id)
where ${TICKET} and t.reader = current_user;`,
];

/** Everything that the register holds, closed to everybody but its owner. */
export const CLOSED = `DO $$
DECLARE
  closed regclass;
  gone record;
BEGIN
  FOR closed IN SELECT oid FROM pg_class WHERE relnamespace = 'register'::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', closed);
  END LOOP;
  FOR gone IN SELECT polname, polrelid::regclass AS on_table FROM pg_policy
    WHERE polrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'register'::regnamespace)
  LOOP
    EXECUTE format('DROP POLICY %I ON %s', gone.polname, gone.on_table);
  END LOOP;
  FOR closed IN SELECT oid FROM pg_class WHERE relnamespace = 'granted'::regnamespace AND relkind = 'v' LOOP
    EXECUTE format('DROP VIEW %s', closed);
  END LOOP;
  FOR gone IN SELECT oid::regprocedure AS name FROM pg_proc WHERE pronamespace = 'granted'::regnamespace LOOP
    EXECUTE format('DROP FUNCTION %s', gone.name);
  END LOOP;
END
$$;
ALTER DEFAULT PRIVILEGES IN SCHEMA register, exchange REVOKE SELECT ON TABLES FROM sorgu_app;
REVOKE ALL ON SCHEMA register FROM sorgu_app;
REVOKE ALL ON ALL TABLES IN SCHEMA exchange FROM sorgu_app;
REVOKE ALL ON ALL TABLES IN SCHEMA register, granted FROM PUBLIC, sorgu_app, ${readerRoles().join(', ')};
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA register, granted FROM PUBLIC, sorgu_app, sorgu_ledger, ${readerRoles().join(', ')};`;

/** The rows of one relation: a policy, or a view that closes columns one by one. */
export function rowText(relation: Relation): string {
  const { table, columns } = relation;
  const rows = rowsText(relation);
  if (!isMasked(relation)) {
    return `create policy granted on register.${table} for select using (\n    ${rows});`.replaceAll(
      'c.',
      `${table}.`,
    );
  }
  const selected = columns.map((column) => masked(column, relation)).join(',\n  ');
  return `create view granted.${table} with (security_barrier) as select\n  ${selected}\nfrom register.${table} c\nwhere ${rows};`;
}

function masked({ name, item, tells }: ReadColumn, relation: Relation): string {
  if (item === null || item === relation.item) return `c.${name}`;
  return tells
    ? `(c.${name} and coalesce(${heldBy(item)}, false)) as ${name}`
    : `case when ${heldBy(item)} then c.${name} end as ${name}`;
}

/** The columns that a reader may select, relation by relation. */
export function privilegesText(reader: Reader): string {
  if (reader.items.length === 0)
    return `-- ${reader.instrument.id} ${reader.purpose.purpose}: nothing`;
  const grants = RELATIONS.flatMap((relation) => {
    const columns = openColumns(relation, reader);
    return columns.length === 0
      ? []
      : [`GRANT SELECT (${columns.join(', ')}) ON ${readName(relation.table)} TO ${reader.role};`];
  });
  return [`-- ${reader.instrument.id} ${reader.purpose.purpose}`, ...grants].join('\n');
}

/** The columns of a relation that are open to a reader; none where the relation is not. */
function openColumns({ item, columns }: Relation, { items }: Reader): readonly string[] {
  if (item !== null && !items.includes(item)) return [];
  return columns
    .filter((column) => column.item === null || items.includes(column.item))
    .map(({ name }) => name);
}

/** What a search may select, of whomever. Never a column that no question is asked of and nobody is shown. */
const SEARCHED: Readonly<Record<string, readonly string[]>> = {
  person: [
    'record_id',
    'person_key',
    'recorded_until',
    'protected',
    'date_of_birth',
    'citizenship_belonging_known',
  ],
  subject_key: ['person_key', 'key'],
  citizenship_belonging: ['record_id', 'country'],
  name_key: [
    'record_id',
    'surname_key',
    'surname_sound',
    'given_key',
    'patronymic_key',
    'date_of_birth',
  ],
  document_key: ['record_id', 'ordinal', 'number_key'],
  name_cyrillic: ['record_id', 'surname', 'given_name', 'patronymic'],
  name_latin: ['record_id', 'surname', 'given_name', 'patronymic'],
  other_name: ['record_id', 'ordinal', 'surname', 'given_name', 'patronymic'],
  search_name: ['record_id', 'ordinal', 'script', 'surname', 'given_name', 'patronymic'],
};

export function searchText(): string {
  return Object.entries(SEARCHED)
    .map(
      ([table, columns]) =>
        `create policy searched on register.${table} for select to ${SEARCH_ROLE} using ((select granted.searches()));\n` +
        `GRANT SELECT (${columns.join(', ')}) ON register.${table} TO ${SEARCH_ROLE};`,
    )
    .join('\n');
}

/** What everybody of the wall needs to ask for a ticket, or to be let through by one. */
export function usageText(): string {
  const readers = readerRoles().join(', ');
  return `GRANT USAGE ON SCHEMA register, granted TO ${readers};
GRANT USAGE ON SCHEMA granted TO sorgu_app, sorgu_ledger, sorgu_exchange;
GRANT SELECT ON exchange.request, exchange.request_purpose, exchange.request_subject, exchange.provision,
  exchange.instrument_record TO sorgu_app;
GRANT SELECT ON granted.ticket TO sorgu_app, ${readers};
GRANT SELECT ON granted.spent, granted.given TO sorgu_app;
GRANT SELECT ON granted.subject TO ${readers};
GRANT SELECT ON granted.form TO sorgu_app, sorgu_ledger, sorgu_exchange;
GRANT EXECUTE ON FUNCTION granted.records(text), granted.instrument(), granted.day(), granted.searches(text),
  granted.admit(text, uuid, text, text, text, timestamptz, int[], int) TO ${readers};
GRANT EXECUTE ON FUNCTION granted.admit_search(text, uuid), granted.names_alike(text[], text[]) TO ${SEARCH_ROLE};
GRANT EXECUTE ON FUNCTION granted.find(uuid, text, timestamptz, int[]), granted.is_sample(),
  granted.tag_keys(text[]), granted.outer_tag_keys() TO sorgu_app;
GRANT EXECUTE ON FUNCTION granted.consume(text[]) TO sorgu_ledger;`;
}
