CREATE SCHEMA "publication";
--> statement-breakpoint
CREATE SEQUENCE "publication"."serial" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "publication"."attachment" (
	"publication" text NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "attachment_publication_version_name_pk" PRIMARY KEY("publication","version","name")
);
--> statement-breakpoint
CREATE TABLE "publication"."shown" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"serial" bigint NOT NULL,
	"kind" text NOT NULL,
	"languages" text[] NOT NULL,
	"instrument" text NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "shown_serial_unique" UNIQUE("serial"),
	CONSTRAINT "shown_state" CHECK (state in ('PUBLISHED', 'WITHDRAWN'))
);
--> statement-breakpoint
CREATE TABLE "publication"."version" (
	"publication" text NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"content" text NOT NULL,
	"body" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"reason" text,
	"findings" text NOT NULL,
	CONSTRAINT "version_publication_version_pk" PRIMARY KEY("publication","version"),
	CONSTRAINT "version_state" CHECK (state in ('PUBLISHED', 'HELD', 'WITHDRAWN'))
);
--> statement-breakpoint
ALTER TABLE "publication"."attachment" ADD CONSTRAINT "attachment_version" FOREIGN KEY ("publication","version") REFERENCES "publication"."version"("publication","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication"."shown" ADD CONSTRAINT "shown_version" FOREIGN KEY ("id","version") REFERENCES "publication"."version"("publication","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shown_kind" ON "publication"."shown" USING btree ("kind","serial");--> statement-breakpoint
CREATE INDEX "shown_recorded" ON "publication"."shown" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "shown_words" ON "publication"."shown" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "version_held" ON "publication"."version" USING btree ("publication") WHERE state = 'HELD';
--> statement-breakpoint
-- by hand
-- A word as it is kept and asked for, after its language. az and kk come as they are kept; ru and en are stemmed here.
CREATE FUNCTION publication.terms(language text, words jsonb) RETURNS SETOF text
LANGUAGE sql STABLE STRICT AS $$
	SELECT language || ':' || term
	FROM jsonb_array_elements_text(words) AS w(word),
		LATERAL unnest(CASE language
			WHEN 'ru' THEN ts_lexize('pg_catalog.russian_stem', word)
			WHEN 'en' THEN ts_lexize('pg_catalog.english_stem', word)
			ELSE ARRAY[word]
		END) AS t(term)
$$;
--> statement-breakpoint
-- What a publication is found by. Among its words stand its places: of 1,024 and of 16,384 serials each.
CREATE FUNCTION publication.words(said jsonb, serial bigint) RETURNS tsvector
LANGUAGE sql STABLE AS $$
	SELECT array_to_tsvector(array_agg(DISTINCT term))
	FROM (
		SELECT publication.terms(key, value) FROM jsonb_each(said) WHERE key <> 'tags'
		UNION ALL SELECT jsonb_array_elements_text(said->'tags')
		UNION ALL SELECT 'b:' || (serial >> 10)
		UNION ALL SELECT 'c:' || (serial >> 14)
	) AS every(term)
$$;
--> statement-breakpoint
CREATE FUNCTION publication.quoted(term text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$ SELECT '''' || replace(replace(term, '\', '\\'), '''', '''''') || '''' $$;
--> statement-breakpoint
-- The words asked for: all of them in one language, or all of them in another. Null where no language has any.
CREATE FUNCTION publication.asked(sought jsonb) RETURNS tsquery
LANGUAGE sql STABLE AS $$
	SELECT string_agg('(' || every || ')', '|')::tsquery
	FROM (
		SELECT string_agg(publication.quoted(term), '&') AS every
		FROM jsonb_each(sought) AS l(language, words), LATERAL publication.terms(language, words) AS term
		GROUP BY language
	) AS by_language
$$;
--> statement-breakpoint
-- Serials of what is found, the newest first: looked for among the newest, then among more, then among all, so that of a
-- word that stands everywhere no more is read than a page needs, and of a rare one no more than there is. The words' own
-- index is the only way: any other reads the words of every text, which the planner takes for cheap.
CREATE FUNCTION publication.search(sent jsonb) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE ROWS 25 SET enable_seqscan = off AS $$
DECLARE
	wanted int := (sent->>'first')::int;
	asked tsquery := publication.asked(sent->'words');
	upper_end bigint := coalesce((sent->>'before')::bigint,
		(SELECT serial + 1 FROM publication.shown ORDER BY serial DESC LIMIT 1));
	lower_end bigint;
	since timestamptz := (sent->>'since')::timestamptz;
	step int;
	place bigint;
	within tsquery;
	tag text;
	found bigint[];
BEGIN
	IF asked IS NULL THEN
		RETURN;
	END IF;
	FOR tag IN SELECT jsonb_array_elements_text(sent->'tags') LOOP
		asked := asked && publication.quoted(tag)::tsquery;
	END LOOP;
	FOREACH step IN ARRAY ARRAY[10, 14, 0] LOOP
		EXIT WHEN wanted <= 0 OR upper_end <= 0;
		place := (upper_end - 1) >> step;
		lower_end := CASE WHEN step = 0 THEN 0 ELSE (place - 1) << step END;
		within := CASE step
			WHEN 10 THEN asked && format('''b:%s''|''b:%s''', place, place - 1)::tsquery
			WHEN 14 THEN asked && format('''c:%s''|''c:%s''', place, place - 1)::tsquery
			ELSE asked
		END;
		found := array(
			SELECT serial FROM publication.shown
			WHERE words @@ within AND serial + 0 < upper_end AND serial + 0 >= lower_end
				AND (since IS NULL OR recorded_at + interval '0' >= since)
			ORDER BY serial + 0 DESC LIMIT wanted);
		RETURN QUERY SELECT unnest(found);
		wanted := wanted - cardinality(found);
		upper_end := lower_end;
	END LOOP;
END
$$;
--> statement-breakpoint
-- What everybody may read: of a publication what is shown of it, of a withdrawn one its address, its source and why.
CREATE VIEW publication.reading AS
	SELECT s.id, s.serial, s.state, s.kind, s.instrument, s.languages, s.first_at, s.recorded_at,
		CASE WHEN s.state = 'WITHDRAWN' THEN v.reason END AS reason,
		CASE WHEN s.state = 'WITHDRAWN' THEN (v.content::jsonb || '{"texts":{},"changes":null}')::text ELSE v.content END AS content,
		to_json(array(SELECT a.name FROM publication.attachment a
			WHERE a.publication = s.id AND a.version = s.version AND s.state = 'PUBLISHED' ORDER BY a.ordinal)) AS names
	FROM publication.shown s JOIN publication.version v ON v.publication = s.id AND v.version = s.version;
--> statement-breakpoint
CREATE VIEW publication.reading_body AS
	SELECT s.id, v.body
	FROM publication.shown s JOIN publication.version v ON v.publication = s.id AND v.version = s.version
	WHERE s.state = 'PUBLISHED';
--> statement-breakpoint
CREATE VIEW publication.reading_file AS
	SELECT s.id, a.name, a.content
	FROM publication.shown s JOIN publication.attachment a ON a.publication = s.id AND a.version = s.version
	WHERE s.state = 'PUBLISHED';
--> statement-breakpoint
-- Versions that were shown: those published, and those withdrawn after one was.
CREATE VIEW publication.reading_version AS
	SELECT v.publication AS id, v.version, v.state, v.recorded_at
	FROM publication.version v
	WHERE v.state = 'PUBLISHED' OR v.state = 'WITHDRAWN' AND EXISTS (
		SELECT FROM publication.version w
		WHERE w.publication = v.publication AND w.version < v.version AND w.state = 'PUBLISHED');
--> statement-breakpoint
GRANT USAGE ON SCHEMA publication TO sorgu_app, sorgu_exchange;
--> statement-breakpoint
-- Who reads for everybody reaches what is shown: no version that is held, nobody who recorded one.
GRANT SELECT ON publication.reading, publication.reading_body, publication.reading_file, publication.reading_version, publication.shown TO sorgu_app;
--> statement-breakpoint
-- Coordinators publish; what was kept is neither changed nor removed.
GRANT SELECT, INSERT ON publication.version, publication.attachment TO sorgu_exchange;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON publication.shown TO sorgu_exchange;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE publication.serial TO sorgu_exchange;