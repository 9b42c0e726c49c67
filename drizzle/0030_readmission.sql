CREATE TABLE "exchange"."humanitarian_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"officer" text NOT NULL,
	"note" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange"."interview_booking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"window_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"language" text NOT NULL,
	"booked_by" text NOT NULL,
	"officer" text NOT NULL,
	"booked_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"outcome" text,
	"outcome_at" timestamp with time zone,
	CONSTRAINT "interview_booking_end" CHECK (cancelled_at is null or outcome is null),
	CONSTRAINT "interview_booking_outcome" CHECK ((outcome is null) = (outcome_at is null))
);
--> statement-breakpoint
CREATE TABLE "exchange"."interview_channel" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"offered_to" text NOT NULL,
	"place" text NOT NULL,
	"hours" text NOT NULL,
	"contact" text NOT NULL,
	"languages" text[] NOT NULL,
	CONSTRAINT "interview_channel_kind" CHECK (kind in ('OFFICE', 'VIDEO'))
);
--> statement-breakpoint
CREATE TABLE "exchange"."interview_window" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"languages" text[] NOT NULL,
	"video_link" text,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "interview_window_once" UNIQUE("channel","starts_at"),
	CONSTRAINT "interview_window_span" CHECK (starts_at < ends_at)
);
--> statement-breakpoint
CREATE TABLE "exchange"."readmission_case" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange"."humanitarian_note" ADD CONSTRAINT "humanitarian_note_request_id_readmission_case_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."readmission_case"("request_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD CONSTRAINT "interview_booking_window_id_interview_window_id_fk" FOREIGN KEY ("window_id") REFERENCES "exchange"."interview_window"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."interview_booking" ADD CONSTRAINT "interview_booking_request_id_readmission_case_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."readmission_case"("request_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."interview_window" ADD CONSTRAINT "interview_window_channel_interview_channel_code_fk" FOREIGN KEY ("channel") REFERENCES "exchange"."interview_channel"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "humanitarian_note_request" ON "exchange"."humanitarian_note" USING btree ("request_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "interview_booking_window" ON "exchange"."interview_booking" USING btree ("window_id") WHERE cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "interview_booking_subject" ON "exchange"."interview_booking" USING btree ("request_id","n") WHERE cancelled_at is null and outcome is null;--> statement-breakpoint
CREATE INDEX "interview_booking_request" ON "exchange"."interview_booking" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "interview_window_ahead" ON "exchange"."interview_window" USING btree ("starts_at");
--> statement-breakpoint
-- by hand
-- The exchange's role alone: the application's reads nothing of it. A window, a booking and a note are never removed.
GRANT SELECT ON exchange.readmission_case, exchange.interview_channel, exchange.interview_window, exchange.interview_booking, exchange.humanitarian_note TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (version, content) ON exchange.readmission_case TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT ON exchange.interview_channel TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT, UPDATE (withdrawn_at) ON exchange.interview_window TO sorgu_exchange;
--> statement-breakpoint
-- Who has a window and for whom is never written anew: a booking is cancelled or concluded.
GRANT INSERT, UPDATE (cancelled_at, outcome, outcome_at) ON exchange.interview_booking TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT ON exchange.humanitarian_note TO sorgu_exchange;
