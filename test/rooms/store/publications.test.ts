/** Publications in PostgreSQL: kept as versions, shown as they stand, found by their words in four languages. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json, Language } from '../../../src/base/index.js';
import {
  type PublicationKeeper,
  type PublicationQuery,
  type PublicationShelf,
  type PublicationVersion,
  publish,
  withdraw,
} from '../../../src/publications/index.js';
import {
  closePool,
  openExchangePool,
  openMaterialBetween,
  openPool,
  openPublicationKeeper,
  openPublicationShelf,
  type Sql,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { PUBLICATION_LAW, publicationOf, TODAY } from '../../support/publications.js';

let database: TestDatabase;
let app: Sql;
let exchange: Sql;
let shelf: PublicationShelf;
let keeper: PublicationKeeper;

const ALL: PublicationQuery = {
  ...{ first: 25, before: null, kind: null, language: null },
  ...{ instrument: null, changedSince: null, search: null },
};

/** Keeps what comes of publishing it, on whatever stands under its id. */
async function keep(changes: Record<string, Json>, planted = false): Promise<PublicationVersion> {
  const publication = publicationOf(changes);
  const current = await keeper.current(publication.id);
  const found = [{ kind: 'DOCUMENT_NUMBER', from: 0, to: 1 }];
  const inspect = () => (planted ? found : []);
  const on = { law: PUBLICATION_LAW, now: TODAY, by: 'AZ-1', current, inspect };
  const done = publish(publication, on);
  if (done.outcome === 'REFUSED') throw new Error(JSON.stringify(done.faults));
  if (done.outcome === 'NEW') expect(await keeper.keep(done.version)).toBe(true);
  return done.version;
}

const found = async (query: Partial<PublicationQuery>) =>
  (await shelf.page({ ...ALL, ...query })).shown.map(({ publication }) => publication.id);

test.each(['\u0000', '\ud800', "'", '\\', 'x'.repeat(5_000), ''])(
  'B-2b what no instrument is called finds nothing, and breaks nothing',
  async (instrument) => {
    expect(await found({ instrument })).toEqual([]);
    expect(await found({ instrument, search: 'permits' })).toEqual([]);
    expect((await keeper.held({ first: 1, after: instrument })).versions).toBeDefined();
  },
);

const TEXTS: Readonly<Record<string, Json>> = {
  'az-permit': { az: { title: 'Yaşayış icazələrinin verilməsi', text: 'Qanunun İŞLƏNMƏSİ' } },
  'ru-rules': { ru: { title: 'Правила учёта иностранцев', summary: 'Миграционный учёт граждан' } },
  'kk-law': { kk: { title: 'Көші-қон туралы заңнама', text: 'Азаматтығы жоқ адамдар' } },
  'en-guide': { en: { title: 'Guide to residence permits', text: 'Foreigners are registered.' } },
  'all-four': {
    az: { title: 'Miqrasiya statistikası' },
    ru: { title: 'Статистика миграции' },
    kk: { title: 'Көші-қон статистикасы' },
    en: { title: 'Migration statistics' },
  },
};

beforeAll(async () => {
  database = await openTestDatabase();
  app = openPool(database.urls.app, { name: 'test', max: 2, statementMs: 5_000, silenceMs: 0 });
  exchange = openExchangePool(database.urls.exchange);
  shelf = openPublicationShelf(app);
  keeper = openPublicationKeeper(exchange);
  for (const [id, texts] of Object.entries(TEXTS)) await keep({ id, texts });
});
afterAll(async () => {
  await closePool(app);
  await closePool(exchange);
  await database.drop();
});

