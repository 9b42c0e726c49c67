CREATE SCHEMA "granted";
--> statement-breakpoint
CREATE TABLE "granted"."form" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "granted"."opening" (
	"instrument" text NOT NULL,
	"purpose" text NOT NULL,
	"reader" text NOT NULL,
	"stated_by" text NOT NULL,
	"items" text[] NOT NULL,
	"parties" text[] NOT NULL,
	"nationals_of_parties_only" boolean NOT NULL,
	"conditions" jsonb NOT NULL,
	CONSTRAINT "opening_instrument_purpose_pk" PRIMARY KEY("instrument","purpose"),
	CONSTRAINT "opening_stated_by" CHECK (stated_by in ('requesting', 'requested'))
);
--> statement-breakpoint
CREATE TABLE "granted"."ticket" (
	"xid" "xid8" NOT NULL,
	"nth" smallint NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"reader" text NOT NULL,
	"kind" text NOT NULL,
	"request" uuid NOT NULL,
	"instrument" text NOT NULL,
	"day" text NOT NULL,
	"items" text[] NOT NULL,
	"numbers" integer[] NOT NULL,
	"records" bigint[] NOT NULL,
	CONSTRAINT "ticket_xid_nth_pk" PRIMARY KEY("xid","nth"),
	CONSTRAINT "ticket_kind" CHECK (kind in ('REQUEST', 'ANSWER', 'PROVISION', 'SEARCH'))
);
