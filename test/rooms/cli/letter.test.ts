/** A-9.1 `sorgu letter`: the request on paper, from the same document, over nothing that is there. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { writeLetter } from '../../../src/cli/index.js';
import { openLetters } from '../../../src/letters/index.js';
import { documentDigest } from '../../../src/requests/index.js';
import { AUTHORITIES } from '../../../src/treaty/index.js';
import { readPdf } from '../letters/read-pdf.js';
import { changed, DOCUMENT, listen, openDesk, SECRET } from './desk.js';

const desk = openDesk();
const letters = openLetters();
afterAll(() => desk.close());

async function write(file: string, out: string, sample?: string) {
  const voice = listen();
  const wishes = { file, out: desk.path(out), office: 'Начальник', name: 'В. Вымышленный', sample };
  const code = await writeLetter({ ...wishes, draw: letters.request }, voice);
  return { code, ...voice };
}

/** The words of a letter, without the spaces at which lines break. */
const wordsOf = (path: string): string =>
  readPdf(readFileSync(path))
    .pages.flat()
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '');
const bare = (text: string) => text.replace(/\s/g, '');

describe('sorgu letter', () => {
  test('writes the letter for its writer alone, in both languages, and prints the digest', async () => {
    const sample = desk.file('sample.png', Buffer.from('letterhead'));
    const { code, said, written } = await write(desk.file('a.json', DOCUMENT), 'a.pdf', sample);
    expect(code).toBe(0);
    expect(written).toEqual([`${documentDigest(DOCUMENT)}\n`]);
    expect(said.join()).not.toContain(SECRET);
    expect(statSync(desk.path('a.pdf')).mode & 0o777).toBe(0o600);
    const words = wordsOf(desk.path('a.pdf'));
    const { ru, kk } = AUTHORITIES['KZ-MIA'].name;
    const sha256 = createHash('sha256').update('letterhead').digest('hex');
    for (const text of [ru, kk, SECRET, 'В. Вымышленный', documentDigest(DOCUMENT), sha256]) {
      expect(words).toContain(bare(text));
    }
  });

  test('is dated by the day at the seat of the authority that writes', async () => {
    await write(desk.file('a.json', DOCUMENT), 'day.pdf');
    expect(wordsOf(desk.path('day.pdf'))).toContain(bare('21.11.2026'));
  });

  test('overwrites nothing', async () => {
    const out = desk.file('there.pdf', Buffer.from('mine'));
    const writing = write(desk.file('a.json', DOCUMENT), 'there.pdf');
    await expect(writing).rejects.toThrow(/exists and is not overwritten: pass another --out$/);
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  test('makes a letter of what is incomplete, and of an authority that nobody knows', async () => {
    const requesting = { ...DOCUMENT.requesting, authority: 'XX-1', name: 'Чужое ведомство' };
    const file = desk.file('gaps.json', changed({ substance: '', requesting }));
    expect((await write(file, 'gaps.pdf')).code).toBe(0);
    expect(wordsOf(desk.path('gaps.pdf'))).toContain(bare('Чужое ведомство'));
  });

  test.each([
    ['no JSON', Buffer.from('{'), ['JSON_MALFORMED']],
    ['another kind', changed({ kind: 'ANSWER' }), ['WRONG_CODE at kind']],
  ])('makes none of what is no request: %s', async (name, content, faults) => {
    const { code, said, written } = await write(desk.file('b.json', content), `${name}.pdf`);
    expect({ code, written }).toEqual({ code: 1, written: [] });
    expect(said.slice(0, -1)).toEqual(faults);
    expect(existsSync(desk.path(`${name}.pdf`))).toBe(false);
  });

  test('rejects where the sample is not there or the folder is none', async () => {
    const file = desk.file('a.json', DOCUMENT);
    await expect(write(file, 'c.pdf', desk.path('none.png'))).rejects.toThrow(/cannot be read/);
    await expect(write(file, 'none/c.pdf')).rejects.toThrow(/cannot be made \(ENOENT\)$/);
  });
});
