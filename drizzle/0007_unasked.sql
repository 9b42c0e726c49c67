CREATE TABLE "exchange"."notice" (
	"sender" text NOT NULL,
	"id" uuid NOT NULL,
	"addressee" text NOT NULL,
	"digest" text NOT NULL,
	"list" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"document" text NOT NULL,
	"sealed_at" timestamp with time zone,
	"receipt" text,
	CONSTRAINT "notice_sender_id_pk" PRIMARY KEY("sender","id"),
	CONSTRAINT "notice_digest" CHECK (digest ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "exchange"."provision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"side" text NOT NULL,
	"state" text NOT NULL,
	"keep_until" timestamp with time zone NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"document" text,
	"package" text,
	CONSTRAINT "provision_side" CHECK (side in ('PROVIDER', 'RECIPIENT'))
);
--> statement-breakpoint
CREATE TABLE "exchange"."provision_officer" (
	"provision_id" uuid NOT NULL,
	"officer" text NOT NULL,
	CONSTRAINT "provision_officer_provision_id_officer_pk" PRIMARY KEY("provision_id","officer")
);
--> statement-breakpoint
ALTER TABLE "exchange"."mail" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD COLUMN "provision_id" uuid;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD COLUMN "notice_id" uuid;--> statement-breakpoint
ALTER TABLE "exchange"."provision_officer" ADD CONSTRAINT "provision_officer_provision_id_provision_id_fk" FOREIGN KEY ("provision_id") REFERENCES "exchange"."provision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_written" ON "exchange"."notice" USING btree ("sender","addressee","written_at");--> statement-breakpoint
CREATE INDEX "provision_end" ON "exchange"."provision" USING btree ("keep_until") WHERE state = 'RECEIVED';--> statement-breakpoint
CREATE INDEX "provision_page" ON "exchange"."provision" USING btree ("side","id");--> statement-breakpoint
CREATE INDEX "provision_officer_page" ON "exchange"."provision_officer" USING btree ("officer","provision_id");--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD CONSTRAINT "mail_provision_id_provision_id_fk" FOREIGN KEY ("provision_id") REFERENCES "exchange"."provision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD CONSTRAINT "mail_about_one" CHECK (num_nonnulls(case_id, provision_id, notice_id) = 1);