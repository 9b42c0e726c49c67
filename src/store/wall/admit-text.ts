/**
 * The functions that write tickets. They run with the owner's rights and believe nothing that they are told: the request
 * stands as it does in its own tables, at the time of the database's own clock. What they weigh is what `grantFor` weighs, but
 * for the caller's role and unit and the dates of the instrument, which are not in the database.
 */
import { asylumBodies } from '../../register/index.js';
import { CHILD_ITEMS } from '../../treaty/index.js';
import { IS_ADULT } from '../register/rules.js';
import { CONDITIONS, NOT_PROTECTED, OF_PARTIES } from '../register/subjects.js';
import { VERSION } from '../request-version.js';
import { quoted, quotedArray } from './rows.js';
import { CONCLUDED, STANDINGS, type Standing } from './standings-text.js';

export const HEAD = 'language plpgsql security definer set search_path = pg_catalog, pg_temp as $$';

/**
 * How many tickets were given, and how many went into the ledger. A sequence is not taken back with its transaction: who
 * reads under a ticket and rolls back leaves no ticket, and is counted.
 */
const COUNTS = `DO $$
BEGIN
  IF to_regclass('granted.given') IS NULL THEN
    CREATE SEQUENCE granted.given;
    PERFORM nextval('granted.given') FROM (SELECT DISTINCT xid FROM granted.ticket) t;
    CREATE TABLE granted.spent (one boolean PRIMARY KEY DEFAULT true CHECK (one), tickets bigint NOT NULL);
    INSERT INTO granted.spent (tickets) VALUES (0);
  END IF;
END
$$;`;

/** The clock by which a grant ends: the database's own. */
const CLOCK = `create function granted.clock() returns timestamptz
language sql stable as 'select clock_timestamp()';`;

const FILLED = (text: string): string =>
  text
    .replaceAll('{parties}::text[]', 'g.parties')
    .replaceAll('{asylum}::text[]', quotedArray([...asylumBodies()]))
    .replaceAll('{today}', 'g.today')
    .replaceAll('{day}', 'g.day');

const CHILDREN = quotedArray([...CHILD_ITEMS]);
const dayOf = (instant: string): string => `to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD')`;

/**
 * The standing and the subjects found, as parts of one statement: one more than the page, each with the items that are
 * open of it. One statement, for each one in a function takes as long as the reading.
 */
const found = ({ from, instrument, asOf, basis, subjects }: Standing): string =>
  `with g as materialized (
    select ${instrument} as instrument, ${asOf} as as_of, ${basis} as basis, o.reader, o.stated_by, o.items,
      o.parties, o.nationals_of_parties_only, o.conditions, ${dayOf(asOf)} as day,
      greatest(${dayOf(asOf)}, ${dayOf('granted.clock()')}) as today
    from ${from}),
  seen as materialized (
    select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(g.items) i
        where (g.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(${CHILDREN}) or q.decided or (not q.child and coalesce(${FILLED(IS_ADULT)}, false)))) as items
    from g cross join (${subjects}) q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(g.items) > 0
      and (g.stated_by = 'requested' or (${FILLED(NOT_PROTECTED)}))
      and (not g.nationals_of_parties_only or ${FILLED(OF_PARTIES)})
      and case g.conditions ->> g.basis
        ${Object.entries(CONDITIONS)
          .map(([name, text]) => `when ${quoted(name)} then ${FILLED(text)}`)
          .join('\n        ')}
        else true end
    order by q.n limit asked_first + 1)`;

const admitted = ([kind, standing]: readonly [
  string,
  Standing,
]): string => `when ${quoted(kind)} then
  return query ${found(standing)},
  written as (
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    select pg_current_xact_id(), row_number() over (), now(), g.reader, kind, asked, g.instrument, g.day,
      f.items, f.numbers, f.records
    from g cross join (select items, array_agg(n order by n) as numbers, array_agg(record_id order by n) as records
      from seen where place <= asked_first group by items) f
    returning xid)
  select case when exists (select from g) then 'OPEN' else 'CLOSED' end, (select xid::text from written where nextval('granted.given') > 0 limit 1),
    f.n, f.record_id::text, f.key
  from (values (1)) one left join seen f on true;`;

