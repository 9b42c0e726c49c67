-- What was received is written by the exchange alone; nobody else, the application's role neither, reads even its ciphertext.
GRANT SELECT ON exchange.custody_epoch, exchange.holding, exchange.held_value, exchange.erasure, exchange.destruction_certificate TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, erased_at) ON exchange.custody_epoch TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (ends_at) ON exchange.holding TO sorgu_exchange;
--> statement-breakpoint
-- A value is never written anew: only its key's wrapping moves, and its end with it.
GRANT INSERT, DELETE, UPDATE (epoch, past_epochs, wrapped, ends_at, recalled_at) ON exchange.held_value TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (step, done_at) ON exchange.erasure TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT ON exchange.destruction_certificate TO sorgu_exchange;
