CREATE TABLE "exchange"."case_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"box" text NOT NULL,
	"state" text NOT NULL,
	"due_before" timestamp with time zone NOT NULL,
	"wake_at" timestamp with time zone,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"document" text,
	"answer" text,
	CONSTRAINT "case_file_box" CHECK (box in ('INBOX', 'OUTBOX', 'DRAFTS'))
);
--> statement-breakpoint
CREATE TABLE "exchange"."case_officer" (
	"case_id" uuid NOT NULL,
	"officer" text NOT NULL,
	"box" text NOT NULL,
	"state" text NOT NULL,
	"due_before" timestamp with time zone NOT NULL,
	CONSTRAINT "case_officer_case_id_officer_pk" PRIMARY KEY("case_id","officer")
);
--> statement-breakpoint
CREATE TABLE "exchange"."inbox" (
	"sender" text NOT NULL,
	"id" uuid NOT NULL,
	"digest" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"receipt" text,
	CONSTRAINT "inbox_sender_id_pk" PRIMARY KEY("sender","id")
);
--> statement-breakpoint
CREATE TABLE "exchange"."mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"addressee" text NOT NULL,
	"envelope" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"sealed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"receipt" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"dead_at" timestamp with time zone,
	CONSTRAINT "mail_sealed_first" CHECK (sent_at is null or sealed_at is not null)
);
--> statement-breakpoint
CREATE TABLE "exchange"."nonce" (
	"keyid" text NOT NULL,
	"nonce" text NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "nonce_keyid_nonce_pk" PRIMARY KEY("keyid","nonce")
);
--> statement-breakpoint
CREATE TABLE "exchange"."public_key" (
	"kid" text PRIMARY KEY NOT NULL,
	"jwk" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange"."standing" (
	"authority" text NOT NULL,
	"n" integer NOT NULL,
	"fact" text,
	"valid_from" timestamp with time zone,
	"valid_until" timestamp with time zone,
	"recorded_at" timestamp with time zone NOT NULL,
	"withdraws" integer,
	"note" text,
	CONSTRAINT "standing_authority_n_pk" PRIMARY KEY("authority","n"),
	CONSTRAINT "standing_withdrawn_once" UNIQUE("authority","withdraws"),
	CONSTRAINT "standing_kind" CHECK ((withdraws is null) = (fact is not null and valid_from is not null and note is not null)),
	CONSTRAINT "standing_withdraws_earlier" CHECK (withdraws < n)
);
--> statement-breakpoint
ALTER TABLE "exchange"."case_officer" ADD CONSTRAINT "case_officer_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "exchange"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD CONSTRAINT "mail_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "exchange"."case_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_file_page" ON "exchange"."case_file" USING btree ("box","state","due_before","id");--> statement-breakpoint
CREATE INDEX "case_file_wake" ON "exchange"."case_file" USING btree ("wake_at") WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX "case_officer_page" ON "exchange"."case_officer" USING btree ("officer","box","state","due_before","case_id");--> statement-breakpoint
CREATE INDEX "mail_unsealed" ON "exchange"."mail" USING btree ("kept_at") WHERE sealed_at is null;--> statement-breakpoint
CREATE INDEX "mail_dead" ON "exchange"."mail" USING btree ("dead_at") WHERE dead_at is not null;--> statement-breakpoint
CREATE INDEX "nonce_until" ON "exchange"."nonce" USING btree ("until");