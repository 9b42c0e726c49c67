DROP INDEX "ledger"."entry_request";--> statement-breakpoint
CREATE INDEX "entry_request" ON "ledger"."entry" USING btree ((substr(leaf, nullif(strpos(leaf, '"request":"'), 0) + 11, 37) collate "C"));