import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, systemIds } from '../../../src/base/index.js';
import { deleteListed, importFile } from '../../../src/cli/import.js';
import { writeSample } from '../../../src/cli/sample.js';
import { parsePerson, samplePeople } from '../../../src/register/index.js';
import { type Importer, openImporter } from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

let database: TestDatabase;
let folder: string;
let importer: Importer;
let said: string[];
// Every look at the clock is a second later.
const clock: Clock = { now: () => (now += 1_000) };
let now = Date.parse('2026-03-01T10:00:00Z');

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'sorgu-import-'));
  importer = openImporter({ url: database.urls.owner, clock, ids: systemIds });
});
beforeEach(() => {
  said = [];
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

async function fileOf(name: string, text: string) {
  const file = join(folder, name);
  await writeFile(file, text);
  return {
    file,
    importer,
    clock,
    language: 'en' as const,
    say: (line: string) => void said.push(line),
  };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

describe('sorgu import', () => {
  it('says what became of the lines, and leaves no file of rejections where there are none', async () => {
    const command = await fileOf('good.ndjson', '{"id":"A"}\n{"id":"B"}\n');
    await writeFile(`${command.file}.rejected.ndjson`, 'of an earlier run');
    expect(await importFile(command)).toBe(0);
    expect(said).toEqual(
      ['2 lines, 2000 a second', 'read 2 lines: 2 loaded, 0 changed, 0 unchanged, 0 rejected'].map(
        (line) => expect.stringMatching(line.replace('2000', '\\d+')),
      ),
    );
    expect(await exists(`${command.file}.rejected.ndjson`)).toBe(false);
  });

  it('writes what it rejects beside the file, for the operator alone, and answers 1', async () => {
    const secret = '{"id":"A","sex":"QADIN-7"}';
    const command = await fileOf('bad.ndjson', `{"id":"C"}\n${secret}\n{"id":"D","x":1}\n`);
    expect(await importFile(command)).toBe(1);
    const path = `${command.file}.rejected.ndjson`;
    const lines = (await readFile(path, 'utf8')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { line: 2, code: 'BAD_CODE', field: 'sex', text: secret },
      { line: 3, code: 'UNKNOWN_FIELD', field: '*', text: '{"id":"D","x":1}' },
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(said.join()).not.toContain('QADIN');
  });

  it('writes through no link that stands in the place of that file', async () => {
    const command = await fileOf('link.ndjson', '{\n');
    const target = join(folder, 'target');
    await symlink(target, `${command.file}.rejected.ndjson`);
    expect(await importFile(command)).toBe(1);
    expect(await exists(target)).toBe(false);
  });

  it('rejects where there is no such file', async () => {
    const command = { ...(await fileOf('x', '')), file: join(folder, 'missing') };
    await expect(importFile(command)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('--delete removes the ids of a file', async () => {
    await importFile(await fileOf('some.ndjson', '{"id":"E"}\n{"id":"F"}\n'));
    said = [];
    expect(await deleteListed(await fileOf('ids', 'E\nF\n\nnobody\n'))).toBe(0);
    expect(said).toEqual(['read 3 ids: 2 deleted, 1 not in the register']);
  });
});

describe('sorgu sample', () => {
  const options = { seed: 5, count: 450, today: '2026-03-01' } as const;

  it('writes people as an import reads them', async () => {
    const out = new PassThrough();
    const chunks: Buffer[] = [];
    out.on('data', (chunk: Buffer) => chunks.push(chunk));
    await writeSample(options, out);
    const lines = Buffer.concat(chunks).toString().trim().split('\n');
    expect(lines).toEqual([...samplePeople(options)].map((person) => JSON.stringify(person)));
    expect(lines.map((line) => parsePerson(line).fault).filter(Boolean)).toEqual([]);
  });
});
