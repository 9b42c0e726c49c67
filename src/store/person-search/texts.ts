/**
 * The two statements of a search. Exact: phonetic keys of family name and given name with the date of birth, and the
 * numbers of documents, each one descent of a B-tree. Wide: trigrams over the dictionary of distinct family names, then
 * the same B-trees under the names that sound alike; names that changed places; another date of birth; another family
 * name. Texts are of constant words alone; `{name}` stands for a parameter.
 */
import { personRules } from '../register/subjects.js';
import type { BirthPrecision, SearchForm } from './asked.js';
import type { SearchScope } from './question.js';

/** Candidates that are weighed; one more is picked to see whether there are more. */
export const WEIGHED = 40;
/** Family names that sound alike which are followed; and persons picked under them before any is looked at. */
const NEAR_NAMES = 24;
const NEAR_PERSONS = 200;

const SAME_PATRONYMIC = 'case when k.patronymic_key = any({patronymics}::text[]) then 1 else 0 end';
const SAME_YEAR = "case when {year} <> '' and left(k.date_of_birth, 4) = {year} then 1 else 0 end";
const SAME_BIRTH = "case when {birth} <> '' and k.date_of_birth = {birth} then 1 else 0 end";
const SURNAME = 'k.surname_key = any({surnames}::text[])';
const GIVEN = 'k.given_key = any({givenNames}::text[])';

/** What the date of birth demands, as a choice of index ranges. In the C collation `~` comes after what dates hold. */
const BIRTHS: Readonly<Record<BirthPrecision, readonly string[]>> = {
  DAY: ['k.date_of_birth = any({births}::text[])'],
  SPAN: [
    "k.date_of_birth > {birth} and k.date_of_birth < {birth} || '~'",
    'k.date_of_birth = any({births}::text[])',
  ],
  NONE: ['true'],
};

/** The exact pass; empty where nothing is stated that one can be found by. */
export function exactText(form: SearchForm, scope: SearchScope): string {
  const names = [...(form.surname ? [SURNAME] : []), ...(form.givenName ? [GIVEN] : [])];
  const byName =
    !form.surname && (!form.givenName || form.birth === 'NONE')
      ? []
      : BIRTHS[form.birth].map((birth) => exactBranch([...names, birth], scope));
  const branches = [...byName, ...(form.document ? [documentBranch(scope)] : [])];
  if (branches.length === 0) return '';
  return `with picked as materialized (${picked(branches)}) ${SHOWN}`;
}

/** The wide pass; empty where the question states nothing that could be widened. */
export function wideText(form: SearchForm, scope: SearchScope): string {
  const branches = wideBranches(form).map(({ from, where, weight }) => {
    const rank = `${weight} + ${SAME_BIRTH} * 2 + ${SAME_YEAR} + ${SAME_PATRONYMIC} * 0.5`;
    return (
      `(select k.record_id, ${rank} as rank from ${from} where ${where.join(' and ')} ` +
      `order by rank desc, k.record_id limit ${NEAR_PERSONS})`
    );
  });
  if (branches.length === 0) return '';
  const inScope = [...personRules(scope), 'true'].join(' and ');
  const open =
    'select n.record_id, max(n.rank) as rank from ' +
    `(${branches.join(' union all ')}) n join register.person p on p.record_id = n.record_id ` +
    `and p.recorded_until is null where ${inScope} group by n.record_id`;
  const near = form.surname ? `near as materialized (${NEAR}), ` : '';
  return `with ${near}picked as materialized (${picked([`(${open})`])}) ${SHOWN}`;
}

const NEAR =
  'select surname_key, max(s) as s from (' +
  // The dictionary is looked up behind the wall, by an index that a policy would keep it from.
  'select surname_key, s from granted.names_alike({sounds}::text[], {swapped}::text[]) ' +
  'union all select key, 1 from unnest({surnames}::text[]) e(key)) n ' +
  `group by surname_key order by s desc, surname_key limit ${NEAR_NAMES}`;

