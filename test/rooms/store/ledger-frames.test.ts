import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEntry } from '../../../src/ledger/entry.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import { closePool, openOwner, type Sql } from '../../../src/store/index.js';
import { cutLeaf, Frames } from '../../../src/store/ledger-frames.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { bodyOf, draftOf, subjectOf } from '../ledger/fixtures.js';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});

const leafOf = (officer: string, operation = 'ab'.repeat(32)): string => {
  const draft = draftOf({ operation, subjects: [subjectOf(1)] });
  const facts = {
    origin: 'sorgu/AZ-SMS/KZ-MIA',
    time: 0,
    salt: Buffer.alloc(32),
    body: bodyOf(officer),
  };
  return formatEntry(makeEntry({ ...draft, asking: { ...draft.asking, officer } }, facts));
};
const ZEROES = Buffer.alloc(32);
const entryOf = (seq: number, leaf: string) =>
  ({ kind: 'entry', logId: 1, seq, leaf, leafHash: ZEROES, salt: ZEROES }) as const;

/** Keeps leaves as the writer does, in batches of two. */
async function keep(leaves: readonly string[]): Promise<void> {
  await owner`truncate ledger.entry, ledger.frame`;
  const frames = new Frames();
  for (let at = 0; at < leaves.length; at += 2) {
    const batch = leaves.slice(at, at + 2).map((leaf, n) => entryOf(at + n, leaf));
    const { stored, made } = frames.store(batch);
    for (const { id, text } of made) await owner`insert into ledger.frame values (${id}, ${text})`;
    for (const { logId, seq, leaf, leafHash, frame, salt } of stored) {
      await owner`insert into ledger.entry values (${logId}, ${seq}, ${leaf}, ${leafHash}, ${frame}, ${salt})`;
    }
  }
}

const shown = async () =>
  (await owner<{ leaf: string }[]>`select leaf from ledger.leaf order by seq`).map(
    ({ leaf }) => leaf,
  );

describe('A-11.4 leaves in frames', () => {
  it('come out as they were, whatever the officer is called and whatever text is no entry', async () => {
    const entry = fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom('ab', 'cd'))
      .map(([officer, operation]) => leafOf(officer, operation.repeat(32)));
    // PostgreSQL holds no zero; the statement of a batch parts leaves by newlines, of which canonical JSON has none.
    const text = fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll(/[\0\n]/g, ''));
    const forged = entry.map((leaf) => leaf.replace('"v":1', '"v":\x01'));
    const leaves = fc.array(fc.oneof(entry, text, forged), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(leaves, async (list) => {
        const twice = [...list, ...list];
        await keep(twice);
        expect(await shown()).toEqual(twice);
      }),
      { numRuns: 60 },
    );
  });

  it('are cut where the request and the time are found in what is stored', () => {
    const { filling = '' } = cutLeaf(leafOf('KZ-10442')) ?? {};
    expect(filling).toMatch(/"request":"[0-9a-f-]{36}"/);
    expect(filling).toMatch(/"time":"1970-01-01T00:00:00.000Z"/);
    expect(filling).toContain('KZ-10442');
  });
});

describe('frames', () => {
  const kept = (frames: Frames, ...leaves: string[]) =>
    frames.store(leaves.map((leaf, at) => entryOf(at, leaf)));
  const framesOf = ({ stored }: ReturnType<typeof kept>) => stored.map(({ frame }) => frame);

  it('are made when the same came twice, and used from then on', () => {
    const frames = new Frames();
    const first = kept(frames, leafOf('A'), leafOf('B'), leafOf('C'));
    expect(framesOf(first)).toEqual([null, 1, 1]);
    expect(first.made.map(({ id }) => id)).toEqual([1]);
    const other = kept(frames, leafOf('D'), leafOf('E', 'cd'.repeat(32)));
    expect([framesOf(other), other.made]).toEqual([[1, null], []]);
  });

  it('that were not committed are forgotten, and made anew under a number that nobody has', () => {
    const frames = new Frames();
    const { made } = kept(frames, leafOf('A'), leafOf('B'));
    frames.learn([]);
    expect(framesOf(kept(frames, leafOf('C'), leafOf('D')))).toEqual([null, 1]);
    frames.learn(made);
    const other = kept(frames, leafOf('E', 'cd'.repeat(32)), leafOf('F', 'cd'.repeat(32)));
    expect(framesOf(other)).toEqual([null, 2]);
    expect(framesOf(kept(frames, leafOf('G')))).toEqual([1]);
  });

  it('of another process are learnt after all are forgotten', () => {
    const frames = new Frames();
    const { made } = kept(frames, leafOf('A'), leafOf('B'));
    frames.forget();
    frames.learn(made.map((frame) => ({ ...frame, id: 7 })));
    expect(frames.committed).toBe(7);
    expect(framesOf(kept(frames, leafOf('C')))).toEqual([7]);
  });

  it('are remembered by their length: what is forgotten begins anew, under its own number', () => {
    const long = leafOf('A');
    const { text = '' } = cutLeaf(long) ?? {};
    const other = () => leafOf('A', 'cd'.repeat(32));
    const ample = new Frames(text.length * 2);
    kept(ample, long, other());
    expect(framesOf(kept(ample, long, other()))).toEqual([1, 2]);
    const short = new Frames(text.length * 2 - 1);
    kept(short, long, other());
    // The second put the first out, and is put out by it in turn.
    expect(framesOf(kept(short, long, other()))).toEqual([null, null]);
    expect(framesOf(kept(short, other(), long, long, other()))).toEqual([1, null, 2, null]);
  });
});
