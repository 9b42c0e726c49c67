import { afterAll, expect, test } from 'vitest';
import { runProgram, type Tools } from '../../../src/cli/index.js';
import { listen, openDesk } from './desk.js';

const desk = openDesk();
afterAll(() => desk.close());

const scan = async (content: string | Buffer, ...rest: readonly string[]) => {
  const voice = listen();
  const file = desk.file('report.txt', Buffer.from(content));
  const code = await runProgram(['node', 'sorgu', 'scan', file, ...rest], {} as Tools, voice);
  return { code, out: voice.written.join(''), said: voice.said };
};

test('says what would hold a text, in the language asked, and never the value', async () => {
  const { code, out } = await scan('паспорт № C01234567', '--language', 'ru');
  expect([code, out]).toEqual([
    1,
    '10-19 DOCUMENT_NUMBER 3 NAMED_AS_SUCH: Номер документа или личный номер.\n',
  ]);
});

test.each([
  ['nothing', 'Два канала.', 0],
  ['an office’s address alone', 'press@example.az', 0],
  ['an image', Buffer.from('ffd8ffe000104a464946', 'hex'), 1],
])('%s', async (_, content, expected) => {
  expect((await scan(content)).code).toBe(expected);
});

test.each([
  ['a file that is nothing we know', Buffer.from([0, 1, 2, 255]), []],
  ['a language that is none of ours', 'a', ['--language', 'fr']],
])('%s is wrong usage', async (_, content, rest) => {
  expect((await scan(content, ...rest)).code).toBe(2);
});
