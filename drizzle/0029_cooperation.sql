CREATE TABLE "exchange"."activity_authority" (
	"authority" text NOT NULL,
	"activity_id" uuid NOT NULL,
	"instrument" text NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "activity_authority_authority_activity_id_pk" PRIMARY KEY("authority","activity_id")
);
--> statement-breakpoint
CREATE TABLE "exchange"."activity_change" (
	"activity_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "activity_change_activity_id_n_pk" PRIMARY KEY("activity_id","n"),
	CONSTRAINT "activity_change_number" CHECK (n >= 1)
);
--> statement-breakpoint
CREATE INDEX "activity_authority_page" ON "exchange"."activity_authority" USING btree ("authority","proposed_at","activity_id");
--> statement-breakpoint
-- by hand
-- What was proposed, agreed and recorded is added to by the exchange, and neither changed nor removed by anybody.
GRANT SELECT, INSERT ON exchange.activity_change, exchange.activity_authority TO sorgu_exchange;
