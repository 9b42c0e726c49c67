CREATE TABLE "exchange"."receipt" (
	"origin" text NOT NULL,
	"index" bigint NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	"entry" text NOT NULL,
	"proof" text NOT NULL,
	"checkpoint" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipt_origin_index_leaf_hash_pk" PRIMARY KEY("origin","index","leaf_hash")
);
--> statement-breakpoint
CREATE TABLE "exchange"."witnessed" (
	"origin" text NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"is_cosigned" boolean NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "witnessed_origin_size_root_pk" PRIMARY KEY("origin","size","root")
);
--> statement-breakpoint
CREATE TABLE "exchange"."witnessed_log" (
	"origin" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"cosigned_at" bigint NOT NULL
);
