CREATE TABLE "exchange"."custody_file" (
	"about" uuid PRIMARY KEY NOT NULL,
	"is_open" boolean NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "exchange"."mail" DROP CONSTRAINT "mail_about_one";--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD COLUMN "custody_about" uuid;--> statement-breakpoint
CREATE INDEX "custody_file_open" ON "exchange"."custody_file" USING btree ("about") WHERE is_open;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD CONSTRAINT "mail_custody_about_custody_file_about_fk" FOREIGN KEY ("custody_about") REFERENCES "exchange"."custody_file"("about") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."mail" ADD CONSTRAINT "mail_about_one" CHECK (num_nonnulls(case_id, provision_id, notice_id, custody_about) = 1);