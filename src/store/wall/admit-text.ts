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

export const HEAD = 'language plpgsql security definer set search_path = pg_catalog, pg_temp as $$';

/** The clock by which a grant ends: the database's own. */
const CLOCK = `create function granted.clock() returns timestamptz
language sql stable as 'select clock_timestamp()';`;

/** Under what a reading stands: instrument, instant and clause; no row where it does not stand. */
const GROUND = `create function granted.ground(
  kind text, asked uuid, asked_authority text, asked_purpose text, asked_as_of timestamptz
) returns table (instrument text, as_of timestamptz, basis text)
stable ${HEAD}
#variable_conflict use_column
begin
  case kind
    when 'REQUEST' then
      return query select r.instrument, date_trunc('milliseconds', r.as_of), p.basis
      from exchange.request r
      join granted.opening o on o.instrument = r.instrument and o.purpose = asked_purpose
      left join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and r.as_of is not null and r.grant_until > granted.clock()
        and case o.stated_by
          when 'requesting' then r.requesting_authority = asked_authority
            and r.state in ('ANSWERED', 'PARTLY_REFUSED') and p.purpose is not null
          else r.requested_authority = asked_authority and r.state = 'IN_EXECUTION' end;
    when 'ANSWER' then
      -- The answer is made while the request is in execution, and drawn as a letter once it is answered.
      return query select r.instrument, asked_as_of, p.basis
      from exchange.request r
      join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and r.requesting_authority = asked_authority
        and r.state in ('IN_EXECUTION', 'ANSWERED', 'PARTLY_REFUSED')
        and asked_as_of >= coalesce(date_trunc('milliseconds', r.as_of), asked_as_of);
    when 'PROVISION' then
      return query select c.content #>> '{provision,instrument}', asked_as_of, c.content #>> '{provision,basis}'
      from (select v.content::jsonb as content from exchange.provision v
        where v.id = asked and v.side = 'PROVIDER' and v.state = 'SIGNED' and v.keep_until > granted.clock()) c
      where c.content #>> '{provision,purpose}' = asked_purpose
        and c.content #>> '{provision,recipient}' = asked_authority;
    else
      return;
  end case;
end $$;`;

/** The subjects of a request or a provision: whom they were matched to, and what may be told of each. */
const SUBJECTS = `create function granted.subjects_of(kind text, asked uuid)
returns table (n int, person text, items text[], child boolean, decided boolean)
stable ${HEAD}
#variable_conflict use_column
begin
  if kind = 'PROVISION' then
    return query select (s->>'n')::int, c.content #>> array['sheet', 'matches', s->>'n'],
      array(select jsonb_array_elements_text(s->'items')),
      coalesce((a->>'child')::boolean, true), coalesce((a #>> '{decision,give}')::boolean, false)
    from (select v.content::jsonb as content from exchange.provision v where v.id = asked) c
    cross join jsonb_array_elements(c.content #> '{provision,subjects}') s
    left join jsonb_array_elements(c.content #> '{sheet,ages}') a on a->'n' = s->'n';
  else
    -- An answer that is being made is not in the tables yet: of it they know the purposes and the persons.
    return query select s.n, s.person_key, case kind when 'REQUEST' then s.items end, s.child, s.coordinator_decision
    from exchange.request_subject s where s.request_id = asked;
  end if;
end $$;`;

const FILLED = (text: string): string =>
  text
    .replaceAll('{parties}::text[]', 'o.parties')
    .replaceAll('{asylum}::text[]', quotedArray([...asylumBodies()]))
    .replaceAll('{today}', 'today')
    .replaceAll('{day}', 'day');

const CHILDREN = quotedArray([...CHILD_ITEMS]);

