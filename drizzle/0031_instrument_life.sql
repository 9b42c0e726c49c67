CREATE TABLE "exchange"."instrument_record" (
	"number" integer PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"party" text NOT NULL,
	"act" text NOT NULL,
	"reference" text NOT NULL,
	"digest" text NOT NULL,
	"officer" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "instrument_record_id_unique" UNIQUE("id"),
	CONSTRAINT "instrument_record_number" CHECK ("exchange"."instrument_record"."number" > 0),
	CONSTRAINT "instrument_record_digest" CHECK ("exchange"."instrument_record"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
-- by hand
-- Records are added, and neither changed nor removed: what was decided is replayed from them (Articles 12, 16, 17).
GRANT SELECT, INSERT ON exchange.instrument_record TO sorgu_exchange;
