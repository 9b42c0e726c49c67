/**
 * The keys of subject tags as the application may ask for them: by the person, as they are kept, wrapped by a key that
 * stands outside the database. They open no row of the register.
 */
import { HEAD } from './admit-text.js';

const TAG_KEYS = `create function granted.tag_keys(persons text[]) returns table (person text, key bytea)
stable ${HEAD}
begin
  return query select k.person_key, k.key from register.subject_key k where k.person_key = any(persons);
end $$;`;

/** The first and the last by person: a start sees by them whether the keys outside are those that wrapped them. */
const OUTER_TAG_KEYS = `create function granted.outer_tag_keys() returns table (person text, key bytea)
stable ${HEAD}
begin
  return query (select k.person_key, k.key from register.subject_key k order by k.person_key limit 1)
    union all (select k.person_key, k.key from register.subject_key k order by k.person_key desc limit 1);
end $$;`;

export const TAG_KEY_FUNCTIONS: readonly string[] = [TAG_KEYS, OUTER_TAG_KEYS];
