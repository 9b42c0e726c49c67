-- Generated from the policy by `npm run emit`; never edited by hand.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY array['sorgu_app', 'sorgu_az_be_2019_interview_arrangement', 'sorgu_az_kz_2019_irregular_migration_prevention', 'sorgu_az_kz_2019_rights_protection', 'sorgu_az_kz_2019_person_detection', 'sorgu_az_kz_2019_identity_establishment', 'sorgu_az_kz_2019_legal_status_determination', 'sorgu_az_kz_2019_request_execution', 'sorgu_eu_az_2014_readmission', 'sorgu_eu_az_2014_request_execution', 'sorgu_search']::text[] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
  FOREACH wanted IN ARRAY array['sorgu_az_be_2019_interview_arrangement', 'sorgu_az_kz_2019_irregular_migration_prevention', 'sorgu_az_kz_2019_rights_protection', 'sorgu_az_kz_2019_person_detection', 'sorgu_az_kz_2019_identity_establishment', 'sorgu_az_kz_2019_legal_status_determination', 'sorgu_az_kz_2019_request_execution', 'sorgu_eu_az_2014_readmission', 'sorgu_eu_az_2014_request_execution', 'sorgu_search']::text[] LOOP
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
$$;
