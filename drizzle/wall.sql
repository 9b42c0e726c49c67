-- Generated from the policy by `npm run emit`; never edited by hand.

DO $$
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
REVOKE ALL ON ALL TABLES IN SCHEMA register, granted FROM PUBLIC, sorgu_app, sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA register, granted FROM PUBLIC, sorgu_app, sorgu_ledger, sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;

create function granted.records(item text default null) returns bigint[]
language plpgsql stable as $$
begin
  return (select array_agg(r) from granted.ticket t cross join unnest(t.records) r
    where t.xid = pg_current_xact_id_if_assigned() and t.opened_at = now() and t.reader = current_user and (item is null or item = any(t.items)));
end $$;

create function granted.instrument() returns text
language plpgsql stable as $$
begin
  return (select t.instrument from granted.ticket t where t.xid = pg_current_xact_id_if_assigned() and t.opened_at = now() and t.reader = current_user limit 1);
end $$;

create function granted.day() returns text
language plpgsql stable as $$
begin
  return (select t.day from granted.ticket t where t.xid = pg_current_xact_id_if_assigned() and t.opened_at = now() and t.reader = current_user limit 1);
end $$;

create function granted.searches(role text default current_user) returns boolean
language plpgsql stable as $$
begin
  return exists (select from granted.ticket t where t.xid = pg_current_xact_id_if_assigned() and t.opened_at = now() and t.reader = role and t.kind = 'SEARCH');
end $$;

create view granted.subject as
select s.n, s.record_id from granted.ticket t cross join unnest(t.numbers, t.records) s(n, record_id)
where t.xid = pg_current_xact_id_if_assigned() and t.opened_at = now() and t.reader = current_user;

DO $$
BEGIN
  IF to_regclass('granted.given') IS NULL THEN
    CREATE SEQUENCE granted.given;
    PERFORM nextval('granted.given') FROM (SELECT DISTINCT xid FROM granted.ticket) t;
    CREATE TABLE granted.spent (one boolean PRIMARY KEY DEFAULT true CHECK (one), tickets bigint NOT NULL);
    INSERT INTO granted.spent (tickets) VALUES (0);
  END IF;
END
$$;

create function granted.clock() returns timestamptz
language sql stable as 'select clock_timestamp()';

