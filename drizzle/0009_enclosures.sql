CREATE TABLE "exchange"."scan" (
	"case_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scan_case_id_sha256_pk" PRIMARY KEY("case_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "exchange"."scan" ADD CONSTRAINT "scan_case_id_case_file_id_fk" FOREIGN KEY ("case_id") REFERENCES "exchange"."case_file"("id") ON DELETE no action ON UPDATE no action;