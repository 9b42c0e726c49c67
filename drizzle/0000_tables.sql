CREATE SCHEMA "exchange";
--> statement-breakpoint
CREATE SCHEMA "ledger";
--> statement-breakpoint
CREATE SCHEMA "register";
--> statement-breakpoint
CREATE SEQUENCE "register"."record_id" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "exchange"."request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"instrument" text NOT NULL,
	"requesting_authority" text NOT NULL,
	"requested_authority" text NOT NULL,
	"aim" text NOT NULL,
	"state" text NOT NULL,
	"as_of" timestamp with time zone,
	"grant_until" timestamp with time zone,
	"substance" text NOT NULL,
	"other_information" text,
	"items_wanted" text[] NOT NULL,
	"letterhead" text,
	"signed_by" text,
	"signed_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	CONSTRAINT "request_aim" CHECK (aim in ('PREVENTION', 'RIGHTS')),
	CONSTRAINT "request_digest" CHECK (digest ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "exchange"."request_purpose" (
	"request_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"ordinal" integer NOT NULL,
	"basis" text NOT NULL,
	"justification" text NOT NULL,
	CONSTRAINT "request_purpose_request_id_purpose_pk" PRIMARY KEY("request_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "exchange"."request_subject" (
	"request_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"identification" jsonb NOT NULL,
	"person_key" text,
	"items" text[],
	"child" boolean DEFAULT false NOT NULL,
	"coordinator_decision" boolean DEFAULT false NOT NULL,
	CONSTRAINT "request_subject_request_id_n_pk" PRIMARY KEY("request_id","n")
);
--> statement-breakpoint
CREATE TABLE "ledger"."checkpoint" (
	"log_id" smallint NOT NULL,
	"size" bigint NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "checkpoint_log_id_size_pk" PRIMARY KEY("log_id","size")
);
--> statement-breakpoint
CREATE TABLE "ledger"."entry" (
	"log_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"leaf" text NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	CONSTRAINT "entry_log_id_seq_pk" PRIMARY KEY("log_id","seq"),
	CONSTRAINT "entry_seq" CHECK ("ledger"."entry"."seq" >= 0),
	CONSTRAINT "entry_leaf_hash" CHECK (octet_length("ledger"."entry"."leaf_hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "ledger"."entry_subject" (
	"log_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"n" smallint NOT NULL,
	"tag" "bytea" NOT NULL,
	"coordinates" "bytea" NOT NULL,
	CONSTRAINT "entry_subject_log_id_seq_n_pk" PRIMARY KEY("log_id","seq","n"),
	CONSTRAINT "entry_subject_tag_length" CHECK (octet_length("ledger"."entry_subject"."tag") between 16 and 32)
);
--> statement-breakpoint
CREATE TABLE "ledger"."log" (
	"log_id" smallint PRIMARY KEY NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "log_origin_unique" UNIQUE("origin")
);
--> statement-breakpoint
CREATE TABLE "ledger"."node" (
	"log_id" smallint NOT NULL,
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "node_log_id_level_index_pk" PRIMARY KEY("log_id","level","index"),
	CONSTRAINT "node_level" CHECK ("ledger"."node"."level" between 1 and 52),
	CONSTRAINT "node_hash" CHECK (octet_length("ledger"."node"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "ledger"."salt" (
	"log_id" smallint NOT NULL,
	"seq" bigint NOT NULL,
	"salt" "bytea" NOT NULL,
	CONSTRAINT "salt_log_id_seq_pk" PRIMARY KEY("log_id","seq"),
	CONSTRAINT "salt_length" CHECK (octet_length("ledger"."salt"."salt") = 32)
);
--> statement-breakpoint
CREATE TABLE "register"."mark" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"sample" boolean NOT NULL,
	CONSTRAINT "mark_one" CHECK ("register"."mark"."one")
);
--> statement-breakpoint
CREATE TABLE "register"."administrative_liability" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"stage" text,
	"staged_on" text,
	"provision" text,
	"authority_code" text,
	"authority_name" text,
	"spent" boolean DEFAULT false NOT NULL,
	"expunged" boolean DEFAULT false NOT NULL,
	"juvenile" boolean DEFAULT false NOT NULL,
	CONSTRAINT "administrative_liability_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."citizenship" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"country" text,
	"since" text,
	"until" text,
	CONSTRAINT "citizenship_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."citizenship_belonging" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"country" text,
	"since" text,
	"until" text,
	CONSTRAINT "citizenship_belonging_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."citizenship_event" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text,
	"country" text,
	"happened_on" text,
	CONSTRAINT "citizenship_event_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."criminal_liability" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"stage" text,
	"staged_on" text,
	"provision" text,
	"authority_code" text,
	"authority_name" text,
	"spent" boolean DEFAULT false NOT NULL,
	"expunged" boolean DEFAULT false NOT NULL,
	"juvenile" boolean DEFAULT false NOT NULL,
	CONSTRAINT "criminal_liability_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."document" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"series" text,
	"number" text,
	"issued_on" text,
	"authority_code" text,
	"authority_name" text,
	"use" text,
	"kind" text,
	"expires_on" text,
	"place_of_issue" text,
	"refugee" boolean DEFAULT false NOT NULL,
	CONSTRAINT "document_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."entry_ban" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text,
	"banned_from" text,
	"banned_until" text,
	"indefinite" boolean,
	"grounds_known" boolean DEFAULT false NOT NULL,
	CONSTRAINT "entry_ban_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."entry_ban_ground" (
	"record_id" bigint NOT NULL,
	"ban_ordinal" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"code" text,
	"provision" text,
	"text" text,
	CONSTRAINT "entry_ban_ground_record_id_ban_ordinal_ordinal_pk" PRIMARY KEY("record_id","ban_ordinal","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."fingerprint_card" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"media_type" text,
	"content" "bytea",
	"taken_on" text
);
--> statement-breakpoint
CREATE TABLE "register"."name_cyrillic" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"surname" text,
	"given_name" text,
	"patronymic" text,
	"origin" text,
	"transliteration" text
);
--> statement-breakpoint
CREATE TABLE "register"."name_latin" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"surname" text,
	"given_name" text,
	"patronymic" text,
	"origin" text,
	"transliteration" text
);
--> statement-breakpoint
CREATE TABLE "register"."other_name" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"surname" text,
	"given_name" text,
	"patronymic" text,
	"origin" text,
	"transliteration" text,
	CONSTRAINT "other_name_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."permit" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text,
	"valid_from" text,
	"valid_until" text,
	"indefinite" boolean,
	"status" text,
	"authority_code" text,
	"authority_name" text,
	CONSTRAINT "permit_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."person" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"person_key" text NOT NULL,
	"recorded_from" timestamp with time zone NOT NULL,
	"recorded_until" timestamp with time zone,
	"digest" "bytea" NOT NULL,
	"protected" boolean DEFAULT false NOT NULL,
	"sex" text,
	"civil_status" text,
	"date_of_birth" text,
	"place_of_birth" text,
	"adult_on" date,
	"other_names_known" boolean DEFAULT false NOT NULL,
	"citizenships_known" boolean DEFAULT false NOT NULL,
	"citizenship_belonging_known" boolean DEFAULT false NOT NULL,
	"citizenship_events_known" boolean DEFAULT false NOT NULL,
	"documents_known" boolean DEFAULT false NOT NULL,
	"registrations_known" boolean DEFAULT false NOT NULL,
	"permits_known" boolean DEFAULT false NOT NULL,
	"work_rights_known" boolean DEFAULT false NOT NULL,
	"entry_bans_known" boolean DEFAULT false NOT NULL,
	"administrative_liability_known" boolean DEFAULT false NOT NULL,
	"criminal_liability_known" boolean DEFAULT false NOT NULL,
	"travel_route_known" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register"."photograph" (
	"record_id" bigint PRIMARY KEY NOT NULL,
	"media_type" text,
	"content" "bytea",
	"taken_on" text
);
--> statement-breakpoint
CREATE TABLE "register"."registration" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text,
	"place" text,
	"registered_on" text,
	"valid_until" text,
	"deregistered_on" text,
	"authority_code" text,
	"authority_name" text,
	"reception" boolean DEFAULT false NOT NULL,
	CONSTRAINT "registration_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."search_name" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"script" text NOT NULL,
	"surname" text,
	"given_name" text,
	"patronymic" text,
	"search_key" text NOT NULL,
	CONSTRAINT "search_name_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."subject_key" (
	"person_key" text PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register"."travel_leg" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"country" text,
	"place" text,
	"arrived_on" text,
	"left_on" text,
	CONSTRAINT "travel_leg_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."work_right" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"basis" text,
	"valid_from" text,
	"valid_until" text,
	"indefinite" boolean,
	CONSTRAINT "work_right_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "exchange"."request_purpose" ADD CONSTRAINT "request_purpose_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange"."request_subject" ADD CONSTRAINT "request_subject_request_id_request_id_fk" FOREIGN KEY ("request_id") REFERENCES "exchange"."request"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."administrative_liability" ADD CONSTRAINT "administrative_liability_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."citizenship" ADD CONSTRAINT "citizenship_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."citizenship_belonging" ADD CONSTRAINT "citizenship_belonging_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."citizenship_event" ADD CONSTRAINT "citizenship_event_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."criminal_liability" ADD CONSTRAINT "criminal_liability_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."document" ADD CONSTRAINT "document_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."entry_ban" ADD CONSTRAINT "entry_ban_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."entry_ban_ground" ADD CONSTRAINT "entry_ban_ground_record_id_ban_ordinal_entry_ban_record_id_ordinal_fk" FOREIGN KEY ("record_id","ban_ordinal") REFERENCES "register"."entry_ban"("record_id","ordinal") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."fingerprint_card" ADD CONSTRAINT "fingerprint_card_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."name_cyrillic" ADD CONSTRAINT "name_cyrillic_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."name_latin" ADD CONSTRAINT "name_latin_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."other_name" ADD CONSTRAINT "other_name_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."permit" ADD CONSTRAINT "permit_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."photograph" ADD CONSTRAINT "photograph_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."registration" ADD CONSTRAINT "registration_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."search_name" ADD CONSTRAINT "search_name_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."travel_leg" ADD CONSTRAINT "travel_leg_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."work_right" ADD CONSTRAINT "work_right_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_requesting" ON "exchange"."request" USING btree ("requesting_authority");--> statement-breakpoint
CREATE INDEX "request_requested" ON "exchange"."request" USING btree ("requested_authority");--> statement-breakpoint
CREATE INDEX "entry_subject_tag" ON "ledger"."entry_subject" USING btree ("tag");--> statement-breakpoint
CREATE UNIQUE INDEX "person_current" ON "register"."person" USING btree ("person_key") WHERE recorded_until is null;--> statement-breakpoint
CREATE INDEX "person_history" ON "register"."person" USING btree ("person_key","recorded_from");--> statement-breakpoint
CREATE INDEX "search_name_key" ON "register"."search_name" USING btree ("search_key");