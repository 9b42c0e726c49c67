import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { HARD_CASES, type PersonRecord, samplePeople } from '../../../src/register/index.js';
import {
  closePool,
  openImporter,
  openOwner,
  type Sql,
  StoreFault,
} from '../../../src/store/index.js';
import { chunksOf, type TestImport, testImport } from '../../support/import.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

const people = [...samplePeople({ seed: 3, count: 300, today: '2026-03-01' })];
let database: TestDatabase;
let sql: Sql;
let run: TestImport;

beforeAll(async () => {
  database = await openTestDatabase();
  sql = openOwner(database.urls.owner);
  run = testImport(database.urls.owner, { batch: { people: 64, bytes: 1e7 } });
});
afterAll(async () => {
  await closePool(sql);
  await database.drop();
});

const recordsOf = (key: string) => sql`
  select record_id::text, recorded_from, recorded_until, sex from register.person
  where person_key = ${key} order by recorded_from`;

describe('an import', () => {
  it('loads every person, and tells how far it is', async () => {
    const { counts, rejected, progress } = await run.load(people);
    expect(counts).toEqual({ read: 300, loaded: 300, changed: 0, unchanged: 0, rejected: 0 });
    expect(rejected).toEqual([]);
    expect(progress.map(({ read }) => read)).toEqual([64, 128, 192, 256, 300]);
  });

  it('writes each value to its column', async () => {
    const person = findPerson(HARD_CASES.complete1);
    expect(await loaded(sql, person.id)).toEqual(expected(person));
  });

  it('keeps partial dates partial, and knows when a person is certainly grown', async () => {
    const [year] = await sql`select date_of_birth, adult_on::text from register.person
      where person_key = ${HARD_CASES.birthYearOnly}`;
    expect(year).toEqual({ date_of_birth: '1965', adult_on: '1983-12-31' });
  });

  it('tells a list that is not known from one known to be empty', async () => {
    const known = (key: string) => sql`select documents_known, permits_known
      from register.person where person_key = ${key}`;
    expect(await known(HARD_CASES.nothingKnown)).toMatchObject([
      { documents_known: false, permits_known: false },
    ]);
    expect(await known(HARD_CASES.knownNone)).toMatchObject([
      { documents_known: true, permits_known: true },
    ]);
  });

  it('gives each person a ledger key of 32 bytes of its own', async () => {
    const [keys] = await sql`select count(*)::int as people, count(distinct key)::int as keys,
      min(length(key)) as shortest from register.subject_key`;
    expect(keys).toEqual({ people: 300, keys: 300, shortest: 32 });
  });

  it('makes names searchable in every script by a normalised key', async () => {
    const rows = await sql`select script, search_key, surname from register.search_name n
      join register.person p using (record_id) where p.person_key = ${HARD_CASES.complete1} order by ordinal`;
    expect(rows.map(({ script }) => script)).toEqual(['kk-Cyrl', 'ru-Cyrl', 'und-Latn', 'ru-Cyrl']);
    expect(rows.every(({ search_key: key }) => /^[\p{Ll} ]+$/u.test(key))).toBe(true);
    expect(rows.map(({ surname }) => surname === null)).toEqual([false, true, true, true]);
  });

  it('of the same file again changes nothing', async () => {
    const before = await fingerprint(sql);
    run.clock.time += 60_000;
    const { counts } = await run.load(people);
    expect(counts).toEqual({ read: 300, loaded: 0, changed: 0, unchanged: 300, rejected: 0 });
    expect(await fingerprint(sql)).toBe(before);
  });

  it('of other content supersedes the record as a whole, and keeps the older one', async () => {
    const person = findPerson(HARD_CASES.validPermit);
    const [{ key: ledgerKey }] = await keyOf(person.id);
    run.clock.time = Date.parse('2026-04-01T00:00:00Z');
    const { counts } = await run.load([{ id: person.id, sex: 'NOT_KNOWN' }]);
    expect(counts).toMatchObject({ read: 1, changed: 1, loaded: 0 });
    const at = new Date('2026-04-01T00:00:00Z');
    const [older, newer] = await recordsOf(person.id);
    expect(older).toMatchObject({ recorded_until: at, sex: person.sex });
    expect(newer).toMatchObject({ recorded_from: at, recorded_until: null, sex: 'NOT_KNOWN' });
    const permits = await sql`select record_id::text from register.permit
      where record_id in (${older?.record_id}, ${newer?.record_id})`;
    expect(permits).toEqual([{ record_id: older?.record_id }]);
    expect((await keyOf(person.id))[0].key).toEqual(ledgerKey);
  });

  it('leaves a person that the file does not name', async () => {
    expect(await recordsOf(HARD_CASES.child)).toHaveLength(1);
  });

  it('takes the later of two lines of one id, and counts it as changed', async () => {
    const { counts } = await run.load([
      { id: 'twice', sex: 'MALE' },
      { id: 'once' },
      { id: 'twice', sex: 'FEMALE' },
      { id: 'twice', sex: 'FEMALE' },
    ]);
    expect(counts).toEqual({ read: 4, loaded: 2, changed: 1, unchanged: 1, rejected: 0 });
    const [older, newer, ...more] = await recordsOf('twice');
    expect(more).toEqual([]);
    expect(older?.recorded_until).toEqual(newer?.recorded_from);
    expect(newer).toMatchObject({ recorded_until: null, sex: 'FEMALE' });
  });

  it('never ends a record before it began, though the clock is set back', async () => {
    await run.load([{ id: 'clock', sex: 'MALE' }]);
    run.clock.time -= 86_400_000;
    await run.load([{ id: 'clock', sex: 'FEMALE' }]);
    const [older, newer] = await recordsOf('clock');
    expect(older?.recorded_until.getTime()).toBe(older?.recorded_from.getTime() + 1);
    expect(newer?.recorded_from).toEqual(older?.recorded_until);
  });

  it('rejects faulty lines by number, code and field, and loads the rest', async () => {
    const { counts, rejected } = await run.load([
      { id: 'good-1' },
      '',
      { id: 'bad', dateOfBirth: '1980-02-30' },
      '{"id":',
      Buffer.from([0x22, 0xff, 0x22]),
      { id: 'good-2' },
    ]);
    expect(counts).toEqual({ read: 5, loaded: 2, changed: 0, unchanged: 0, rejected: 3 });
    expect(rejected).toEqual([
      {
        line: 3,
        code: 'BAD_DATE',
        field: 'dateOfBirth',
        text: '{"id":"bad","dateOfBirth":"1980-02-30"}',
      },
      { line: 4, code: 'NOT_JSON', field: '', text: '{"id":' },
      { line: 5, code: 'NOT_UTF8', field: '' },
    ]);
    expect(await recordsOf('bad')).toEqual([]);
  });

  it('stores what looks like the structure of a COPY as it is', async () => {
    const surname = '\\N \\. \\t "x", \\x41 \\\\';
    await run.load([{ id: '\\.', nameLatin: { surname } }]);
    const stored = await sql`select surname from register.name_latin
      join register.person using (record_id) where person_key = '\\.'`;
    expect(stored).toEqual([{ surname }]);
  });

  it('takes every date of the calendar and the largest image', async () => {
    const content = Buffer.alloc(1_400_000, 0xa5);
    const photograph = { mediaType: 'image/jpeg', content: content.toString('base64') };
    await run.load([
      { id: 'early', dateOfBirth: '0001' },
      { id: 'late', dateOfBirth: '9999', photograph },
    ]);
    const [late] = await sql`select adult_on::text, content from register.person
      join register.photograph using (record_id) where person_key = 'late'`;
    expect(late?.adult_on).toBe('10017-12-31');
    expect(Buffer.compare(late?.content, content)).toBe(0);
  });
});

