/** The activities of this gateway, as rows that are only ever added: each change, and who takes part. */
import { canonicalJson, type Json } from '../../base/index.js';
import { type Activity, type ActivityChange, activityOf } from '../../cooperation/index.js';
import type { Sql } from '../connect.js';
import { openChanging } from '../exchange/changing.js';
import { instantOf } from '../exchange/instants.js';
import { idOrNone, nameOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';

/** What a step leaves: the next change of the activity, or nothing. */
export interface KeptActivity<T> {
  readonly change: ActivityChange | null;
  readonly result: T;
}

export interface ActivityQuery {
  /** One that takes part. */
  readonly authority: string;
  /** Null for every instrument. */
  readonly instrument: string | null;
  /** The last one of the page before. */
  readonly after: string | null;
  readonly first: number;
}

export interface Activities {
  /** The activity of this id, or undefined. `id` may be anything; the work is the same for one that is unknown. */
  load(id: string): Promise<Activity | undefined>;
  /**
   * Runs a step on the activity and adds the change that it leaves, if nobody changed it in between; else the step is
   * run again. Rejects with Refusal(UNAVAILABLE).
   */
  change<T>(
    id: string,
    step: (found: Activity | undefined) => Promise<KeptActivity<T>>,
  ): Promise<T>;
  /** One page of those in which an authority takes part, the newest first, and whether there is more. */
  list(query: ActivityQuery): Promise<{
    readonly activities: readonly Activity[];
    readonly more: boolean;
  }>;
  /** Those of an instrument in which both take part, with what was changed before an instant. */
  between(question: {
    readonly instrument: string;
    readonly authorities: readonly [string, string];
    readonly before: number;
  }): Promise<readonly Activity[]>;
}

interface Row {
  readonly id: string;
  readonly content: string;
}

/** Opens them on the exchange's pool. */
export function openActivities(sql: Sql): Activities {
  const ask = (text: string, parameters: (string | number | null)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const load = async (id: string): Promise<Activity | undefined> =>
    activitiesIn(await ask(LOAD, [idOrNone(id)]))[0];
  return {
    load,
    change: openChanging<Activity, KeptActivity<unknown>>({
      async find(id) {
        const file = await load(id);
        return file && { file, version: file.changes.length };
      },
      async keep(_, { change }) {
        if (change === null) return true;
        return (await ask(ADD, [rowOf(change), contentOf(change)])).length === 1;
      },
    }),
    async list({ authority, instrument, after, first }) {
      const place = after === null ? null : idOrNone(after);
      const named = instrument === null ? null : nameOrNone(instrument);
      const rows = await ask(LIST, [authority, named, place, first + 1]);
      const activities = activitiesIn(rows);
      return { activities: activities.slice(0, first), more: activities.length > first };
    },
    async between({ instrument, authorities: [one, other], before }) {
      const found = activitiesIn(await ask(BETWEEN, [instrument, one, other, instantOf(before)]));
      return found.flatMap(({ changes }) => {
        const then = activityOf(changes.filter(({ at }) => at < before));
        return then === undefined ? [] : [then];
      });
    },
  };
}

/** The activities of rows that stand in the order of their changes, in the order in which they first stand. */
function activitiesIn(rows: readonly Row[]): readonly Activity[] {
  const changes = new Map<string, ActivityChange[]>();
  for (const { id, content } of rows) {
    // Written by `contentOf` alone.
    const change = JSON.parse(content) as ActivityChange;
    changes.set(id, [...(changes.get(id) ?? []), change]);
  }
  return [...changes.values()].flatMap((each) => activityOf(each) ?? []);
}

const contentOf = ({ ...change }: ActivityChange): string => canonicalJson(change satisfies Json);

function rowOf({ activity, n, at, move }: ActivityChange): string {
  const row = { id: activity, n };
  if (move.kind !== 'PROPOSE') return canonicalJson({ ...row, authorities: [] });
  const { instrument, authorities } = move.plan;
  return canonicalJson({ ...row, instrument, authorities: [...authorities], at: instantOf(at) });
}

// One row if the change was added, none where another took its place first.
const ADD = `with sent as (select $1::text::jsonb as d),
  added as (
    insert into exchange.activity_change (activity_id, n, content)
    select (d->>'id')::uuid, (d->>'n')::int, $2::text from sent
    on conflict do nothing returning activity_id),
  taking as (
    insert into exchange.activity_authority (authority, activity_id, instrument, proposed_at)
    select a.code, added.activity_id, d->>'instrument', (d->>'at')::timestamptz
    from added, sent, jsonb_array_elements_text(d->'authorities') as a(code))
  select activity_id::text as id, '' as content from added`;

const CHANGES = `select c.activity_id::text as id, c.content from exchange.activity_change c`;

const LOAD = `${CHANGES} where c.activity_id = $1::text::uuid order by c.n`;

// A place is one in the authority's own list: of any other nothing is told, not even that it is there.
const LIST = `
  select page.id::text as id, c.content
  from (
    select a.activity_id as id, a.proposed_at from exchange.activity_authority a
    where a.authority = $1::text and ($2::text is null or a.instrument = $2::text)
      and ($3::text is null or (a.proposed_at, a.activity_id) < (
        select p.proposed_at, p.activity_id from exchange.activity_authority p
        where p.authority = $1::text and p.activity_id = $3::text::uuid))
    order by a.proposed_at desc, a.activity_id desc limit $4::int) as page
  join exchange.activity_change c on c.activity_id = page.id
  order by page.proposed_at desc, page.id desc, c.n`;

const BETWEEN = `
  ${CHANGES}
  join exchange.activity_authority a on a.activity_id = c.activity_id and a.authority = $2::text
  join exchange.activity_authority o on o.activity_id = c.activity_id and o.authority = $3::text
  where a.instrument = $1::text and a.proposed_at < $4::text::timestamptz
  order by a.proposed_at, c.activity_id, c.n`;
