/** Publications on PostgreSQL: the shelf that everybody reads, and what writes it. */
import DataLoader from 'dataloader';
import type {
  Attachment,
  PublicationKeeper,
  PublicationQuery,
  PublicationShelf,
  PublicationVersion,
  ShownVersion,
} from '../../publications/index.js';
import type { Sql } from '../connect.js';
import { nameOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';
import {
  type Bodies,
  bodiesIn,
  type ShownRow,
  sentSearch,
  sentVersion,
  shownOf,
  type VersionRow,
  versionOf,
} from './rows.js';
import {
  ATTACHMENT,
  BODIES,
  CURRENT,
  HELD,
  KEEP,
  NEWEST,
  ONE,
  SEARCH,
  VERSIONS,
} from './statements.js';

type Parameter = string | number | null;
type Ask = <Row extends object>(text: string, parameters: Parameter[]) => Promise<readonly Row[]>;

const askOn =
  (sql: Sql): Ask =>
  <Row extends object>(text: string, parameters: Parameter[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);

/** Opens the shelf on the application's pool. */
export function openPublicationShelf(sql: Sql): PublicationShelf {
  const ask = askOn(sql);
  const bodies = bodyLoader(ask);
  return {
    async page(query) {
      const instrument = query.instrument === null ? null : nameOrNone(query.instrument);
      const one = { ...query, instrument, first: query.first + 1 };
      const rows =
        query.search === null
          ? await ask<ShownRow>(NEWEST, boundsOf(one))
          : await ask<ShownRow>(SEARCH, [sentSearch(one, query.search)]);
      return { shown: rows.slice(0, query.first).map(shownOf), more: rows.length > query.first };
    },
    body: (id) => bodies.load(nameOrNone(id)),
    async one(id) {
      const [row] = await ask<ShownRow>(ONE, [nameOrNone(id)]);
      return row && shownOf(row);
    },
    attachment: async (id, name) =>
      (await ask<Attachment>(ATTACHMENT, [nameOrNone(id), nameOrNone(name)]))[0],
    versions: async (id) => {
      const rows = await ask<Omit<ShownVersion, 'number'>>(VERSIONS, [nameOrNone(id)]);
      return rows.map((row, index) => ({ ...row, number: index + 1 }));
    },
  };
}

/** The longer texts of a page are read together; nothing is kept. */
function bodyLoader(ask: Ask) {
  return together(async (ids: readonly string[]) => {
    const rows = await ask<{ id: string; body: string }>(BODIES, [ids.join(' ')]);
    const found = new Map(rows.map(({ id, body }) => [id, bodiesIn(body)]));
    return ids.map((id): Bodies => found.get(id) ?? {});
  });
}

/** Asks at once for what is asked for in one turn of the loop; nothing is kept. */
const together = <Key, Value>(ask: (keys: readonly Key[]) => Promise<readonly Value[]>) =>
  new DataLoader<Key, Value>(ask, { cache: false, maxBatchSize: AT_ONCE });

const AT_ONCE = 100;

/** Opens what writes it, on the exchange's pool or the owner's. */
export function openPublicationKeeper(sql: Sql): PublicationKeeper {
  const ask = askOn(sql);
  const currents = together(async (ids: readonly string[]) => {
    const rows = await ask<VersionRow & { id: string }>(CURRENT, [[...new Set(ids)].join(' ')]);
    const found = new Map(rows.map(({ id, ...row }) => [id, versionOf(row)]));
    return ids.map((id) => found.get(id));
  });
  const keeping = together((versions: readonly PublicationVersion[]) => keepAll(ask, versions));
  return {
    current: (id) => currents.load(nameOrNone(id)),
    keep: (version) => keeping.load(version),
    async held({ first, after }) {
      const rows = await ask<VersionRow>(HELD, [nameOrNone(after ?? ''), first + 1]);
      return { versions: rows.slice(0, first).map(versionOf), more: rows.length > first };
    },
  };
}

/** Of two that would be the same version of one publication, the first alone is kept. */
async function keepAll(ask: Ask, versions: readonly PublicationVersion[]) {
  const names = versions.map(({ publication, version }) => `${publication.id} ${version}`);
  const isFirst = names.map((name, at) => names.indexOf(name) === at);
  const sent = versions.filter((_, at) => isFirst[at]).map(sentVersion);
  const rows = await ask<{ id: string; version: number }>(KEEP, [JSON.stringify(sent)]);
  const kept = new Set(rows.map(({ id, version }) => `${id} ${version}`));
  return names.map((name, at) => isFirst[at] === true && kept.has(name));
}

function boundsOf(query: PublicationQuery): Parameter[] {
  const { first, before, kind, instrument, language, changedSince } = query;
  const since = changedSince === null ? null : new Date(changedSince).toISOString();
  return [before, kind, instrument, language, since, first];
}
