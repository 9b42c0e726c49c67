-- Custody between gateways: written by the exchange, removed by nobody; what came with a message stays as it came.
GRANT SELECT ON exchange.custody_file, exchange.custody_package TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE ON exchange.custody_file TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT ON exchange.custody_package TO sorgu_exchange;