describe('what is found', () => {
  test.each<[Language | null, string, string[]]>([
    ['az', 'yaşayış icazəsi', ['az-permit']],
    ['az', 'YAŞAYIŞ', ['az-permit']],
    ['az', 'yasayis icaze', ['az-permit']],
    ['az', 'işlənmə', ['az-permit']],
    ['az', 'ISLENME', ['az-permit']],
    ['az', 'miqrasiyanın', ['all-four']],
    ['ru', 'правило', ['ru-rules']],
    ['ru', 'учет иностранцам', ['ru-rules']],
    ['ru', 'миграция', ['all-four']],
    ['ru', 'миграционного учёта', ['ru-rules']],
    ['kk', 'заң', ['kk-law']],
    ['kk', 'азаматтық', ['kk-law']],
    ['kk', 'кошi', []],
    ['kk', 'коши', ['all-four', 'kk-law']],
    ['en', 'registering foreigner', ['en-guide']],
    ['en', 'permit', ['en-guide']],
    ['ru', 'permit', []],
    [null, 'permit', ['en-guide']],
    [null, 'миграция', ['all-four']],
    [null, 'migration миграция', []],
    [null, 'nothing', []],
    [null, '!?', []],
    ['ru', 'и', []],
  ])('in %s by "%s"', async (language, search, ids) => {
    expect(await found({ language, search })).toEqual(ids);
  });

  test('by kind, instrument and time too', async () => {
    expect(await found({ search: 'permit', kind: 'LEGISLATION' })).toEqual(['en-guide']);
    expect(await found({ search: 'permit', kind: 'METHOD' })).toEqual([]);
    expect(await found({ search: 'permit', instrument: 'AZ-KZ-2019' })).toEqual([]);
    expect(await found({ search: 'permit', changedSince: TODAY })).toEqual(['en-guide']);
    expect(await found({ search: 'permit', changedSince: TODAY + 1 })).toEqual([]);
    expect(await found({ language: 'kk' })).toEqual(['all-four', 'kk-law']);
    expect(await found({ kind: 'METHOD' })).toEqual([]);
    expect(await found({ instrument: 'AZ-BE-2019', first: 1 })).toEqual(['all-four']);
    expect(await found({ changedSince: TODAY + 1 })).toEqual([]);
  });

  test('whatever is typed, the search answers', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.stringMatching(/^[&|!<>():*'"\\ a-zа-я0-9-]{1,40}$/),
    );
    const language = fc.constantFrom<Language | null>(null, 'ru', 'en', 'az', 'kk');
    const searches = fc.array(fc.record({ search: typed, language }), { minLength: 20, size: '=' });
    await fc.assert(
      fc.asyncProperty(searches, async (many) => {
        const pages = await Promise.all(many.map((query) => shelf.page({ ...ALL, ...query })));
        for (const { shown } of pages) {
          expect(shown.length).toBeLessThanOrEqual(Object.keys(TEXTS).length);
        }
      }),
      { numRuns: 2 },
    );
  });
});