describe('a removal', () => {
  it('takes every record of the listed people, and no other', async () => {
    await run.load([{ id: 'gone', sex: 'MALE', documents: [{ number: '7' }] }, { id: 'stays' }]);
    await run.load([{ id: 'gone', sex: 'FEMALE', documents: [{ number: '8' }] }]);
    const [{ key }] = await keyOf('gone');
    expect(await run.remove(['gone', 'nobody'])).toEqual({ read: 2, deleted: 1 });
    expect(await recordsOf('gone')).toEqual([]);
    expect(await recordsOf('stays')).toHaveLength(1);
    expect(await sql`select 1 from register.document where number in ('7', '8')`).toHaveLength(0);
    await run.load([{ id: 'gone' }]);
    expect((await keyOf('gone'))[0].key).toEqual(key);
  });
});

describe('an import that fails', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ id: `crash-${index}` }));
  const count = async () => {
    const [found] = await sql<{ people: number; keys: number }[]>`
      select count(*)::int as people, (select count(*)::int from register.subject_key where person_key like 'crash-%') as keys
      from register.person where person_key like 'crash-%'`;
    return found;
  };

  it('A-11.4: leaves whole batches only, and is finished by the same file', async () => {
    const importer = openImporter({
      url: database.urls.owner,
      clock: systemClock,
      ids: systemIds,
      batch: { people: 10, bytes: 1e6 },
    });
    const admin = openOwner(database.urls.admin);
    let batches = 0;
    const failing = importer.load({
      lines: breakAfter(
        2_000,
        () => admin`select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      ),
      reject: () => undefined,
      progress: () => {
        batches += 1;
      },
    });
    await expect(failing).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await closePool(admin);
    const left = await count();
    expect(batches).toBeGreaterThan(0);
    expect(left?.people).toBeLessThan(200);
    expect((left?.people ?? 1) % 10).toBe(0);
    expect(left?.keys).toBe(left?.people);
    const { counts } = await run.load(many);
    expect(counts.unchanged + counts.loaded).toBe(200);
    expect(await count()).toEqual({ people: 200, keys: 200 });
  });

  it('tells what the database refused by its SQLSTATE alone', async () => {
    await sql`alter table register.document add constraint planted check (number <> 'PLANTED-77')`;
    const failing = run.load([{ id: 'refused', documents: [{ number: 'PLANTED-77' }] }]);
    const error: unknown = await failing.catch((reason: unknown) => reason);
    await sql`alter table register.document drop constraint planted`;
    expect(error).toBeInstanceOf(StoreFault);
    expect(String(error)).not.toContain('PLANTED');
    expect(await recordsOf('refused')).toEqual([]);
    expect((await run.load([{ id: 'refused' }])).counts.loaded).toBe(1);
  });

  it('does not run beside another', async () => {
    const other = openOwner(database.urls.owner);
    await other`select pg_advisory_lock(${0x50_45_4f_50})`;
    await expect(run.load([{ id: 'A' }])).rejects.toThrow('another import is running');
    await closePool(other);
    expect((await run.load([{ id: 'A' }])).counts.loaded).toBe(1);
  });

  it('passes on the error of the file, and can be run again', async () => {
    const importer = openImporter({ url: database.urls.owner, clock: systemClock, ids: systemIds });
    const broken = async function* () {
      yield* chunksOf([{ id: 'before-the-end' }]);
      throw new Error('EIO');
    };
    await expect(importer.load({ lines: broken(), reject: () => undefined })).rejects.toThrow(
      'EIO',
    );
    expect((await run.load([{ id: 'B' }])).counts.loaded).toBe(1);
  });

  async function* breakAfter(bytes: number, cutOff: () => PromiseLike<unknown>) {
    let sent = 0;
    for await (const chunk of chunksOf(many, 100)) {
      yield chunk;
      sent += chunk.length;
      if (sent >= bytes && sent - chunk.length < bytes) await cutOff();
    }
  }
});

const keyOf = (key: string) =>
  sql<[{ key: Uint8Array }]>`select key from register.subject_key where person_key = ${key}`;

function findPerson(id: string): PersonRecord {
  const person = people.find((candidate) => candidate.id === id);
  if (person === undefined) throw new Error('no such person in the sample');
  return person;
}

/** One value that changes with any row of the register. */
async function fingerprint(owner: Sql): Promise<string> {
  const [all] = await owner<{ digest: string }[]>`select md5(string_agg(t.xml::text, '')) as digest
    from schema_to_xml('register', true, false, '') as t(xml)`;
  return all?.digest ?? '';
}

/** The current record of a person as JSON of every table, read by PostgreSQL alone. */
async function loaded(owner: Sql, key: string): Promise<unknown> {
  const list = (table: string, order = 'ordinal') =>
    `(select json_agg(to_jsonb(t) - 'record_id' - 'ordinal' order by ${order}) from register.${table} t where record_id = p.record_id)`;
  const one = (table: string) =>
    `(select to_jsonb(t) - 'record_id' from register.${table} t where record_id = p.record_id)`;
  const [row] = await owner.unsafe(
    `select p.protected, p.sex, p.civil_status, p.date_of_birth, p.place_of_birth,
      ${one('name_cyrillic')} as name_cyrillic, ${one('name_latin')} as name_latin,
      ${list('other_name')} as other_name, ${list('citizenship')} as citizenship,
      ${list('citizenship_belonging')} as citizenship_belonging, ${list('citizenship_event')} as citizenship_event,
      ${list('document')} as document, ${list('registration')} as registration, ${list('permit')} as permit,
      ${list('work_right')} as work_right, ${list('entry_ban')} as entry_ban,
      ${list('entry_ban_ground', 'ban_ordinal, ordinal')} as entry_ban_ground,
      ${list('administrative_liability')} as administrative_liability,
      ${list('criminal_liability')} as criminal_liability, ${list('travel_leg')} as travel_leg,
      ${one('photograph')} as photograph, ${one('fingerprint_card')} as fingerprint_card
    from register.person p where person_key = $1 and recorded_until is null`,
    [key],
  );
  return row;
}

type Fields = Readonly<Record<string, unknown>>;

/** What `loaded` must give, written from the person without the importer. */
function expected(person: PersonRecord): unknown {
  return {
    protected: false,
    sex: person.sex,
    civil_status: person.civilStatus,
    date_of_birth: person.dateOfBirth,
    place_of_birth: person.placeOfBirth,
    name_cyrillic: { ...NAME, ...snake(person.nameCyrillic) },
    name_latin: { ...NAME, ...snake(person.nameLatin) },
    other_name: person.otherNames?.map((name) => ({ ...NAME, ...snake(name) })),
    citizenship: person.citizenships?.map(citizenship),
    citizenship_belonging: person.citizenships?.map(citizenship),
    citizenship_event: person.citizenshipEvents?.map(({ kind, country, on }) => ({
      kind,
      country,
      happened_on: on,
    })),
    document: person.documents?.map(({ issuingAuthority, ...rest }) => ({
      refugee: false,
      ...snake(rest),
      ...body(issuingAuthority),
    })),
    registration: person.registrations?.map(({ authority, ...rest }) => ({
      deregistered_on: null,
      reception: false,
      ...snake(rest),
      ...body(authority),
    })),
    permit: person.permits?.map(({ authority, ...rest }) => ({
      ...snake(rest),
      ...body(authority),
    })),
    work_right: person.workRights?.map((right) => ({ valid_until: null, ...snake(right) })),
    entry_ban: person.entryBans?.map(({ kind, from, until, indefinite }) => ({
      kind,
      banned_from: from,
      banned_until: until,
      indefinite,
      grounds_known: true,
    })),
    entry_ban_ground: person.entryBans?.flatMap(({ grounds }, index) =>
      (grounds ?? []).map((ground) => ({ ban_ordinal: index, ...ground })),
    ),
    administrative_liability: person.administrativeLiability?.map(liability),
    criminal_liability: person.criminalLiability?.map(liability),
    travel_leg: person.travelRoute?.map(snake),
    photograph: image(person.photograph),
    fingerprint_card: image(person.fingerprintCard),
  };
}

const NAME = {
  surname: null,
  given_name: null,
  patronymic: null,
  origin: null,
  transliteration: null,
};
const citizenship = (record: object) => ({ since: null, until: null, ...record });
const body = (record: { code: string } | null | undefined) => ({
  authority_code: record?.code,
  authority_name: null,
});
const liability = ({
  on,
  authority,
  ...rest
}: NonNullable<PersonRecord['criminalLiability']>[number]) => ({
  spent: false,
  expunged: false,
  juvenile: false,
  staged_on: on,
  ...rest,
  ...body(authority),
});
const image = (record: PersonRecord['photograph']) => ({
  media_type: record?.mediaType,
  taken_on: record?.takenOn,
  content: `\\x${Buffer.from(record?.content ?? '', 'base64').toString('hex')}`,
});

function snake(record: object | null | undefined): Fields {
  const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(
    Object.entries(record ?? {}).map(([name, value]) => [column(name), value]),
  );
}
