CREATE TABLE "exchange"."custody_epoch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"state" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"erased_at" timestamp with time zone,
	CONSTRAINT "custody_epoch_state" CHECK (state in ('OPEN', 'RETIRING', 'ERASED')),
	CONSTRAINT "custody_epoch_erased" CHECK ((state = 'ERASED') = (erased_at is not null))
);
--> statement-breakpoint
CREATE TABLE "exchange"."destruction_certificate" (
	"erasure_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"source" text NOT NULL,
	"ground" text NOT NULL,
	"provider" text NOT NULL,
	"certificate" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "destruction_certificate_erasure_id_case_id_source_ground_pk" PRIMARY KEY("erasure_id","case_id","source","ground")
);
--> statement-breakpoint
CREATE TABLE "exchange"."erasure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"step" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "erasure_step" CHECK (step in ('PLANNED', 'SEALED', 'REWRAPPED', 'ERASED', 'DONE'))
);
--> statement-breakpoint
CREATE TABLE "exchange"."held_value" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"source" text NOT NULL,
	"purpose" text NOT NULL,
	"n" integer NOT NULL,
	"item_group" text NOT NULL,
	"epoch" uuid NOT NULL,
	"past_epochs" uuid[] NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"recalled_at" timestamp with time zone,
	CONSTRAINT "held_value_place" UNIQUE("case_id","source","purpose","n","item_group"),
	CONSTRAINT "held_value_wrapped" CHECK (octet_length(wrapped) = 60),
	CONSTRAINT "held_value_sealed" CHECK (octet_length(sealed) >= 28)
);
--> statement-breakpoint
CREATE TABLE "exchange"."holding" (
	"case_id" uuid NOT NULL,
	"source" text NOT NULL,
	"purpose" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "holding_case_id_source_purpose_pk" PRIMARY KEY("case_id","source","purpose")
);
--> statement-breakpoint
ALTER TABLE "exchange"."destruction_certificate" ADD CONSTRAINT "destruction_certificate_erasure_id_erasure_id_fk" FOREIGN KEY ("erasure_id") REFERENCES "exchange"."erasure"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."held_value" ADD CONSTRAINT "held_value_epoch_custody_epoch_id_fk" FOREIGN KEY ("epoch") REFERENCES "exchange"."custody_epoch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."held_value" ADD CONSTRAINT "held_value_holding_fk" FOREIGN KEY ("case_id","source","purpose") REFERENCES "exchange"."holding"("case_id","source","purpose") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "custody_epoch_open" ON "exchange"."custody_epoch" USING btree ("day") WHERE state = 'OPEN';--> statement-breakpoint
CREATE INDEX "destruction_certificate_case" ON "exchange"."destruction_certificate" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasure_one" ON "exchange"."erasure" USING btree ((step <> 'DONE')) WHERE step <> 'DONE';--> statement-breakpoint
CREATE INDEX "held_value_end" ON "exchange"."held_value" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "held_value_recalled" ON "exchange"."held_value" USING btree ("recalled_at") WHERE recalled_at is not null;--> statement-breakpoint
CREATE INDEX "held_value_epoch" ON "exchange"."held_value" USING btree ("epoch","id");