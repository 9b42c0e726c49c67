/** Every clause of both texts stands in the table of ARCHITECTURE.md and in the name of a test. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

/** The rows of what each clause asks of the gateway: the agreement with Kazakhstan, then the memorandum with Belgium. */
const ROWS = [
  ...['A-Pre', 'A-1.1', 'A-1.2', 'A-2.1', 'A-2.2', 'A-3.1(1)', 'A-3.1(2)', 'A-3.1(3)', 'A-3.1(4)'],
  ...['A-3.1(5)', 'A-3.2', 'A-4', 'A-5.1(1)', 'A-5.1(2)', 'A-5.1(3)', 'A-5.1(4)', 'A-5.2', 'A-6.1'],
  ...['A-7', 'A-8.1', 'A-8.2', 'A-9.1', 'A-9.2', 'A-9.3', 'A-9.4', 'A-9.5', 'A-10.1', 'A-10.2'],
  ...['A-10.3', 'A-10.4', 'A-10.4c', 'A-10.4d', 'A-11.1', 'A-11.2', 'A-11.3', 'A-11.4', 'A-11.5'],
  ...['A-12', 'A-13', 'A-14', 'A-15', 'A-16', 'A-17', 'A-Final'],
  ...['B-Pre', 'B-1a', 'B-1b', 'B-1c', 'B-2a', 'B-2b', 'B-3a', 'B-3b', 'B-3c', 'B-4a', 'B-4b'],
  ...['B-4c', 'B-4d', 'B-5', 'B-6', 'B-7', 'B-8', 'B-Final'],
];

/** Rows that the table has under one head. */
const HEADS: Readonly<Record<string, string>> = { 'A-5': 'A-5.*', 'A-6': 'A-6.*' };
const headOf = (row: string): string => HEADS[row.slice(0, 3)] ?? row;

let table: string;
let tests: string;
beforeAll(async () => {
  const page = await readFile(new URL('ARCHITECTURE.md', root), 'utf8');
  table = page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .join('\n');
  const names = await readdir(new URL('test/', root), { recursive: true });
  const files = names.filter((name) => /\.test\.ts$/.test(name) && !name.includes('node_modules'));
  const texts = files.map((name) => readFile(new URL(`test/${name}`, root), 'utf8'));
  tests = (await Promise.all(texts)).join('\n');
});

test.each(ROWS)('%s has its place and its test', (row) => {
  expect(table).toContain(headOf(row));
  // In a name, and not as the beginning of another row's.
  const named = new RegExp(`['"\`][^'"\`]*${row.replaceAll(/[.()]/g, '\\$&')}(?![0-9])`);
  expect(named.test(tests.replaceAll(/const ROWS = [^;]*;/g, ''))).toBe(true);
});

/** Where the table's places are looked for: it leaves out what is the same all along a column. */
const FOLDERS = ['', 'src/', 'test/treaty/', 'test/journeys/'];

test('every place that the table names is there', () => {
  const named = table.match(/(?<=`)[\w./-]+(?=`)/g) ?? [];
  const places = new Set(named.filter((name) => /\/|\.ts$/.test(name)));
  const stands = (name: string) =>
    FOLDERS.some((folder) => existsSync(new URL(folder + name, root)));
  expect(places.size).toBeGreaterThan(100);
  expect([...places].filter((name) => !stands(name))).toEqual([]);
});