function exactBranch(where: readonly string[], scope: SearchScope): string {
  const rank = `3 + ${SAME_BIRTH} * 2 + ${SAME_PATRONYMIC}`;
  return (
    `(select k.record_id, ${rank} as rank from register.name_key k ` +
    'join register.person p on p.record_id = k.record_id and p.recorded_until is null ' +
    `where ${[...where, ...personRules(scope)].join(' and ')} ` +
    `order by rank desc, k.record_id limit ${NEAR_PERSONS})`
  );
}

const documentBranch = (scope: SearchScope): string =>
  '(select k.record_id, 9 as rank from register.document_key k ' +
  'join register.person p on p.record_id = k.record_id and p.recorded_until is null ' +
  `where ${['k.number_key = any({numbers}::text[])', ...personRules(scope)].join(' and ')} ` +
  `order by k.record_id limit ${NEAR_PERSONS})`;

interface Branch {
  readonly from: string;
  readonly where: readonly string[];
  readonly weight: string;
}

const KEYS = 'register.name_key k';
const ALIKE = 'near n join register.name_key k on k.surname_key = n.surname_key';
// With nothing but a family name, a few of each: whole families would have to be sorted.
const SOME_ALIKE =
  'near n cross join lateral (select k.record_id, k.given_key, k.patronymic_key, k.date_of_birth from register.name_key k where k.surname_key = n.surname_key ' +
  'order by k.date_of_birth, k.record_id limit 20) k';

function wideBranches({ surname, givenName, birth }: SearchForm): readonly Branch[] {
  const births = BIRTHS[birth];
  const inYear =
    birth === 'NONE' ? 'true' : "k.date_of_birth >= {year} and k.date_of_birth < {year} || '~'";
  const from = birth === 'NONE' ? SOME_ALIKE : ALIKE;
  const alike = births.map((on) => ({ from, where: [on], weight: 'n.s * 3' }));
  const alone =
    birth === 'DAY' ? births.map((on) => ({ from: KEYS, where: [GIVEN, on], weight: '2' })) : [];
  if (!givenName) return surname ? alike : [];
  if (!surname) return alone;
  const swapped = births.map((on) => ({
    from: KEYS,
    where: [
      'k.surname_key = any({givenNames}::text[])',
      'k.given_key = any({surnames}::text[])',
      on,
    ],
    weight: '4',
  }));
  return [
    { from: ALIKE, where: [GIVEN, inYear], weight: 'n.s * 3 + 2' },
    // Another date of birth than the one stated.
    { from: KEYS, where: [SURNAME, GIVEN], weight: '4' },
    ...(birth === 'NONE' ? [] : alike),
    ...alone,
    ...swapped,
  ];
}

const picked = (branches: readonly string[]): string =>
  `select record_id, max(rank) as rank from (${branches.join(' union all ')}) b ` +
  `group by record_id order by rank desc, record_id limit ${WEIGHED + 1}`;

const name = (kind: string, script: string, from: string): string =>
  `select ${kind} as kind, ${script} as script, surname, given_name, patronymic from ${from} ` +
  'where record_id = p.record_id';

// Names and numbers of a candidate: C and L may be shown, S and O (former, other) are only weighed.
const SHOWN =
  'select p.record_id::text as record, p.person_key as person, s.key, p.date_of_birth as "dateOfBirth", ' +
  '(select json_agg(json_build_array(n.kind, n.script, n.surname, n.given_name, n.patronymic))::text from (' +
  [
    name("'C'", 'null::text', 'register.name_cyrillic'),
    name("'L'", 'null::text', 'register.name_latin'),
    `(${name("'S'", 'script', 'register.search_name')} and (surname is not null or given_name is not null) order by ordinal)`,
    `(${name("'O'", 'null::text', 'register.other_name')} order by ordinal)`,
  ].join(' union all ') +
  ') n) as names, ' +
  '(select json_agg(d.number_key order by d.ordinal)::text from register.document_key d ' +
  'where d.record_id = p.record_id) as documents ' +
  'from picked join register.person p on p.record_id = picked.record_id ' +
  'join register.subject_key s on s.person_key = p.person_key ' +
  'order by picked.rank desc, picked.record_id';
