/** `sorgu publications`: import, list, release, withdraw, over a database. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.js';
import {
  decidePublication,
  importFile,
  isAnythingPublished,
  listHeld,
  listPublications,
} from '../../../src/cli/index.js';
import {
  openPublicationDesk,
  type PublicationDesk,
  type PublicationShelf,
} from '../../../src/publications/index.js';
import {
  closePool,
  openOwner,
  openPublicationImporter,
  openPublicationKeeper,
  openPublicationShelf,
  type Sql,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { PUBLICATION_LAW, TODAY, writtenPublication } from '../../support/publications.js';
import { listen } from './desk.js';

let database: TestDatabase;
let sql: Sql;
let folder: string;
let desk: PublicationDesk;
let shelf: PublicationShelf;
const clock = { now: () => TODAY };

beforeAll(async () => {
  database = await openTestDatabase();
  sql = openOwner(database.urls.owner);
  folder = await mkdtemp(join(tmpdir(), 'sorgu-publications-'));
  const keeper = openPublicationKeeper(sql);
  const inspect = (text: string) =>
    text.includes('C01234567') ? [{ kind: 'DOCUMENT_NUMBER', from: 5, to: 14 }] : [];
  desk = openPublicationDesk({
    ...{ keeper, law: PUBLICATION_LAW, clock, inspect },
    ownAuthority: 'AZ-SMS',
  });
  shelf = openPublicationShelf(sql);
});
afterAll(async () => {
  await closePool(sql);
  await rm(folder, { recursive: true });
  await database.drop();
});

/** Imports these lines; what was said, what was rejected, the exit code. */
async function importLines(...lines: readonly (Json | string)[]) {
  const file = join(folder, 'publications.ndjson');
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  await writeFile(file, written.join('\n'));
  const said: string[] = [];
  const importer = openPublicationImporter(desk);
  const say = (line: string) => void said.push(line);
  const code = await importFile({ file, importer, clock, language: 'en', say });
  const rejected = await readFile(`${file}.rejected.ndjson`, 'utf8').catch(() => '');
  const faults = rejected.split('\n').flatMap((line) => {
    if (line === '') return [];
    const { line: number, code: first, field } = JSON.parse(line);
    return [`${number} ${first} ${field}`.trim()];
  });
  return { code, counts: said.find((line) => line.startsWith('read ')), faults };
}

const one = (id: string, more: Record<string, Json> = {}) => writtenPublication({ id, ...more });
const counts = (read: number, ...rest: readonly number[]) => {
  const [loaded, changed, unchanged, rejected] = rest;
  return `read ${read} lines: ${loaded} loaded, ${changed} changed, ${unchanged} unchanged, ${rejected} rejected`;
};

describe('import', () => {
  test('what is good is published, what is not is told with its line', async () => {
    expect(await isAnythingPublished(shelf)).toBe(false);
    const done = await importLines(
      one('a'),
      '{"id":',
      one('b', { source: null }),
      '',
      one('a'),
      one('c', { clause: '4(b)' }),
      one('d', { texts: { fr: { title: 'Loi' } } }),
      one('e', { dates: { adopted: '2026-02-01', published: '2026-01-01' } }),
      one('f', { texts: { en: { title: 'x'.repeat(301) } } }),
      '[]',
      '"\\ud800"',
      one('g'),
    );
    expect(done).toEqual({
      code: 1,
      counts: counts(11, 2, 0, 0, 9),
      faults: [
        '2 NOT_JSON',
        '3 NO_SOURCE source',
        '5 DUPLICATE_ID id',
        '6 UNKNOWN_CLAUSE clause',
        '7 UNKNOWN_LANGUAGE texts',
        '8 DATES_OUT_OF_ORDER dates.published',
        '9 TOO_LONG texts.en.title',
        '10 WRONG_FORM',
        '11 WRONG_FORM',
      ],
    });
    expect(await isAnythingPublished(shelf)).toBe(true);
  });

  test('the same file twice changes nothing; another content is a new version', async () => {
    expect(await importLines(one('a'), one('g'))).toEqual({
      ...{ code: 0, counts: counts(2, 0, 0, 2, 0), faults: [] },
    });
    const changed = one('a', { languages: ['az', 'en'] });
    expect((await importLines(changed, one('g'))).counts).toBe(counts(2, 0, 1, 1, 0));
    expect(await shelf.versions('a')).toHaveLength(2);
  });

  test('many lines keep their order, and each becomes one version', async () => {
    const many = Array.from({ length: 300 }, (_, n) => one(`many-${n}`));
    expect((await importLines(...many)).counts).toBe(counts(300, 300, 0, 0, 0));
    const { shown } = await shelf.page({
      ...{ first: 3, before: null, kind: null, language: null },
      ...{ instrument: null, changedSince: null, search: 'law migration' },
    });
    expect(shown.map(({ publication }) => publication.id)).toEqual([
      'many-299',
      'many-298',
      'many-297',
    ]);
  });
});

describe('list, release, withdraw', () => {
  test('what is held is listed with where, released with a reason, withdrawn with another', async () => {
    await importLines(one('held', { texts: { en: { title: 'Seen C01234567' } } }));
    const voice = listen();
    expect(await listHeld(desk, voice)).toBe(0);
    expect(voice.written).toEqual(['held\tDOCUMENT_NUMBER\ttexts.en.title\t5-14\n']);
    expect(await shelf.one('held')).toBeUndefined();

    const decide = (act: 'release' | 'withdraw', reason: string, heard = listen()) =>
      decidePublication(desk, { act, id: 'held', reason }, heard).then((code) => [
        code,
        ...heard.said,
      ]);
    expect(await decide('release', '')).toEqual([1, expect.stringMatching(/^NO_REASON: /)]);
    expect(await decide('release', 'A form’s number')).toEqual([0, 'held: published']);
    expect(await decide('withdraw', 'Wrong source')).toEqual([0, 'held: withdrawn']);
    expect(await decide('withdraw', 'Again')).toEqual([
      1,
      expect.stringMatching(/^ALREADY_WITHDRAWN: /),
    ]);

    const listed = listen();
    expect(await listPublications(shelf, listed)).toBe(0);
    expect(listed.written[0]).toBe(
      'held\tWITHDRAWN\tLegislation\tWithdrawn: Official Gazette No 12\n',
    );
    expect(listed.written).toHaveLength(303);
  });
});

test('A-3.1(1) a table of this authority is released by its own desk alone; one of another is taken', async () => {
  const table = { kind: 'STATISTICS', clause: '2(a)' } as const;
  const own = writtenPublication({ ...table, id: 'own-table' });
  const other = writtenPublication({ ...table, id: 'other-table', publisher: 'BE-IO' });
  expect((await importLines(own, other)).faults).toEqual(['1 STATISTICS_BY_HAND kind']);
});
