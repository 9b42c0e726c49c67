import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherBatches } from '../../../src/store/import/batches.js';
import { escapeText } from '../../../src/store/import/copy-text.js';
import { readLines } from '../../../src/store/import/read-lines.js';
import { chunksOf } from '../../support/import.js';

async function* bytes(file: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function linesOf(file: Buffer, size = 7) {
  return (await collect(readLines(bytes(file, size)))).flat();
}

describe('lines of a file', () => {
  it.each([
    { name: 'no end at the last', file: 'a\nb', texts: ['1:a', '2:b'] },
    { name: 'an end at the last', file: 'a\nb\n', texts: ['1:a', '2:b'] },
    { name: 'ends of Windows', file: 'a\r\nb\r\n', texts: ['1:a', '2:b'] },
    { name: 'blank lines', file: '\n\na\n  \n\t\nb\n\n', texts: ['3:a', '6:b'] },
    { name: 'a byte order mark', file: '\uFEFFa\nb', texts: ['1:a', '2:b'] },
    { name: 'nothing', file: '', texts: [] },
    { name: 'letters cut by a chunk', file: 'Ə\nҚазақ\n', texts: ['1:Ə', '2:Қазақ'] },
  ])('$name', async ({ file, texts }) => {
    const lines = await linesOf(Buffer.from(file), 1);
    expect(lines.map((line) => `${line.number}:${line.fault ?? line.text}`)).toEqual(texts);
  });

  it('are the same however the file is cut', async () => {
    const file = fc.array(fc.string({ unit: 'grapheme' })).map((texts) => texts.join('\n'));
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (text, size) => {
        const whole = Buffer.from(text);
        expect(await linesOf(whole, size)).toEqual(await linesOf(whole, whole.length || 1));
      }),
    );
  });

  it('that are no UTF-8 are told by their number', async () => {
    const file = Buffer.concat([Buffer.from('a\n'), Buffer.from([0xc3, 0x28]), Buffer.from('\nb')]);
    expect(await linesOf(file)).toMatchObject([
      { number: 1, text: 'a' },
      { number: 2, fault: 'NOT_UTF8' },
      { number: 3, text: 'b' },
    ]);
  });

  it('without an end are not kept, and the next line is read', async () => {
    const file = Buffer.concat([Buffer.alloc(5 * 1024 * 1024, 120), Buffer.from('\nb')]);
    expect(await linesOf(file, 65_536)).toMatchObject([
      { number: 1, fault: 'LINE_TOO_LONG' },
      { number: 2, text: 'b' },
    ]);
  });
});

describe('batches', () => {
  const gather = async (lines: readonly (object | string)[], people: number, size = 1e6) => {
    const batches = gatherBatches(readLines(chunksOf(lines)), { people, bytes: size });
    return (await collect(batches)).map((batch) => [
      ...batch.people.map(({ person }) => person.id),
      ...batch.rejected.map(({ line }) => `!${line}`),
    ]);
  };

  it('close when they are full, by people or by bytes', async () => {
    const lines = ['A', 'B', 'C', 'D', 'E'].map((id) => ({ id }));
    expect(await gather(lines, 2)).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
    expect(await gather(lines, 9, 20)).toEqual([['A', 'B'], ['C', 'D'], ['E']]);
  });

  it('count what is rejected too, so that a file of faults fills no memory', async () => {
    expect(await gather([{ id: 'A' }, '{', '{', '{'], 2)).toEqual([
      ['A', '!2'],
      ['!3', '!4'],
    ]);
  });

  it('never hold an id twice', async () => {
    const lines = ['A', 'B', 'A', 'A', 'C'].map((id) => ({ id }));
    expect(await gather(lines, 9)).toEqual([['A', 'B'], ['A'], ['A', 'C']]);
  });
});

describe('a value in a COPY', () => {
  it('A-11.4: ends neither its column nor its row', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', '.', 'N', 'a') }),
        (text) => {
          const escaped = escapeText(text);
          expect(escaped).not.toMatch(/[\t\n\r]/);
          const letters: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };
          expect(escaped.replace(/\\(.)/g, (_all, letter: string) => letters[letter] ?? '?')).toBe(
            text,
          );
        },
      ),
    );
  });
});
