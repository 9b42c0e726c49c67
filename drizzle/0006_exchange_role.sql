-- Roles belong to the whole cluster: it may exist already, or be made by another database at this moment.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sorgu_exchange') THEN
		BEGIN
			CREATE ROLE sorgu_exchange NOLOGIN;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			NULL;
		END;
	END IF;
END
$$;
--> statement-breakpoint
-- The exchange writes cases and mail. It sees neither the register nor the ledger, and removes no case and no mail.
GRANT USAGE ON SCHEMA exchange, drizzle TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT ON drizzle.__drizzle_migrations TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA exchange TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE ON exchange.request, exchange.case_file TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON exchange.request_purpose, exchange.request_subject, exchange.case_officer TO sorgu_exchange;
--> statement-breakpoint
-- What was kept to be sent, and what was taken, stays as it is; only what became of it is noted.
GRANT INSERT, UPDATE (sealed_at, sent_at, receipt, attempts, failure, dead_at) ON exchange.mail TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (receipt) ON exchange.inbox TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, DELETE ON exchange.nonce TO sorgu_exchange;
--> statement-breakpoint
-- The registers over time are added to (Articles 2 and 9(4)).
GRANT INSERT ON exchange.standing, exchange.public_key TO sorgu_exchange;
