-- What a witness saw stays as it was shown, and so do receipts; only the last of a log is set on.
GRANT SELECT, INSERT ON exchange.witnessed, exchange.receipt TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON exchange.witnessed_log TO sorgu_exchange;