create function granted.admit(
  kind text, asked uuid, asked_version text, asked_authority text, asked_purpose text,
  asked_as_of timestamptz, asked_numbers int[], asked_first int
) returns table (standing text, ticket text, n int, record_id text, key bytea)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  if asked_version is not null and asked_version is distinct from
    (select encode(sha256(convert_to(json_build_array(r.id, r.digest, r.instrument, r.requesting_authority,
    r.requested_authority, r.aim, r.state, r.as_of, r.received_at, r.grant_until, (select coalesce(json_agg(json_build_object('purpose', p.purpose, 'basis', p.basis,
       'justification', p.justification) order by p.ordinal), '[]')
     from exchange.request_purpose p where p.request_id = r.id), (select coalesce(json_agg(json_build_object('n', s.n, 'person', s.person_key, 'items', s.items,
       'child', s.child, 'coordinatorDecision', s.coordinator_decision) order by s.n), '[]')
     from exchange.request_subject s where s.request_id = r.id))::text, 'UTF8')), 'hex') from exchange.request r where r.id = asked)
  then
    return query select 'OUTDATED', null::text, null::int, null::text, null::bytea;
    return;
  end if;
  case kind
  when 'REQUEST' then
  return query with g as materialized (
    select r.instrument as instrument, date_trunc('milliseconds', r.as_of) as as_of, p.basis as basis, o.reader, o.stated_by, o.items,
      o.parties, o.nationals_of_parties_only, o.conditions, to_char(date_trunc('milliseconds', r.as_of) at time zone 'UTC', 'YYYY-MM-DD') as day,
      greatest(to_char(date_trunc('milliseconds', r.as_of) at time zone 'UTC', 'YYYY-MM-DD'), to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD')) as today
    from exchange.request r join granted.opening o on o.instrument = r.instrument and o.purpose = asked_purpose
      left join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and date_trunc('milliseconds', r.as_of) = asked_as_of and r.grant_until > granted.clock()
        and case o.stated_by
          when 'requesting' then r.requesting_authority = asked_authority
            and r.state in ('ANSWERED', 'PARTLY_REFUSED') and p.purpose is not null
          else r.requested_authority = asked_authority and r.state = 'IN_EXECUTION' end),
  seen as materialized (
    select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(g.items) i
        where (g.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(array['PHOTOGRAPH', 'FINGERPRINT_CARD', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY']::text[]) or q.decided or (not q.child and coalesce(p.adult_on <= g.day::date, false)))) as items
    from g cross join (select s.n, s.person_key as person, s.items as items, s.child, s.coordinator_decision as decided
      from exchange.request_subject s where s.request_id = asked) q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(g.items) > 0
      and (g.stated_by = 'requested' or (not p.protected and not exists (select from register.person later where later.person_key = p.person_key and later.recorded_until is null and later.protected)))
      and (not g.nationals_of_parties_only or (not p.citizenship_belonging_known or not exists (select from register.citizenship_belonging b where b.record_id = p.record_id) or exists (select from register.citizenship_belonging b where b.record_id = p.record_id and (b.country is null or b.country = 'XXX' or b.country = any(g.parties)))))
      and case g.conditions ->> g.basis
        when 'VALID_PERMIT' then exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and s.kind in ('TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE') and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[])))
        when 'GROUNDS_FOR_STAY' then (exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))) or exists (select from register.registration s where s.record_id = p.record_id and not s.reception and (s.registered_on is null or s.registered_on = g.day or s.registered_on collate "C" < left(g.day, length(s.registered_on))) and (s.valid_until is null or s.valid_until collate "C" >= g.today) and (s.deregistered_on is null or s.deregistered_on collate "C" >= g.today) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))))
        else true end
    order by q.n limit asked_first + 1),
  written as (
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    select pg_current_xact_id(), row_number() over (), now(), g.reader, kind, asked, g.instrument, g.day,
      f.items, f.numbers, f.records
    from g cross join (select items, array_agg(n order by n) as numbers, array_agg(record_id order by n) as records
      from seen where place <= asked_first group by items) f
    returning xid)
  select case when exists (select from g) then 'OPEN' else 'CLOSED' end, (select xid::text from written where nextval('granted.given') > 0 limit 1),
    f.n, f.record_id::text, f.key
  from (values (1)) one left join seen f on true;
  when 'ANSWER' then
  return query with g as materialized (
    select r.instrument as instrument, asked_as_of as as_of, p.basis as basis, o.reader, o.stated_by, o.items,
      o.parties, o.nationals_of_parties_only, o.conditions, to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD') as day,
      greatest(to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD'), to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD')) as today
    from exchange.request r join granted.opening o on o.instrument = r.instrument and o.purpose = asked_purpose
      join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and r.requesting_authority = asked_authority
        and r.state in ('IN_EXECUTION', 'ANSWERED', 'PARTLY_REFUSED')
        and asked_as_of >= coalesce(date_trunc('milliseconds', r.as_of), asked_as_of)),
  seen as materialized (
    select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(g.items) i
        where (g.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(array['PHOTOGRAPH', 'FINGERPRINT_CARD', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY']::text[]) or q.decided or (not q.child and coalesce(p.adult_on <= g.day::date, false)))) as items
    from g cross join (select s.n, s.person_key as person, array(select i->>'item'
        from exchange.case_file f cross join jsonb_array_elements(f.content::jsonb #> '{sheet,outcomes}') o
        cross join jsonb_array_elements(o->'items') i
        where f.id = asked and (o->>'n')::int = s.n and i->>'outcome' = 'DISCLOSED') as items, s.child, s.coordinator_decision as decided
      from exchange.request_subject s where s.request_id = asked) q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(g.items) > 0
      and (g.stated_by = 'requested' or (not p.protected and not exists (select from register.person later where later.person_key = p.person_key and later.recorded_until is null and later.protected)))
      and (not g.nationals_of_parties_only or (not p.citizenship_belonging_known or not exists (select from register.citizenship_belonging b where b.record_id = p.record_id) or exists (select from register.citizenship_belonging b where b.record_id = p.record_id and (b.country is null or b.country = 'XXX' or b.country = any(g.parties)))))
      and case g.conditions ->> g.basis
        when 'VALID_PERMIT' then exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and s.kind in ('TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE') and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[])))
        when 'GROUNDS_FOR_STAY' then (exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))) or exists (select from register.registration s where s.record_id = p.record_id and not s.reception and (s.registered_on is null or s.registered_on = g.day or s.registered_on collate "C" < left(g.day, length(s.registered_on))) and (s.valid_until is null or s.valid_until collate "C" >= g.today) and (s.deregistered_on is null or s.deregistered_on collate "C" >= g.today) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))))
        else true end
    order by q.n limit asked_first + 1),
  written as (
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    select pg_current_xact_id(), row_number() over (), now(), g.reader, kind, asked, g.instrument, g.day,
      f.items, f.numbers, f.records
    from g cross join (select items, array_agg(n order by n) as numbers, array_agg(record_id order by n) as records
      from seen where place <= asked_first group by items) f
    returning xid)
  select case when exists (select from g) then 'OPEN' else 'CLOSED' end, (select xid::text from written where nextval('granted.given') > 0 limit 1),
    f.n, f.record_id::text, f.key
  from (values (1)) one left join seen f on true;
  when 'PROVISION' then
  return query with g as materialized (
    select o.instrument as instrument, asked_as_of as as_of, c.content #>> '{provision,basis}' as basis, o.reader, o.stated_by, o.items,
      o.parties, o.nationals_of_parties_only, o.conditions, to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD') as day,
      greatest(to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD'), to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD')) as today
    from (select v.content::jsonb as content from exchange.provision v
        where v.id = asked and v.side = 'PROVIDER' and v.state in ('SIGNED', 'SENT')
          and v.keep_until > granted.clock()) c
      join granted.opening o on o.instrument = c.content #>> '{provision,instrument}' and o.purpose = asked_purpose
      where c.content #>> '{provision,purpose}' = asked_purpose
        and c.content #>> '{provision,recipient}' = asked_authority),
  seen as materialized (
    select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(g.items) i
        where (g.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(array['PHOTOGRAPH', 'FINGERPRINT_CARD', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY']::text[]) or q.decided or (not q.child and coalesce(p.adult_on <= g.day::date, false)))) as items
    from g cross join (select (s->>'n')::int as n, c.content #>> array['sheet', 'matches', s->>'n'] as person,
        array(select jsonb_array_elements_text(s->'items')) as items,
        coalesce((a->>'child')::boolean, true) as child, coalesce((a #>> '{decision,give}')::boolean, false) as decided
      from (select v.content::jsonb as content from exchange.provision v where v.id = asked) c
      cross join jsonb_array_elements(c.content #> '{provision,subjects}') s
      left join jsonb_array_elements(c.content #> '{sheet,ages}') a on a->'n' = s->'n') q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(g.items) > 0
      and (g.stated_by = 'requested' or (not p.protected and not exists (select from register.person later where later.person_key = p.person_key and later.recorded_until is null and later.protected)))
      and (not g.nationals_of_parties_only or (not p.citizenship_belonging_known or not exists (select from register.citizenship_belonging b where b.record_id = p.record_id) or exists (select from register.citizenship_belonging b where b.record_id = p.record_id and (b.country is null or b.country = 'XXX' or b.country = any(g.parties)))))
      and case g.conditions ->> g.basis
        when 'VALID_PERMIT' then exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and s.kind in ('TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE') and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[])))
        when 'GROUNDS_FOR_STAY' then (exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))) or exists (select from register.registration s where s.record_id = p.record_id and not s.reception and (s.registered_on is null or s.registered_on = g.day or s.registered_on collate "C" < left(g.day, length(s.registered_on))) and (s.valid_until is null or s.valid_until collate "C" >= g.today) and (s.deregistered_on is null or s.deregistered_on collate "C" >= g.today) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))))
        else true end
    order by q.n limit asked_first + 1),
  written as (
    insert into granted.ticket (xid, nth, opened_at, reader, kind, request, instrument, day, items, numbers, records)
    select pg_current_xact_id(), row_number() over (), now(), g.reader, kind, asked, g.instrument, g.day,
      f.items, f.numbers, f.records
    from g cross join (select items, array_agg(n order by n) as numbers, array_agg(record_id order by n) as records
      from seen where place <= asked_first group by items) f
    returning xid)
  select case when exists (select from g) then 'OPEN' else 'CLOSED' end, (select xid::text from written where nextval('granted.given') > 0 limit 1),
    f.n, f.record_id::text, f.key
  from (values (1)) one left join seen f on true;
  else
    return query select 'CLOSED', null::text, null::int, null::text, null::bytea;
  end case;
