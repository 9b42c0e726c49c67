-- What travels without a request: written by the exchange, removed by nobody.
GRANT SELECT ON exchange.provision, exchange.provision_officer, exchange.notice TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE ON exchange.provision TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, DELETE ON exchange.provision_officer TO sorgu_exchange;
--> statement-breakpoint
-- A notice stays as it was signed; only what became of it is noted.
GRANT INSERT, UPDATE (sealed_at, receipt) ON exchange.notice TO sorgu_exchange;
