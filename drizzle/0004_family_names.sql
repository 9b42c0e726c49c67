-- The dictionary follows the names: a family name that is new comes in with them, one that nobody has any more goes.
CREATE FUNCTION register.add_family_names() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
	INSERT INTO register.family_name (sound, surname_key)
	SELECT DISTINCT surname_sound, surname_key FROM added WHERE surname_sound <> ''
	ON CONFLICT DO NOTHING;
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER family_names_added AFTER INSERT ON register.name_key
REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION register.add_family_names();
--> statement-breakpoint
CREATE FUNCTION register.drop_family_names() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
	DELETE FROM register.family_name f
	USING (SELECT DISTINCT surname_sound FROM gone) g
	WHERE f.sound = g.surname_sound AND NOT EXISTS (
		SELECT FROM register.name_key k WHERE k.surname_key = f.surname_key AND k.surname_sound = f.sound
	);
	RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER family_names_gone AFTER DELETE ON register.name_key
REFERENCING OLD TABLE AS gone
FOR EACH STATEMENT EXECUTE FUNCTION register.drop_family_names();
