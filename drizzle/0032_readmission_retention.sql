-- by hand
-- What was written in clear is removed, not carried over: the keys are outside the database, and no production gateway holds such rows.
-- Truncated, so that the files of the tables go too; what stands in WAL and in backups of the time goes with those.
TRUNCATE exchange.humanitarian_note, exchange.interview_booking, exchange.readmission_case;
--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP CONSTRAINT "interview_booking_end";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP CONSTRAINT "interview_booking_outcome";--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" DROP CONSTRAINT "humanitarian_note_request_id_readmission_case_request_id_fk";
--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP CONSTRAINT "interview_booking_request_id_readmission_case_request_id_fk";
--> statement-breakpoint
DROP INDEX "exchange"."interview_booking_subject";--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" ADD COLUMN "sealed" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD COLUMN "sealed" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD COLUMN "sealed_outcome" "bytea";--> statement-breakpoint
ALTER TABLE "exchange"."readmission_case" ADD COLUMN "sealed" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" ADD CONSTRAINT "humanitarian_note_request_id_readmission_case_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."readmission_case"("request_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD CONSTRAINT "interview_booking_request_id_readmission_case_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."readmission_case"("request_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "interview_booking_subject" ON "exchange"."interview_booking" USING btree ("request_id","n") WHERE cancelled_at is null and outcome_at is null;--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" DROP COLUMN "officer";--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" DROP COLUMN "note";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP COLUMN "language";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP COLUMN "booked_by";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP COLUMN "officer";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" DROP COLUMN "outcome";--> statement-breakpoint
ALTER TABLE "exchange"."readmission_case" DROP COLUMN "content";--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD CONSTRAINT "interview_booking_end" CHECK (cancelled_at is null or outcome_at is null);--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD CONSTRAINT "interview_booking_outcome" CHECK ((sealed_outcome is null) = (outcome_at is null));--> statement-breakpoint
ALTER TABLE "exchange"."readmission_case" ADD CONSTRAINT "readmission_case_sealed" CHECK (octet_length(sealed) >= 28);
--> statement-breakpoint
-- by hand
-- A case goes with its keys, and its bookings and notes go with it; none of them alone.
GRANT UPDATE (version, sealed), DELETE ON exchange.readmission_case TO sorgu_exchange;
--> statement-breakpoint
-- Who has a window and for whom is never written anew: a booking is cancelled or concluded.
GRANT UPDATE (sealed_outcome) ON exchange.interview_booking TO sorgu_exchange;
