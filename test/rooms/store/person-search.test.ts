/** The search of an executing officer (10(1)) in a real register: who is found, who is left out, what is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HARD_CASES, type Identification, samplePeople } from '../../../src/register/index.js';
import {
  closePool,
  openOwner,
  openPersonSearch,
  openPools,
  type Pools,
  type SearchQuestion,
  type SearchScope,
  type Sql,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { type TestImport, testImport } from '../../support/import.js';
import { person } from '../../support/people.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { putExecution } from '../../support/wall.js';

const officer = (id = 'AZ-KZ-2019'): SearchScope => {
  const instrument = loadInstruments().get(id);
  if (instrument === undefined) throw new Error('the instrument is missing');
  return { statedBy: 'requested', instrument };
};
const stated = (surname: string, givenName?: string): Identification => ({
  names: [{ surname, givenName }],
});

const PEOPLE = [
  person('plain', {
    nameCyrillic: { surname: 'Гордеев', givenName: 'Пётр', patronymic: 'Игнатьевич' },
    nameLatin: { surname: 'GORDEEV', givenName: 'PETR' },
    dateOfBirth: '1971-03-04',
    documents: [
      { series: 'N', number: '07654321', use: 'TRAVEL' },
      { number: 'REF-445566', refugee: true },
      { number: 'ASY-778899', issuingAuthority: { code: 'UNHCR' } },
    ],
  }),
  person('year', { nameLatin: { surname: 'Ordubekov', givenName: 'Said' }, dateOfBirth: '1965' }),
  person('dateless', {
    nameLatin: { surname: 'Tursunkulov', givenName: 'Ilyas' },
    dateOfBirth: null,
  }),
  person('former', {
    nameCyrillic: { surname: 'Лапина', givenName: 'Асель' },
    otherNames: [{ surname: 'Бекмухамбетова', givenName: 'Асель' }],
    dateOfBirth: '1985-06-07',
  }),
  person('kazakh', {
    nameLatin: null,
    searchNames: [{ script: 'kk-Cyrl', surname: 'Құрманғазин', givenName: 'Өмірхан' }],
    dateOfBirth: '1990-01-30',
  }),
  person('protected', {
    nameLatin: { surname: 'Zhalmagambetov', givenName: 'Adil' },
    protected: true,
  }),
  person('third', {
    nameLatin: { surname: 'Dzhumanazarov', givenName: 'Rustam' },
    citizenships: [{ country: 'UZB' }],
  }),
  person('unknown', {
    nameLatin: { surname: 'Dzhumanazarov', givenName: 'Rustam' },
    citizenships: null,
  }),
];

let database: TestDatabase;
let pools: Pools;
let owner: Sql;
let run: TestImport;
let under: SearchQuestion['under'];

beforeAll(async () => {
  database = await openTestDatabase();
  pools = openPools(database.urls);
  owner = openOwner(database.urls.owner);
  run = testImport(database.urls.owner);
  under = await putExecution(owner);
  await run.load([...samplePeople({ seed: 5, count: 400, today: '2026-03-01' }), ...PEOPLE]);
});
afterAll(async () => {
  await closePool(owner);
  await pools.close();
  await database.drop();
});

const search = (subject: Identification, change: Partial<SearchQuestion> = {}) =>
  openPersonSearch(pools.search)({ scope: officer(), under, subject, ...change });
const found = async (subject: Identification, change: Partial<SearchQuestion> = {}) =>
  (await search(subject, change)).candidates.map((candidate) => candidate.person);

describe('a person is found', () => {
  it.each<[string, Identification, string]>([
    ['by the letters of the register', stated('Гордеев', 'Пётр'), 'plain'],
    ['in another script', stated('GORDEYEV', 'PYOTR'), 'plain'],
    ['with family and given name swapped', stated('Пётр', 'Гордеев'), 'plain'],
    ['with a slip of the pen', stated('Годреев', 'Пётр'), 'plain'],
    ['by a family name alone, with a slip', stated('Годреев'), 'plain'],
    ['with a year of birth', { ...stated('Гордеев'), dateOfBirth: '1971' }, 'plain'],
    ['with year and month', { ...stated('Гордеев'), dateOfBirth: '1971-03' }, 'plain'],
    [
      'with day and month swapped',
      { ...stated('Гордеев', 'Пётр'), dateOfBirth: '1971-04-03' },
      'plain',
    ],
    [
      'under another family name, by given name and date of birth',
      { ...stated('Совсем-Другая', 'Пётр'), dateOfBirth: '1971-03-04' },
      'plain',
    ],
    [
      'by given name and date of birth alone',
      { names: [{ givenName: 'Пётр' }], dateOfBirth: '1971-03-04' },
      'plain',
    ],
    ['by a document alone', { names: [], documents: [{ number: 'n 07654321' }] }, 'plain'],
    [
      'by the number without its series',
      { names: [], documents: [{ number: '07654321' }] },
      'plain',
    ],
    [
      'whose year of birth alone is recorded',
      { ...stated('Ордубеков', 'Саид'), dateOfBirth: '1965-08-01' },
      'year',
    ],
    [
      'whose date of birth nobody knows',
      { ...stated('Турсункулов', 'Ильяс'), dateOfBirth: '1965-08-01' },
      'dateless',
    ],
    ['by a form that is only searched by', stated('KURMANGAZIN', 'OMIRKHAN'), 'kazakh'],
    ['by a former name', stated('BEKMUKHAMBETOVA', 'ASSEL'), 'former'],
    ['of unknown citizenship', stated('Джуманазаров', 'Рустам'), 'unknown'],
  ])('%s', async (_, subject, id) => {
    expect((await found(subject))[0]).toBe(id);
  });

  it('by any of several names stated', async () => {
    const names = [{ surname: 'Никогойкин' }, { surname: 'Гордеев', givenName: 'Пётр' }];
    expect((await found({ names }))[0]).toBe('plain');
  });
});

describe('the officer is told', () => {
  it('why, part by part, and what the ledger needs', async () => {
    const { candidates, ...rest } = await search({
      names: [{ surname: 'GORDEEV', givenName: 'PETR', patronymic: 'IGNATEVICH' }],
      dateOfBirth: '1971-03-04',
      documents: [{ number: '7654 3210' }],
    });
    expect(rest).toEqual({
      more: false,
      passes: ['EXACT'],
      searchedBy: ['SURNAME', 'GIVEN_NAME', 'PATRONYMIC', 'DATE_OF_BIRTH', 'DOCUMENT'],
      tickets: [expect.stringMatching(/^\d+$/)],
    });
    const [best] = candidates;
    expect(best).toMatchObject({
      person: 'plain',
      explanation: {
        surname: 'SAME_LETTERS',
        givenName: 'SAME_LETTERS',
        patronymic: 'SAME_LETTERS',
        name: 'CURRENT',
        dateOfBirth: 'SAME',
        document: 'DIFFERENT',
      },
      nameLatin: { surname: 'GORDEEV' },
      dateOfBirth: '1971-03-04',
    });
    const [{ record, key }] = await owner<[{ record: string; key: Uint8Array }]>`
      select record_id::text as record, key from register.person
      join register.subject_key using (person_key) where person_key = 'plain'`;
    expect(best?.record).toBe(record);
    expect(Buffer.from(best?.key ?? [])).toEqual(Buffer.from(key));
  });

  it('never the former name a person was found by', async () => {
    const answer = await search(stated('Бекмухамбетова', 'Асель'));
    expect(answer.candidates[0]).toMatchObject({
      person: 'former',
      explanation: { name: 'OTHER' },
      nameCyrillic: { surname: 'Лапина' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/бекмух/i);
  });

  it('the same in the same order each time', async () => {
    const first = await search(stated('Касымов'), { limit: 20, wide: true });
    const again = await search(stated('Касымов'), { limit: 20, wide: true });
    expect(first.candidates.length).toBeGreaterThan(1);
    expect({ ...again, tickets: [] }).toEqual({ ...first, tickets: [] });
  });

  it('no more candidates than he wants, and twenty at most', async () => {
    expect(await found(stated('Касымов'), { limit: 2 })).toHaveLength(2);
    expect((await found(stated('Касымов'), { limit: 1000, wide: true })).length).toBeLessThan(21);
  });

  it('that more met the keys than were weighed', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      person(`many-${at}`, { nameLatin: { surname: 'Moltabarov', givenName: 'Ivan' } }),
    );
    await run.load(many);
    expect((await search(stated('Молтабаров', 'Иван'))).more).toBe(true);
    await run.remove(many.map(({ id }) => id));
  });
});

describe('left out, as a grant leaves them out', () => {
  it('A-3.1(2): a national of neither Party', async () => {
    expect(await found(stated('Dzhumanazarov', 'Rustam'), { wide: true })).not.toContain('third');
    expect(
      await found(stated('Dzhumanazarov', 'Rustam'), { scope: officer('EU-AZ-2014') }),
    ).toContain('third');
  });

  it('A-3.1(2): nor by a document', async () => {
    const [third] = [...samplePeople({ seed: 5, count: 400, today: '2026-03-01' })].filter(
      ({ id }) => id === HARD_CASES.thirdCountryNational,
    );
    const documents = (third?.documents ?? []).map(({ number }) => ({ number: number ?? '' }));
    expect(documents.length).toBeGreaterThan(0);
    expect(await found({ names: [], documents })).toEqual([]);
  });

  it('A-10.4c: a protected person, from whoever requests; the officer who weighs refusal sees them', async () => {
    const subject = stated('Zhalmagambetov', 'Adil');
    const requesting = { ...officer(), statedBy: 'requesting' } as const;
    expect(await found(subject, { scope: requesting, wide: true })).not.toContain('protected');
    expect(await found(subject)).toContain('protected');
  });

  it.each(['REF-445566', 'ASY-778899'])('A-10.4c: who is known by %s alone', async (number) => {
    expect(await found({ names: [], documents: [{ number }] })).toEqual([]);
  });
});

describe('as recorded now', () => {
  it('a name that was corrected finds nobody any more; the new one does', async () => {
    await run.load([
      person('corrected', { nameLatin: { surname: 'Pelmeshkin', givenName: 'Ivan' } }),
    ]);
    run.clock.time += 1_000;
    await run.load([
      person('corrected', { nameLatin: { surname: 'Vareniko', givenName: 'Ivan' } }),
    ]);
    expect(await found(stated('Пельмешкин', 'Иван'))).not.toContain('corrected');
    expect(await found(stated('Варенико', 'Иван'))).toContain('corrected');
  });

  it('who is deleted leaves no family name behind', async () => {
    const names = () =>
      owner<{ sound: string }[]>`select sound from register.family_name order by 1`;
    const before = await names();
    await run.load([
      person('gone', { nameLatin: { surname: 'Uniquelov', givenName: 'Ivan' } }),
      person('shared', { nameLatin: { surname: 'Gordeev', givenName: 'Ivan' } }),
    ]);
    expect(await names()).toHaveLength(before.length + 1);
    await run.remove(['gone', 'shared']);
    expect(await names()).toEqual(before);
    expect((await found(stated('Гордеев', 'Пётр')))[0]).toBe('plain');
  });
});

describe('whatever comes', () => {
  it.each<[string, Identification]>([
    ['nothing', { names: [] }],
    ['empty parts', { names: [{ surname: '', givenName: ' ' }], documents: [{ number: '' }] }],
    ['signs', { names: [{ surname: "'); drop table --", givenName: '\u0000{surnames}$1' }] }],
    ['a long text', { names: [{ surname: 'a'.repeat(100_000) }] }],
    ['another script', stated('محمد')],
    ['a given name alone', { names: [{ givenName: 'Пётр' }] }],
    ['no date', { names: [{ givenName: 'Пётр' }], dateOfBirth: "1971-03-04' or true" }],
  ])('%s finds nobody and breaks nothing', async (_, subject) => {
    expect(await found(subject)).toEqual([]);
  });

  it('a database that is away is a refusal', async () => {
    const gone = openPools(database.urls);
    await gone.close();
    const answer = openPersonSearch(gone.search)({
      scope: officer(),
      under,
      subject: stated('Гордеев'),
    });
    await expect(answer).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
