-- Custody between gateways: written by the exchange, removed by nobody. What came with a message is held with the rest.
GRANT SELECT ON exchange.custody_file TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE ON exchange.custody_file TO sorgu_exchange;
