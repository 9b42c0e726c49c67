/** Publications on PostgreSQL: the shelf that everybody reads, and what writes it. */
import type {
  Attachment,
  PublicationKeeper,
  PublicationQuery,
  PublicationShelf,
  ShownVersion,
} from '../../publications/index.js';
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';
import {
  type ShownRow,
  sentSearch,
  sentVersion,
  shownOf,
  type VersionRow,
  versionOf,
} from './rows.js';
import { ATTACHMENT, CURRENT, HELD, KEEP, NEWEST, ONE, SEARCH, VERSIONS } from './statements.js';

type Parameter = string | number | null;

const askOn =
  (sql: Sql) =>
  <Row extends object>(text: string, parameters: Parameter[]): Promise<readonly Row[]> =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);

/** Opens the shelf on the application's pool. */
export function openPublicationShelf(sql: Sql): PublicationShelf {
  const ask = askOn(sql);
  return {
    async page(query) {
      const one = { ...query, first: query.first + 1 };
      const rows =
        query.search === null
          ? await ask<ShownRow>(NEWEST, boundsOf(one))
          : await ask<ShownRow>(SEARCH, [sentSearch(one, query.search)]);
      return { shown: rows.slice(0, query.first).map(shownOf), more: rows.length > query.first };
    },
    async one(id) {
      const [row] = await ask<ShownRow>(ONE, [keyOf(id)]);
      return row && shownOf(row);
    },
    attachment: async (id, name) =>
      (await ask<Attachment>(ATTACHMENT, [keyOf(id), keyOf(name)]))[0],
    versions: async (id) => {
      const rows = await ask<Omit<ShownVersion, 'number'>>(VERSIONS, [keyOf(id)]);
      return rows.map((row, index) => ({ ...row, number: index + 1 }));
    },
  };
}

/** Opens what writes it, on the exchange's pool or the owner's. */
export function openPublicationKeeper(sql: Sql): PublicationKeeper {
  const ask = askOn(sql);
  return {
    async current(id) {
      const [row] = await ask<VersionRow>(CURRENT, [keyOf(id)]);
      return row && versionOf(row);
    },
    keep: async (version) => (await ask(KEEP, [sentVersion(version)])).length === 1,
    async held({ first, after }) {
      const rows = await ask<VersionRow>(HELD, [after ?? '', first + 1]);
      return { versions: rows.slice(0, first).map(versionOf), more: rows.length > first };
    },
  };
}

function boundsOf(query: PublicationQuery): Parameter[] {
  const { first, before, kind, instrument, language, changedSince } = query;
  const since = changedSince === null ? null : new Date(changedSince).toISOString();
  return [before, kind, instrument, language, since, first];
}

/** A text that PostgreSQL takes, and that no key has where it takes it not. */
const keyOf = (id: string): string => (/^[\x20-\x7e]{1,200}$/.test(id) ? id : '');
