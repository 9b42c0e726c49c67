DROP INDEX "ledger"."entry_subject_tag";--> statement-breakpoint
CREATE INDEX "entry_subject_tag" ON "ledger"."entry_subject" USING btree (substr(tag, 1, 7));