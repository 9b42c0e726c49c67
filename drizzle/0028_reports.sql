CREATE TABLE "exchange"."strategic_report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"revision" integer NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exchange"."strategic_report_attachment" (
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"n" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "strategic_report_attachment_report_id_version_n_pk" PRIMARY KEY("report_id","version","n")
);
--> statement-breakpoint
CREATE TABLE "exchange"."strategic_report_sight" (
	"report_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"sight" text NOT NULL,
	CONSTRAINT "strategic_report_sight_authority_sight_report_id_pk" PRIMARY KEY("authority","sight","report_id"),
	CONSTRAINT "strategic_report_sight_kind" CHECK (sight in ('OWN', 'OFFER', 'OPEN'))
);
--> statement-breakpoint
CREATE TABLE "exchange"."strategic_report_version" (
	"report_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"document" text NOT NULL,
	CONSTRAINT "strategic_report_version_report_id_version_pk" PRIMARY KEY("report_id","version")
);
--> statement-breakpoint
ALTER TABLE "exchange"."strategic_report_attachment" ADD CONSTRAINT "strategic_report_attachment_report_id_strategic_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "exchange"."strategic_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."strategic_report_sight" ADD CONSTRAINT "strategic_report_sight_report_id_strategic_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "exchange"."strategic_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."strategic_report_version" ADD CONSTRAINT "strategic_report_version_report_id_strategic_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "exchange"."strategic_report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "strategic_report_sight_report" ON "exchange"."strategic_report_sight" USING btree ("report_id");
--> statement-breakpoint
-- by hand
-- Reports are written by the exchange alone, and read by nobody else; versions and attachments are added, never changed.
REVOKE ALL ON exchange.strategic_report, exchange.strategic_report_sight, exchange.strategic_report_version, exchange.strategic_report_attachment FROM sorgu_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (revision, content) ON exchange.strategic_report TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON exchange.strategic_report_sight TO sorgu_exchange;
--> statement-breakpoint
GRANT INSERT ON exchange.strategic_report_version TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT, INSERT ON exchange.strategic_report_attachment TO sorgu_exchange;
