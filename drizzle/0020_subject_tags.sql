DROP INDEX "ledger"."entry_subject_tag";--> statement-breakpoint
ALTER TABLE "ledger"."entry_subject" DROP CONSTRAINT "entry_subject_log_id_seq_n_pk";--> statement-breakpoint
CREATE INDEX "entry_subject_tag" ON "ledger"."entry_subject" USING hash ("tag");