CREATE SCHEMA "statistics";
--> statement-breakpoint
CREATE TABLE "statistics"."count" (
	"subject" text NOT NULL,
	"quarter" text NOT NULL,
	"kind" text NOT NULL,
	"instruments" text[] NOT NULL,
	"region" text NOT NULL,
	"age" text NOT NULL,
	"sex" text NOT NULL,
	"persons" integer NOT NULL,
	CONSTRAINT "count_subject_quarter_kind_instruments_region_age_sex_pk" PRIMARY KEY("subject","quarter","kind","instruments","region","age","sex"),
	CONSTRAINT "count_somebody" CHECK (persons > 0)
);
--> statement-breakpoint
CREATE TABLE "statistics"."counted" (
	"subject" text NOT NULL,
	"quarter" text NOT NULL,
	"recorded" text NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "counted_subject_quarter_pk" PRIMARY KEY("subject","quarter")
);
--> statement-breakpoint
CREATE TABLE "statistics"."statistical_table" (
	"definition" text NOT NULL,
	"subject" text NOT NULL,
	"period" text NOT NULL,
	"threshold" integer NOT NULL,
	"seed" "bytea" NOT NULL,
	"hidden" text[] NOT NULL,
	"recorded" text[] NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	CONSTRAINT "statistical_table_definition_period_pk" PRIMARY KEY("definition","period"),
	CONSTRAINT "statistical_table_threshold" CHECK (threshold >= 5)
);
--> statement-breakpoint
ALTER TABLE "statistics"."count" ADD CONSTRAINT "count_subject_quarter_counted_subject_quarter_fk" FOREIGN KEY ("subject","quarter") REFERENCES "statistics"."counted"("subject","quarter") ON DELETE no action ON UPDATE no action;