CREATE TABLE "exchange"."report_decision" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "exchange"."report_decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"request_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"review_at" timestamp with time zone,
	"officer" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_decision_kind" CHECK (decision in ('DEFER', 'TELL')),
	CONSTRAINT "report_decision_review" CHECK ((review_at is not null) = (decision = 'DEFER'))
);
--> statement-breakpoint
CREATE INDEX "report_decision_newest" ON "exchange"."report_decision" USING btree ("request_id","id");--> statement-breakpoint
-- Decisions are added, and neither changed nor removed (11(1)).
GRANT SELECT, INSERT ON exchange.report_decision TO sorgu_exchange;
