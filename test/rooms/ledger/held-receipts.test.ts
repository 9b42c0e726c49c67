/**
 * A log against witness and receipts. Whoever holds the database and the key makes another whole log; what left the
 * house before cannot be made anew.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRows,
  type LedgerRow,
  openLedger,
  type Receipt,
  signCheckpoint,
  verifyRows,
} from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, subjectOf, testSigner } from './fixtures.js';
import { MemoryKeeper, MemoryStore } from './memory.js';

const signer = testSigner(1);
const { publicKey } = signer;

interface Built {
  readonly rows: readonly LedgerRow[];
  readonly receipts: readonly Receipt[];
}

/** A whole log, signed by its key, of entries that differ by their officer; a batch for each list. */
async function build(batches: readonly (readonly string[])[]): Promise<Built> {
  const store = new MemoryStore();
  const ledger = await openLedger({
    ...{ store, signer, clock: stillClock, ids: countingIds(), authority: 'AZ-SMS' },
    keeper: new MemoryKeeper(),
  });
  const receipts: Receipt[] = [];
  for (const batch of batches) {
    const seals = batch.map((officer) => {
      const { asking } = draftOf();
      const draft = draftOf({ asking: { ...asking, officer }, subjects: [subjectOf(1)] });
      return ledger.seal(draft, bodyOf(officer));
    });
    receipts.push(...(await Promise.all(seals)));
  }
  await ledger.close();
  return { rows: [...store.rowList].sort(compareRows), receipts };
}

const verdictOf = async ({ rows }: Built, receipts: readonly Receipt[], kept: string[] = []) => {
  const { findings } = await verifyRows(rows, { publicKey, kept, hasSalts: true, receipts });
  return findings.map(({ code }) => code);
};

const honest = [['a', 'b', 'c'], ['d'], ['e', 'f'], ['g'], ['h', 'i', 'j', 'k']];

/** What the keeper of a log does to it, with its key: he then seals all of it anew. */
const rewritings: readonly {
  readonly title: string;
  readonly batches: readonly (readonly string[])[];
  readonly finds: readonly string[];
}[] = [
  { title: 'nothing', batches: honest, finds: [] },
  {
    title: 'an entry edited',
    batches: [['a', 'x', 'c'], ...honest.slice(1)],
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'the newest edited',
    batches: [...honest.slice(0, 4), ['h', 'i', 'j', 'x']],
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'one deleted',
    batches: [['a', 'c'], ...honest.slice(1)],
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'two exchanged',
    batches: [['a', 'c', 'b'], ...honest.slice(1)],
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'one inserted',
    batches: [['a', 'b', 'x', 'c'], ...honest.slice(1)],
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'the oldest cut off',
    batches: honest.slice(1),
    finds: ['REWRITTEN', 'RECEIPT_DIFFERS'],
  },
  {
    title: 'the newest cut off',
    batches: honest.slice(0, 4),
    finds: ['ROLLED_BACK', 'RECEIPT_BEYOND'],
  },
  { title: 'all of it gone', batches: [], finds: ['ROLLED_BACK', 'RECEIPT_BEYOND'] },
];

describe('A-11.4 a log that was made anew with its key is held against receipts', () => {
  it.each(rewritings)('$title', async ({ batches, finds }) => {
    const { receipts } = await build(honest);
    const rewritten = await build(batches);
    expect(await verdictOf(rewritten, [])).toEqual([]);
    expect(await verdictOf(rewritten, receipts)).toEqual(finds);
  });

  it('a cosigned checkpoint finds what stands before it, without any receipt', async () => {
    const { receipts } = await build(honest);
    const note = receipts[6]?.checkpoint ?? '';
    const rewritten = await build([['a', 'x', 'c'], ...honest.slice(1)]);
    expect(await verdictOf(rewritten, [], [note])).toEqual(['REWRITTEN']);
    expect(await verdictOf(await build(honest.slice(0, 2)), [], [note])).toEqual(['ROLLED_BACK']);
    expect(await verdictOf(await build(honest), [], [note])).toEqual([]);
  });

  it('an answer released without an entry has a receipt that nothing bears out, or none', async () => {
    const { receipts } = await build([...honest, ['released']]);
    expect(await verdictOf(await build(honest), receipts)).toEqual([
      'ROLLED_BACK',
      'RECEIPT_BEYOND',
    ]);
  });

  it('whoever received may lie: what the log did not sign accuses nobody', async () => {
    const built = await build(honest);
    const [first] = built.receipts;
    if (first === undefined) throw new Error('no receipt');
    const forged = { ...first, leafHash: Buffer.alloc(32, 1).toString('base64') };
    expect(await verdictOf(built, [forged])).toEqual(['RECEIPT_MALFORMED']);
    expect(await verdictOf(built, [{ ...first, index: 99 }])).toEqual(['RECEIPT_MALFORMED']);
  });

  it('nor is it a fork where a stranger signed the other tree', async () => {
    const built = await build(honest);
    const checkpoint = { origin: 'sorgu/AZ-SMS/KZ-MIA', size: 3, root: Buffer.alloc(32, 1) };
    const [own, strange] = [
      await signCheckpoint(checkpoint, signer),
      await signCheckpoint(checkpoint, testSigner(9)),
    ];
    const note = built.receipts[0]?.checkpoint ?? '';
    expect(await verdictOf(built, [], [note, strange])).toEqual([
      'KEPT_MALFORMED',
      'KEPT_MALFORMED',
    ]);
    expect(await verdictOf(built, [], [note, own])).toContain('FORKED');
  });

  it('any other history is found, and none that is the same', async () => {
    const letters = fc.array(fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 }), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(letters, letters, async (first, second) => {
        const [given, kept] = [await build(first), await build(second)];
        const isPrefix = second.flat().join('').startsWith(first.flat().join(''));
        const findings = await verdictOf(kept, given.receipts);
        const accusing = findings.filter((code) => code.startsWith('RECEIPT'));
        expect(accusing.length > 0).toBe(!isPrefix);
      }),
      { numRuns: 60 },
    );
  });
});