end $$;

create function granted.find(
  asked uuid, asked_purpose text, asked_as_of timestamptz, asked_numbers int[]
) returns table (n int)
stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  asked_first constant int := cardinality(asked_numbers);
begin
  return query with g as materialized (
    select r.instrument as instrument, asked_as_of as as_of, p.basis as basis, o.reader, o.stated_by, o.items,
      o.parties, o.nationals_of_parties_only, o.conditions, to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD') as day,
      greatest(to_char(asked_as_of at time zone 'UTC', 'YYYY-MM-DD'), to_char(granted.clock() at time zone 'UTC', 'YYYY-MM-DD')) as today
    from exchange.request r join granted.opening o on o.instrument = r.instrument and o.purpose = asked_purpose
      join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked),
  seen as materialized (
    select q.n, p.record_id, k.key, row_number() over (order by q.n) as place,
      array(select i from unnest(g.items) i
        where (g.stated_by = 'requested' or q.items is null or i = any(q.items))
          and (i <> all(array['PHOTOGRAPH', 'FINGERPRINT_CARD', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY']::text[]) or q.decided or (not q.child and coalesce(p.adult_on <= g.day::date, false)))) as items
    from g cross join (select s.n, s.person_key as person, null::text[] as items, s.child, s.coordinator_decision as decided
      from exchange.request_subject s where s.request_id = asked) q
    join register.person p on p.person_key = q.person and p.recorded_from <= g.as_of
      and (p.recorded_until is null or p.recorded_until > g.as_of)
    join register.subject_key k on k.person_key = p.person_key
    where q.n = any(asked_numbers) and cardinality(g.items) > 0
      and (g.stated_by = 'requested' or (not p.protected and not exists (select from register.person later where later.person_key = p.person_key and later.recorded_until is null and later.protected)))
      and (not g.nationals_of_parties_only or (not p.citizenship_belonging_known or not exists (select from register.citizenship_belonging b where b.record_id = p.record_id) or exists (select from register.citizenship_belonging b where b.record_id = p.record_id and (b.country is null or b.country = 'XXX' or b.country = any(g.parties)))))
      and case g.conditions ->> g.basis
        when 'VALID_PERMIT' then exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and s.kind in ('TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE') and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[])))
        when 'GROUNDS_FOR_STAY' then (exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID' and (s.valid_from is null or s.valid_from = g.day or s.valid_from collate "C" < left(g.day, length(s.valid_from))) and (s.indefinite or (s.valid_until is not null and (s.valid_until is null or s.valid_until collate "C" >= g.today))) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))) or exists (select from register.registration s where s.record_id = p.record_id and not s.reception and (s.registered_on is null or s.registered_on = g.day or s.registered_on collate "C" < left(g.day, length(s.registered_on))) and (s.valid_until is null or s.valid_until collate "C" >= g.today) and (s.deregistered_on is null or s.deregistered_on collate "C" >= g.today) and (s.authority_code is null or s.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))))
        else true end
    order by q.n limit asked_first + 1)
  select f.n from seen f;
end $$;

create function granted.admit_search(kind text, asked uuid)
returns table (standing text, ticket text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

create function granted.names_alike(sounds text[], swapped text[])
returns table (surname_key text, s real)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not granted.searches('sorgu_search') then return; end if;
  return query select f.surname_key, similarity(f.sound, q.sound)
    from unnest(sounds) q(sound) join register.family_name f on f.sound % q.sound
  union all
    select f.surname_key, 0.8::real from register.family_name f where f.surname_key = any(swapped);
end $$;

create function granted.consume(tickets text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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
end $$;

create function granted.is_sample() returns boolean
stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((select sample from register.mark), false);
end $$;

create function granted.tag_keys(persons text[]) returns table (person text, key bytea)
stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query select k.person_key, k.key from register.subject_key k where k.person_key = any(persons);
end $$;

create function granted.outer_tag_keys() returns table (person text, key bytea)
stable language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query (select k.person_key, k.key from register.subject_key k order by k.person_key limit 1)
    union all (select k.person_key, k.key from register.subject_key k order by k.person_key desc limit 1);
end $$;

delete from granted.opening;
insert into granted.opening
  (instrument, purpose, reader, stated_by, items, parties, nationals_of_parties_only, conditions)
values
  ('AZ-BE-2019', 'INTERVIEW_ARRANGEMENT', 'sorgu_az_be_2019_interview_arrangement', 'requesting', array[]::text[], array['AZE', 'BEL']::text[], true, '{}'::jsonb),
  ('AZ-KZ-2019', 'IRREGULAR_MIGRATION_PREVENTION', 'sorgu_az_kz_2019_irregular_migration_prevention', 'requesting', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'CITIZENSHIP_EVENT', 'REGISTRATION', 'PERMIT', 'WORK_RIGHT', 'ENTRY_BAN', 'ENTRY_BAN_GROUNDS']::text[], array['AZE', 'KAZ']::text[], true, '{}'::jsonb),
  ('AZ-KZ-2019', 'RIGHTS_PROTECTION', 'sorgu_az_kz_2019_rights_protection', 'requesting', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'CITIZENSHIP_EVENT', 'REGISTRATION', 'PERMIT', 'WORK_RIGHT', 'ENTRY_BAN', 'ENTRY_BAN_GROUNDS', 'REGISTRATION_PLACE']::text[], array['AZE', 'KAZ']::text[], true, '{"3(1)(4)":"VALID_PERMIT"}'::jsonb),
  ('AZ-KZ-2019', 'PERSON_DETECTION', 'sorgu_az_kz_2019_person_detection', 'requesting', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'SEX', 'PLACE_OF_BIRTH', 'REGISTRATION', 'REGISTRATION_PLACE', 'PHOTOGRAPH']::text[], array['AZE', 'KAZ']::text[], true, '{}'::jsonb),
  ('AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT', 'sorgu_az_kz_2019_identity_establishment', 'requesting', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'SEX', 'PLACE_OF_BIRTH', 'PHOTOGRAPH', 'FINGERPRINT_CARD']::text[], array['AZE', 'KAZ']::text[], true, '{}'::jsonb),
  ('AZ-KZ-2019', 'LEGAL_STATUS_DETERMINATION', 'sorgu_az_kz_2019_legal_status_determination', 'requesting', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'CITIZENSHIP_EVENT', 'REGISTRATION', 'PERMIT', 'WORK_RIGHT', 'ENTRY_BAN', 'ENTRY_BAN_GROUNDS', 'PLACE_OF_BIRTH', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY']::text[], array['AZE', 'KAZ']::text[], true, '{"3(1)(5)":"GROUNDS_FOR_STAY"}'::jsonb),
  ('AZ-KZ-2019', 'REQUEST_EXECUTION', 'sorgu_az_kz_2019_request_execution', 'requested', array['NAME_CYRILLIC', 'NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'CITIZENSHIP_EVENT', 'REGISTRATION', 'PERMIT', 'WORK_RIGHT', 'ENTRY_BAN', 'ENTRY_BAN_GROUNDS', 'SEX', 'PLACE_OF_BIRTH', 'REGISTRATION_PLACE', 'ADMINISTRATIVE_LIABILITY', 'CRIMINAL_LIABILITY', 'PHOTOGRAPH', 'FINGERPRINT_CARD']::text[], array['AZE', 'KAZ']::text[], true, '{}'::jsonb),
  ('EU-AZ-2014', 'READMISSION', 'sorgu_eu_az_2014_readmission', 'requesting', array['NAME_LATIN', 'OTHER_NAMES', 'SEX', 'CIVIL_STATUS', 'DATE_OF_BIRTH', 'PLACE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'DOCUMENT_DETAILS', 'TRAVEL_ROUTE']::text[], array['AZE', 'BEL']::text[], false, '{}'::jsonb),
  ('EU-AZ-2014', 'REQUEST_EXECUTION', 'sorgu_eu_az_2014_request_execution', 'requested', array['NAME_LATIN', 'OTHER_NAMES', 'SEX', 'CIVIL_STATUS', 'DATE_OF_BIRTH', 'PLACE_OF_BIRTH', 'CITIZENSHIP', 'CITIZENSHIP_BELONGING', 'DOCUMENT', 'DOCUMENT_DETAILS', 'TRAVEL_ROUTE']::text[], array['AZE', 'BEL']::text[], false, '{}'::jsonb);

create view granted.person with (security_barrier) as select
  c.record_id,
  case when c.record_id = any ((select granted.records('SEX'))::bigint[]) then c.sex end as sex,
  case when c.record_id = any ((select granted.records('CIVIL_STATUS'))::bigint[]) then c.civil_status end as civil_status,
  case when c.record_id = any ((select granted.records('DATE_OF_BIRTH'))::bigint[]) then c.date_of_birth end as date_of_birth,
  case when c.record_id = any ((select granted.records('PLACE_OF_BIRTH'))::bigint[]) then c.place_of_birth end as place_of_birth,
  (c.other_names_known and coalesce(c.record_id = any ((select granted.records('OTHER_NAMES'))::bigint[]), false)) as other_names_known,
  (c.citizenships_known and coalesce(c.record_id = any ((select granted.records('CITIZENSHIP'))::bigint[]), false)) as citizenships_known,
  (c.citizenship_events_known and coalesce(c.record_id = any ((select granted.records('CITIZENSHIP_EVENT'))::bigint[]), false)) as citizenship_events_known,
  (c.documents_known and coalesce(c.record_id = any ((select granted.records('DOCUMENT'))::bigint[]), false)) as documents_known,
  (c.registrations_known and coalesce(c.record_id = any ((select granted.records('REGISTRATION'))::bigint[]), false)) as registrations_known,
  (c.permits_known and coalesce(c.record_id = any ((select granted.records('PERMIT'))::bigint[]), false)) as permits_known,
  (c.work_rights_known and coalesce(c.record_id = any ((select granted.records('WORK_RIGHT'))::bigint[]), false)) as work_rights_known,
  (c.entry_bans_known and coalesce(c.record_id = any ((select granted.records('ENTRY_BAN'))::bigint[]), false)) as entry_bans_known,
  (c.administrative_liability_known and coalesce(c.record_id = any ((select granted.records('ADMINISTRATIVE_LIABILITY'))::bigint[]), false)) as administrative_liability_known,
  (c.criminal_liability_known and coalesce(c.record_id = any ((select granted.records('CRIMINAL_LIABILITY'))::bigint[]), false)) as criminal_liability_known,
  (c.travel_route_known and coalesce(c.record_id = any ((select granted.records('TRAVEL_ROUTE'))::bigint[]), false)) as travel_route_known,
  (c.citizenship_belonging_known and coalesce(c.record_id = any ((select granted.records('CITIZENSHIP_BELONGING'))::bigint[]), false)) as citizenship_belonging_known
from register.person c
where c.record_id = any ((select granted.records())::bigint[]);

create policy granted on register.name_cyrillic for select using (
    name_cyrillic.record_id = any ((select granted.records('NAME_CYRILLIC'))::bigint[]));

create policy granted on register.name_latin for select using (
    name_latin.record_id = any ((select granted.records('NAME_LATIN'))::bigint[]));

create policy granted on register.other_name for select using (
    other_name.record_id = any ((select granted.records('OTHER_NAMES'))::bigint[]));

create policy granted on register.citizenship for select using (
    citizenship.record_id = any ((select granted.records('CITIZENSHIP'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then (citizenship.country is null or citizenship.country not in ('XXA', 'XXB', 'XXC')) and citizenship.country = any(array['AZE', 'BEL']::text[])
      when 'AZ-KZ-2019' then (citizenship.country is null or citizenship.country not in ('XXA', 'XXB', 'XXC')) and citizenship.country = any(array['AZE', 'KAZ']::text[])
      when 'EU-AZ-2014' then (citizenship.country is null or citizenship.country not in ('XXA', 'XXB', 'XXC'))
      else false end);

create policy granted on register.citizenship_event for select using (
    citizenship_event.record_id = any ((select granted.records('CITIZENSHIP_EVENT'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then (citizenship_event.country is null or citizenship_event.country not in ('XXA', 'XXB', 'XXC')) and citizenship_event.country = any(array['AZE', 'BEL']::text[])
      when 'AZ-KZ-2019' then (citizenship_event.country is null or citizenship_event.country not in ('XXA', 'XXB', 'XXC')) and citizenship_event.country = any(array['AZE', 'KAZ']::text[])
      when 'EU-AZ-2014' then (citizenship_event.country is null or citizenship_event.country not in ('XXA', 'XXB', 'XXC'))
      else false end);

create view granted.document with (security_barrier) as select
  c.record_id,
  c.ordinal,
  c.series,
  c.number,
  c.issued_on,
  c.use,
  case when c.record_id = any ((select granted.records('DOCUMENT_DETAILS'))::bigint[]) then c.kind end as kind,
  case when c.record_id = any ((select granted.records('DOCUMENT_DETAILS'))::bigint[]) then c.expires_on end as expires_on,
  case when c.record_id = any ((select granted.records('DOCUMENT_DETAILS'))::bigint[]) then c.place_of_issue end as place_of_issue,
  c.authority_code,
  c.authority_name
from register.document c
where c.record_id = any ((select granted.records('DOCUMENT'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then c.use is not null and not c.refugee and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'AZ-KZ-2019' then c.use is not null and not c.refugee and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'EU-AZ-2014' then not c.refugee and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      else false end;

create view granted.registration with (security_barrier) as select
  c.record_id,
  c.ordinal,
  c.kind,
  case when c.record_id = any ((select granted.records('REGISTRATION_PLACE'))::bigint[]) then c.place end as place,
  c.registered_on,
  c.valid_until,
  c.deregistered_on,
  c.authority_code,
  c.authority_name
from register.registration c
where c.record_id = any ((select granted.records('REGISTRATION'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then not c.reception and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'AZ-KZ-2019' then not c.reception and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'EU-AZ-2014' then not c.reception and (c.authority_code is null or c.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      else false end;

create policy granted on register.permit for select using (
    permit.record_id = any ((select granted.records('PERMIT'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then (permit.authority_code is null or permit.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'AZ-KZ-2019' then (permit.authority_code is null or permit.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'EU-AZ-2014' then (permit.authority_code is null or permit.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      else false end);

create policy granted on register.work_right for select using (
    work_right.record_id = any ((select granted.records('WORK_RIGHT'))::bigint[]));

create view granted.entry_ban with (security_barrier) as select
  c.record_id,
  c.ordinal,
  c.kind,
  c.banned_from,
  c.banned_until,
  c.indefinite,
  (c.grounds_known and coalesce(c.record_id = any ((select granted.records('ENTRY_BAN_GROUNDS'))::bigint[]), false)) as grounds_known
from register.entry_ban c
where c.record_id = any ((select granted.records('ENTRY_BAN'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then (c.banned_from is null or c.banned_from = (select granted.day()) or c.banned_from collate "C" < left((select granted.day()), length(c.banned_from))) and (c.banned_until is null or c.banned_until collate "C" >= (select granted.day()))
      when 'AZ-KZ-2019' then (c.banned_from is null or c.banned_from = (select granted.day()) or c.banned_from collate "C" < left((select granted.day()), length(c.banned_from))) and (c.banned_until is null or c.banned_until collate "C" >= (select granted.day()))
      when 'EU-AZ-2014' then true
      else false end;

create policy granted on register.administrative_liability for select using (
    administrative_liability.record_id = any ((select granted.records('ADMINISTRATIVE_LIABILITY'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then not administrative_liability.spent and not administrative_liability.expunged and not administrative_liability.juvenile and (administrative_liability.authority_code is null or administrative_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'AZ-KZ-2019' then not administrative_liability.spent and not administrative_liability.expunged and not administrative_liability.juvenile and (administrative_liability.authority_code is null or administrative_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'EU-AZ-2014' then not administrative_liability.spent and not administrative_liability.expunged and not administrative_liability.juvenile and (administrative_liability.authority_code is null or administrative_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      else false end);

create policy granted on register.criminal_liability for select using (
    criminal_liability.record_id = any ((select granted.records('CRIMINAL_LIABILITY'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then not criminal_liability.spent and not criminal_liability.expunged and not criminal_liability.juvenile and (criminal_liability.authority_code is null or criminal_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'AZ-KZ-2019' then not criminal_liability.spent and not criminal_liability.expunged and not criminal_liability.juvenile and (criminal_liability.authority_code is null or criminal_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      when 'EU-AZ-2014' then not criminal_liability.spent and not criminal_liability.expunged and not criminal_liability.juvenile and (criminal_liability.authority_code is null or criminal_liability.authority_code <> all(array['AZ-SMS-ASYLUM', 'KZ-MLSPP-ASYLUM', 'BE-CGRS', 'UNHCR']::text[]))
      else false end);

create policy granted on register.photograph for select using (
    photograph.record_id = any ((select granted.records('PHOTOGRAPH'))::bigint[]));

create policy granted on register.fingerprint_card for select using (
    fingerprint_card.record_id = any ((select granted.records('FINGERPRINT_CARD'))::bigint[]));

create policy granted on register.travel_leg for select using (
    travel_leg.record_id = any ((select granted.records('TRAVEL_ROUTE'))::bigint[])
    and case (select granted.instrument())
      when 'AZ-BE-2019' then (travel_leg.country is null or travel_leg.country not in ('XXA', 'XXB', 'XXC'))
      when 'AZ-KZ-2019' then (travel_leg.country is null or travel_leg.country not in ('XXA', 'XXB', 'XXC'))
      when 'EU-AZ-2014' then (travel_leg.country is null or travel_leg.country not in ('XXA', 'XXB', 'XXC'))
      else false end);

create policy granted on register.citizenship_belonging for select using (
    citizenship_belonging.record_id = any ((select granted.records('CITIZENSHIP_BELONGING'))::bigint[]));

create policy granted on register.entry_ban_ground for select using (
    entry_ban_ground.record_id = any ((select granted.records('ENTRY_BAN_GROUNDS'))::bigint[])
    and exists (select from granted.entry_ban b where b.record_id = entry_ban_ground.record_id and b.ordinal = entry_ban_ground.ban_ordinal));

create policy searched on register.person for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, person_key, recorded_until, protected, date_of_birth, citizenship_belonging_known) ON register.person TO sorgu_search;
create policy searched on register.subject_key for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (person_key, key) ON register.subject_key TO sorgu_search;
create policy searched on register.citizenship_belonging for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, country) ON register.citizenship_belonging TO sorgu_search;
create policy searched on register.name_key for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, surname_key, surname_sound, given_key, patronymic_key, date_of_birth) ON register.name_key TO sorgu_search;
create policy searched on register.document_key for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, ordinal, number_key) ON register.document_key TO sorgu_search;
create policy searched on register.name_cyrillic for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, surname, given_name, patronymic) ON register.name_cyrillic TO sorgu_search;
create policy searched on register.name_latin for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, surname, given_name, patronymic) ON register.name_latin TO sorgu_search;
create policy searched on register.other_name for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, ordinal, surname, given_name, patronymic) ON register.other_name TO sorgu_search;
create policy searched on register.search_name for select to sorgu_search using ((select granted.searches()));
GRANT SELECT (record_id, ordinal, script, surname, given_name, patronymic) ON register.search_name TO sorgu_search;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA granted FROM PUBLIC;

GRANT USAGE ON SCHEMA register, granted TO sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;
GRANT USAGE ON SCHEMA granted TO sorgu_app, sorgu_ledger, sorgu_exchange;
GRANT SELECT ON exchange.request, exchange.request_purpose, exchange.request_subject, exchange.provision,
  exchange.instrument_record TO sorgu_app;
GRANT SELECT ON granted.ticket TO sorgu_app, sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;
GRANT SELECT ON granted.spent, granted.given TO sorgu_app;
GRANT SELECT ON granted.subject TO sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;
GRANT SELECT ON granted.form TO sorgu_app, sorgu_ledger, sorgu_exchange;
GRANT EXECUTE ON FUNCTION granted.records(text), granted.instrument(), granted.day(), granted.searches(text),
  granted.admit(text, uuid, text, text, text, timestamptz, int[], int) TO sorgu_az_be_2019_interview_arrangement, sorgu_az_kz_2019_irregular_migration_prevention, sorgu_az_kz_2019_rights_protection, sorgu_az_kz_2019_person_detection, sorgu_az_kz_2019_identity_establishment, sorgu_az_kz_2019_legal_status_determination, sorgu_az_kz_2019_request_execution, sorgu_eu_az_2014_readmission, sorgu_eu_az_2014_request_execution, sorgu_search;
GRANT EXECUTE ON FUNCTION granted.admit_search(text, uuid), granted.names_alike(text[], text[]) TO sorgu_search;
GRANT EXECUTE ON FUNCTION granted.find(uuid, text, timestamptz, int[]), granted.is_sample(),
  granted.tag_keys(text[]), granted.outer_tag_keys() TO sorgu_app;
GRANT EXECUTE ON FUNCTION granted.consume(text[]) TO sorgu_ledger;

-- AZ-BE-2019 INTERVIEW_ARRANGEMENT: nothing

-- AZ-KZ-2019 IRREGULAR_MIGRATION_PREVENTION
GRANT SELECT (record_id, date_of_birth, citizenships_known, citizenship_events_known, documents_known, registrations_known, permits_known, work_rights_known, entry_bans_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, kind, country, happened_on) ON register.citizenship_event TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, kind, registered_on, valid_until, deregistered_on, authority_code, authority_name) ON granted.registration TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, kind, valid_from, valid_until, indefinite, status, authority_code, authority_name) ON register.permit TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, basis, valid_from, valid_until, indefinite) ON register.work_right TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, kind, banned_from, banned_until, indefinite, grounds_known) ON granted.entry_ban TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_irregular_migration_prevention;
GRANT SELECT (record_id, ban_ordinal, ordinal, code, provision, text) ON register.entry_ban_ground TO sorgu_az_kz_2019_irregular_migration_prevention;

-- AZ-KZ-2019 RIGHTS_PROTECTION
GRANT SELECT (record_id, date_of_birth, citizenships_known, citizenship_events_known, documents_known, registrations_known, permits_known, work_rights_known, entry_bans_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, kind, country, happened_on) ON register.citizenship_event TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, kind, place, registered_on, valid_until, deregistered_on, authority_code, authority_name) ON granted.registration TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, kind, valid_from, valid_until, indefinite, status, authority_code, authority_name) ON register.permit TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, basis, valid_from, valid_until, indefinite) ON register.work_right TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, kind, banned_from, banned_until, indefinite, grounds_known) ON granted.entry_ban TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_rights_protection;
GRANT SELECT (record_id, ban_ordinal, ordinal, code, provision, text) ON register.entry_ban_ground TO sorgu_az_kz_2019_rights_protection;

-- AZ-KZ-2019 PERSON_DETECTION
GRANT SELECT (record_id, sex, date_of_birth, place_of_birth, citizenships_known, documents_known, registrations_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, ordinal, kind, place, registered_on, valid_until, deregistered_on, authority_code, authority_name) ON granted.registration TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, media_type, content, taken_on) ON register.photograph TO sorgu_az_kz_2019_person_detection;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_person_detection;

-- AZ-KZ-2019 IDENTITY_ESTABLISHMENT
GRANT SELECT (record_id, sex, date_of_birth, place_of_birth, citizenships_known, documents_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, media_type, content, taken_on) ON register.photograph TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, media_type, content, taken_on) ON register.fingerprint_card TO sorgu_az_kz_2019_identity_establishment;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_identity_establishment;

-- AZ-KZ-2019 LEGAL_STATUS_DETERMINATION
GRANT SELECT (record_id, date_of_birth, place_of_birth, citizenships_known, citizenship_events_known, documents_known, registrations_known, permits_known, work_rights_known, entry_bans_known, administrative_liability_known, criminal_liability_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, kind, country, happened_on) ON register.citizenship_event TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, kind, registered_on, valid_until, deregistered_on, authority_code, authority_name) ON granted.registration TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, kind, valid_from, valid_until, indefinite, status, authority_code, authority_name) ON register.permit TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, basis, valid_from, valid_until, indefinite) ON register.work_right TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, kind, banned_from, banned_until, indefinite, grounds_known) ON granted.entry_ban TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, stage, staged_on, provision, authority_code, authority_name) ON register.administrative_liability TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, stage, staged_on, provision, authority_code, authority_name) ON register.criminal_liability TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_legal_status_determination;
GRANT SELECT (record_id, ban_ordinal, ordinal, code, provision, text) ON register.entry_ban_ground TO sorgu_az_kz_2019_legal_status_determination;

-- AZ-KZ-2019 REQUEST_EXECUTION
GRANT SELECT (record_id, sex, date_of_birth, place_of_birth, citizenships_known, citizenship_events_known, documents_known, registrations_known, permits_known, work_rights_known, entry_bans_known, administrative_liability_known, criminal_liability_known, citizenship_belonging_known) ON granted.person TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_cyrillic TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, kind, country, happened_on) ON register.citizenship_event TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, authority_code, authority_name) ON granted.document TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, kind, place, registered_on, valid_until, deregistered_on, authority_code, authority_name) ON granted.registration TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, kind, valid_from, valid_until, indefinite, status, authority_code, authority_name) ON register.permit TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, basis, valid_from, valid_until, indefinite) ON register.work_right TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, kind, banned_from, banned_until, indefinite, grounds_known) ON granted.entry_ban TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, stage, staged_on, provision, authority_code, authority_name) ON register.administrative_liability TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, stage, staged_on, provision, authority_code, authority_name) ON register.criminal_liability TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, media_type, content, taken_on) ON register.photograph TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, media_type, content, taken_on) ON register.fingerprint_card TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_az_kz_2019_request_execution;
GRANT SELECT (record_id, ban_ordinal, ordinal, code, provision, text) ON register.entry_ban_ground TO sorgu_az_kz_2019_request_execution;

-- EU-AZ-2014 READMISSION
GRANT SELECT (record_id, sex, civil_status, date_of_birth, place_of_birth, other_names_known, citizenships_known, documents_known, travel_route_known, citizenship_belonging_known) ON granted.person TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, ordinal, surname, given_name, patronymic, origin, transliteration) ON register.other_name TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, kind, expires_on, place_of_issue, authority_code, authority_name) ON granted.document TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, ordinal, country, place, arrived_on, left_on) ON register.travel_leg TO sorgu_eu_az_2014_readmission;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_eu_az_2014_readmission;

-- EU-AZ-2014 REQUEST_EXECUTION
GRANT SELECT (record_id, sex, civil_status, date_of_birth, place_of_birth, other_names_known, citizenships_known, documents_known, travel_route_known, citizenship_belonging_known) ON granted.person TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, surname, given_name, patronymic, origin, transliteration) ON register.name_latin TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, ordinal, surname, given_name, patronymic, origin, transliteration) ON register.other_name TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, ordinal, series, number, issued_on, use, kind, expires_on, place_of_issue, authority_code, authority_name) ON granted.document TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, ordinal, country, place, arrived_on, left_on) ON register.travel_leg TO sorgu_eu_az_2014_request_execution;
GRANT SELECT (record_id, ordinal, country, since, until) ON register.citizenship_belonging TO sorgu_eu_az_2014_request_execution;