describe('what is shown', () => {
  const id = 'shown';
  const texts = { en: { title: 'Zebra law', text: 'First.' } };
  const file = { name: 'table.csv', content: 'a,b\r\n1,"x\ty\\"\r\n' };

  test('as it was published, its files apart', async () => {
    await keep({ id, texts, attachments: [file] });
    const shown = await shelf.one(id);
    expect(shown).toMatchObject({ state: 'PUBLISHED', reason: null, recordedAt: TODAY });
    expect(shown?.publication).toEqual({
      ...publicationOf({ id, texts }),
      attachments: [{ name: 'table.csv', content: '' }],
    });
    expect(await shelf.attachment(id, 'table.csv')).toEqual(file);
    expect(await shelf.attachment(id, 'table.json')).toBeUndefined();
    expect((await keeper.current(id))?.publication.attachments).toEqual([file]);
  });

  test('a version that is held is not: what stood before is', async () => {
    const held = await keep({ id, texts: { en: { title: 'Quagga law' } } }, true);
    expect(held).toMatchObject({ version: 2, state: 'HELD' });
    expect((await shelf.one(id))?.publication.texts.en?.title).toBe('Zebra law');
    expect(await found({ search: 'quagga' })).toEqual([]);
    const { versions } = await keeper.held({ first: 10, after: null });
    expect(versions).toEqual([held]);
  });

  test('a change takes the newest place, and is found by its own words alone', async () => {
    await keep({ id, texts: { en: { title: 'Okapi law' } } });
    expect(await found({ first: 1 })).toEqual([id]);
    expect(await found({ search: 'zebra' })).toEqual([]);
    expect(await found({ search: 'okapi' })).toEqual([id]);
    expect(await shelf.attachment(id, 'table.csv')).toBeUndefined();
    expect((await keeper.held({ first: 10, after: null })).versions).toEqual([]);
  });

  test('a version is kept once', async () => {
    const current = await keeper.current(id);
    if (current === undefined) throw new Error('no version');
    expect(await keeper.keep(current)).toBe(false);
  });

  test('a withdrawn one says so and why; no text of it is shown or found', async () => {
    const current = await keeper.current(id);
    const done = withdraw({ now: TODAY, by: 'AZ-2', reason: 'Repealed', current });
    if (done.outcome !== 'NEW') throw new Error(done.outcome);
    await keeper.keep(done.version);
    const shown = await shelf.one(id);
    expect(shown).toMatchObject({ state: 'WITHDRAWN', reason: 'Repealed' });
    expect(shown?.publication).toEqual({ ...publicationOf({ id }), texts: {}, attachments: [] });
    expect(await found({ search: 'okapi' })).toEqual([]);
    expect(await found({ first: 1 })).toEqual([id]);
    // Who follows one language is told too.
    expect(await found({ language: 'en', first: 1 })).toEqual([id]);
    expect((await shelf.versions(id)).map(({ number, state }) => `${number} ${state}`)).toEqual([
      '1 PUBLISHED',
      '2 PUBLISHED',
      '3 WITHDRAWN',
    ]);
  });

  test('one that was never shown is not shown when it is withdrawn', async () => {
    await keep({ id: 'unseen', texts }, true);
    const current = await keeper.current('unseen');
    const done = withdraw({ now: TODAY, by: 'AZ-2', reason: 'Personal', current });
    if (done.outcome !== 'NEW') throw new Error(done.outcome);
    await keeper.keep(done.version);
    expect(await shelf.one('unseen')).toBeUndefined();
    expect(await shelf.versions('unseen')).toEqual([]);
  });

  test('of what nothing stands under there is nothing', async () => {
    for (const unknown of ['', 'no-such', 'a\u0000b', 'ə', "x' or '1'='1", 'a'.repeat(5_000)]) {
      expect(await shelf.one(unknown)).toBeUndefined();
      expect(await shelf.versions(unknown)).toEqual([]);
      expect(await shelf.attachment(unknown, unknown)).toBeUndefined();
    }
  });
});

test('A-11.4 who reads for everybody reaches neither what is held nor who recorded it', async () => {
  await keep({ id: 'held-one', texts: { en: { title: 'Gnu' } } }, true);
  for (const table of ['version', 'attachment']) {
    await expect(app.unsafe(`select * from publication.${table}`)).rejects.toMatchObject({
      code: '42501',
    });
  }
  const rows = await app.unsafe(
    `select content from publication.reading where content like '%Gnu%'`,
  );
  expect(rows).toHaveLength(0);
  await expect(app.unsafe('delete from publication.shown')).rejects.toMatchObject({
    code: '42501',
  });
  await expect(
    exchange.unsafe(`update publication.version set state = 'PUBLISHED'`),
  ).rejects.toMatchObject({ code: '42501' });
});

test('B-5 a monitoring figure tells nothing of a version that is held, nor of what was never shown', async () => {
  const count = openMaterialBetween(exchange).publications('AZ-SMS');
  const day = 86_400_000;
  const span = {
    instrument: 'AZ-BE-2019',
    authority: 'BE-IO',
    from: TODAY - day,
    until: TODAY + day,
  };
  const told = async () => {
    const counts = await count(span);
    return counts.map(({ state, count: many }) => [state, many]);
  };
  const title = (text: string) => ({ texts: { en: { title: text } } });
  await keep({ id: 'monitored', ...title('One') });
  const before = await told();
  await keep({ id: 'monitored', ...title('Two') }, true);
  await keep({ id: 'monitored-unseen', ...title('Three') }, true);
  const current = await keeper.current('monitored-unseen');
  const done = withdraw({ now: TODAY, by: 'AZ-2', reason: 'Personal', current });
  if (done.outcome !== 'NEW') throw new Error(done.outcome);
  await keeper.keep(done.version);
  expect(await told()).toEqual(before);
});
