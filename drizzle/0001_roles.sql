-- Roles belong to the whole cluster: they may exist already, or be made by another database at this moment.
DO $$
DECLARE
	wanted text;
BEGIN
	FOREACH wanted IN ARRAY ARRAY['sorgu_app', 'sorgu_ledger'] LOOP
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
			BEGIN
				EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
			EXCEPTION WHEN duplicate_object OR unique_violation THEN
				NULL;
			END;
		END IF;
	END LOOP;
END
$$;
--> statement-breakpoint
-- The application reads. It writes nothing anywhere.
GRANT USAGE ON SCHEMA register, exchange, ledger TO sorgu_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA register, exchange, ledger TO sorgu_app;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA register, exchange, ledger GRANT SELECT ON TABLES TO sorgu_app;
--> statement-breakpoint
-- The ledger's writer adds, and can neither read, change nor remove (Article 11(4)).
GRANT USAGE ON SCHEMA ledger TO sorgu_ledger;
--> statement-breakpoint
GRANT INSERT ON ALL TABLES IN SCHEMA ledger TO sorgu_ledger;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT INSERT ON TABLES TO sorgu_ledger;
--> statement-breakpoint
-- Both may ask whether the database has the form they expect.
GRANT USAGE ON SCHEMA drizzle TO sorgu_app, sorgu_ledger;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO sorgu_app, sorgu_ledger;
