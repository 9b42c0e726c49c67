CREATE TABLE "register"."document_key" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"number_key" text collate "C" NOT NULL,
	CONSTRAINT "document_key_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "register"."family_name" (
	"sound" text collate "C" PRIMARY KEY NOT NULL,
	"surname_key" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register"."name_key" (
	"record_id" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"other" boolean NOT NULL,
	"surname_key" text collate "C" NOT NULL,
	"surname_sound" text collate "C" NOT NULL,
	"given_key" text collate "C" NOT NULL,
	"patronymic_key" text collate "C" NOT NULL,
	"date_of_birth" text collate "C" NOT NULL,
	CONSTRAINT "name_key_record_id_ordinal_pk" PRIMARY KEY("record_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "register"."document_key" ADD CONSTRAINT "document_key_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register"."name_key" ADD CONSTRAINT "name_key_record_id_person_record_id_fk" FOREIGN KEY ("record_id") REFERENCES "register"."person"("record_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_key_number" ON "register"."document_key" USING btree ("number_key","record_id");--> statement-breakpoint
CREATE INDEX "family_name_trigrams" ON "register"."family_name" USING gin ("sound" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "family_name_key" ON "register"."family_name" USING btree ("surname_key");--> statement-breakpoint
CREATE INDEX "name_key_name" ON "register"."name_key" USING btree ("surname_key","given_key","date_of_birth","record_id");--> statement-breakpoint
CREATE INDEX "name_key_surname" ON "register"."name_key" USING btree ("surname_key","date_of_birth","record_id");--> statement-breakpoint
CREATE INDEX "name_key_given" ON "register"."name_key" USING btree ("given_key","date_of_birth","record_id");