/** The subjects found, as a part of a statement: one more than the page, each with the items that are open of it. */
const FOUND = `select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(o.items) i
        where (o.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(${CHILDREN}) or q.decided or (not q.child and coalesce(${FILLED(IS_ADULT)}, false)))) as items
    from granted.subjects_of(kind, asked) q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(o.items) > 0
      and (o.stated_by = 'requested' or (${FILLED(NOT_PROTECTED)}))
      and (not o.nationals_of_parties_only or ${FILLED(OF_PARTIES)})
      and case o.conditions ->> g.basis
        ${Object.entries(CONDITIONS)
          .map(([name, text]) => `when ${quoted(name)} then ${FILLED(text)}`)
          .join('\n        ')}
        else true end
    order by q.n limit asked_first + 1`;

const ADMIT = `create function granted.admit(
  kind text, asked uuid, asked_version text, asked_authority text, asked_purpose text,
  asked_as_of timestamptz, asked_numbers int[], asked_first int
) returns table (standing text, ticket text, n int, record_id text, key bytea)
${HEAD}
#variable_conflict use_column
declare
  g record;
  o granted.opening;
  day text;
  today text;
begin
  if asked_version is not null and asked_version is distinct from
    (select ${VERSION} from exchange.request r where r.id = asked)
  then
    return query select 'OUTDATED', null::text, null::int, null::text, null::bytea;
    return;
  end if;
  select * into g from granted.ground(kind, asked, asked_authority, asked_purpose, asked_as_of);
  select * into o from granted.opening where instrument = g.instrument and purpose = asked_purpose;
  if o.reader is null or g.as_of <> asked_as_of then
    return query select 'CLOSED', null::text, null::int, null::text, null::bytea;
    return;
  end if;
  day := to_char(g.as_of at time zone 'UTC', 'YYYY-MM-DD');
  today := greatest(day, to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD'));
  return query with seen as materialized (
    ${FOUND}),
  written as (
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    select pg_current_xact_id(), row_number() over (), now(), o.reader, kind, asked, o.instrument, day,
      f.items, array_agg(f.n order by f.n), array_agg(f.record_id order by f.n)
    from seen f where f.place <= asked_first group by f.items
    returning xid)
  select 'OPEN', (select xid::text from written limit 1), f.n, f.record_id::text, f.key
  from (values (1)) one left join seen f on true;
end $$;`;

/** Who of a request is found under a purpose, for whoever concludes its case (A-10.4c): it opens nothing. */
const FIND = `create function granted.find(
  asked uuid, asked_purpose text, asked_as_of timestamptz, asked_numbers int[]
) returns table (n int)
stable ${HEAD}
#variable_conflict use_column
declare
  kind constant text := 'ANSWER';
  asked_first constant int := cardinality(asked_numbers);
  g record;
  o granted.opening;
  day constant text := to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD');
  today constant text := greatest(day, to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD'));
begin
  select r.instrument, asked_as_of as as_of, p.basis into g
  from exchange.request r join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
  where r.id = asked;
  select * into o from granted.opening where instrument = g.instrument and purpose = asked_purpose;
  return query select f.n from (
    ${FOUND}) f;
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

/** Takes the tickets of entries in the transaction that commits them; raises where one is not there. */
const CONSUME = `create function granted.consume(tickets text[]) returns boolean
${HEAD}
declare
  gone int;
begin
  with taken as (delete from granted.ticket t where t.xid = any(tickets::xid8[]) returning t.xid)
  select count(distinct xid) into gone from taken;
  if gone is distinct from cardinality(tickets) then
    raise exception 'no ticket' using errcode = 'SG001';
  end if;
  return true;
end $$;`;

const IS_SAMPLE = `create function granted.is_sample() returns boolean
stable ${HEAD}
begin
  return coalesce((select sample from register.mark), false);
end $$;`;

export const ADMISSION: readonly string[] = [
  CLOCK,
  GROUND,
  SUBJECTS,
  ADMIT,
  FIND,
  SEARCH,
  NAMES_ALIKE,
  CONSUME,
  IS_SAMPLE,
];