const ADMIT = `create function granted.admit(
  kind text, asked uuid, asked_version text, asked_authority text, asked_purpose text,
  asked_as_of timestamptz, asked_numbers int[], asked_first int
) returns table (standing text, ticket text, n int, record_id text, key bytea)
${HEAD}
#variable_conflict use_column
begin
  if asked_version is not null and asked_version is distinct from
    (select ${VERSION} from exchange.request r where r.id = asked)
  then
    return query select 'OUTDATED', null::text, null::int, null::text, null::bytea;
    return;
  end if;
  case kind
  ${Object.entries(STANDINGS).map(admitted).join('\n  ')}
  else
    return query select 'CLOSED', null::text, null::int, null::text, null::bytea;
  end case;
end $$;`;

/** Who of a request is found under a purpose, for whoever concludes its case (A-10.4c): it opens nothing. */
const FIND = `create function granted.find(
  asked uuid, asked_purpose text, asked_as_of timestamptz, asked_numbers int[]
) returns table (n int)
stable ${HEAD}
#variable_conflict use_column
declare
  asked_first constant int := cardinality(asked_numbers);
begin
  return query ${found(CONCLUDED)}
  select f.n from seen f;
end $$;`;

const SEARCH = `create function granted.admit_search(kind text, asked uuid)
returns table (standing text, ticket text)
${HEAD}
declare
  stands constant boolean := case kind
    when 'REQUEST' then exists (select from exchange.request r where r.id = asked and r.state = 'IN_EXECUTION')
    when 'PROVISION' then exists (select from exchange.provision v
      where v.id = asked and v.side = 'PROVIDER' and v.state = 'DRAFT')
    else false end;
begin
  if stands then
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    values (pg_current_xact_id(), 1, now(), 'sorgu_search', 'SEARCH', asked, '', '', '{}', '{}', '{}');
    perform nextval('granted.given');
    return query select 'OPEN', pg_current_xact_id()::text;
  else
    return query select 'CLOSED', null::text;
  end if;
end $$;`;

/** By an index that needs its operator before any policy is asked: so the ticket is asked for here. */
const NAMES_ALIKE = `create function granted.names_alike(sounds text[], swapped text[])
returns table (surname_key text, s real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not granted.searches('sorgu_search') then return; end if;
  return query select f.surname_key, similarity(f.sound, q.sound)
    from unnest(sounds) q(sound) join register.family_name f on f.sound % q.sound
  union all
    select f.surname_key, 0.8::real from register.family_name f where f.surname_key = any(swapped);
end $$;`;

/**
 * Takes the tickets of entries in the transaction that commits them; raises where one is not there, or is named twice, and
 * says which. Where the transaction has written no entry it takes none: a ticket goes only into the ledger.
 */
const CONSUME = `create function granted.consume(tickets text[]) returns boolean
${HEAD}
declare
  gone text[];
begin
  if cardinality(tickets) = 0 then return true; end if;
  if not exists (select from ledger.log l cross join lateral (
    select e.xmin from ledger.entry e where e.log_id = l.log_id order by e.seq desc limit 1) newest
    where newest.xmin = pg_current_xact_id()::xid)
  then
    raise exception 'no entry' using errcode = 'SG002';
  end if;
  with taken as (delete from granted.ticket t where t.xid = any(tickets::xid8[]) returning t.xid)
  select array_agg(distinct xid::text) into gone from taken;
  if coalesce(cardinality(gone), 0) is distinct from cardinality(tickets) then
    raise exception 'no ticket' using errcode = 'SG001', detail = (
      select string_agg(ticket, ' ') from (
        select u.ticket from unnest(tickets) u(ticket) group by u.ticket
        having count(*) > 1 or u.ticket <> all(coalesce(gone, '{}'))) spent);
  end if;
  update granted.spent s set tickets = s.tickets + cardinality(consume.tickets);
  return true;
end $$;`;

const IS_SAMPLE = `create function granted.is_sample() returns boolean
stable ${HEAD}
begin
  return coalesce((select sample from register.mark), false);
end $$;`;

export const ADMISSION: readonly string[] = [
  COUNTS,
  CLOCK,
  ADMIT,
  FIND,
  SEARCH,
  NAMES_ALIKE,
  CONSUME,
  IS_SAMPLE,
];
