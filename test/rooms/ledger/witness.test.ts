/** A-11.4 What a witness cosigns and what it refuses (C2SP tlog-witness, tlog-cosignature). */
import { createPublicKey, hash, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proveConsistency } from '../../../src/ledger/consistency.js';
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  frontierRoot,
} from '../../../src/ledger/frontier.js';
import {
  cosign,
  cosignedAt,
  formatSubmission,
  formatVkey,
  isEvidence,
  judgeSubmission,
  leafHash,
  openSubmission,
  parseVkey,
  signCheckpoint,
  witnessNameOf,
} from '../../../src/ledger/index.js';
import { parseSubmission } from '../../../src/ledger/witness/submission.js';
import { testSigner } from './fixtures.js';

const origin = 'sorgu/AZ-SMS/KZ-MIA';
const name = witnessNameOf('KZ-MIA');
const log = testSigner(1);
const witness = testSigner(2);

/** A log of leaves named by a letter: another letter is another history. */
function history(letters: string) {
  const hashes = new Map<string, Uint8Array>();
  const frontiers: Frontier[] = [emptyFrontier];
  let frontier: Frontier = emptyFrontier;
  [...letters].forEach((letter, index) => {
    const leaf = leafHash(Buffer.from(`${index} ${letter}`));
    hashes.set(`0/${index}`, leaf);
    const grown = appendLeaf(frontier, leaf);
    for (const node of grown.completed) hashes.set(`${node.level}/${node.index}`, node.hash);
    frontier = grown.frontier;
    frontiers.push(frontier);
  });
  const rootAt = (size: number) => frontierRoot(frontiers[size] ?? emptyFrontier);
  const hashAt = (level: number, index: number): Uint8Array =>
    hashes.get(`${level}/${index}`) ?? new Uint8Array();
  return {
    rootAt,
    prove: (from: number, to: number) => proveConsistency(from, to, { hashAt }),
    note: (size: number, signer = log, called = origin) =>
      signCheckpoint({ origin: called, size, root: rootAt(size) }, signer),
  };
}

const honest = history('aaaaaaaaaaaaa');
const forked = history('aaaaaxaaaaaaa');
const keyOf = (asked: string) => (asked === origin ? log.publicKey : undefined);

interface Shown {
  readonly oldSize: number;
  readonly proof?: readonly Uint8Array[];
  readonly note: Promise<string>;
  /** Of the honest log; 0 for none. */
  readonly latest: number;
}

async function judge({ oldSize, proof = [], note, latest }: Shown) {
  const opened = openSubmission(formatSubmission({ oldSize, proof, note: await note }), keyOf);
  if ('fault' in opened) return opened.fault;
  const head = { size: latest, root: honest.rootAt(latest) };
  return judgeSubmission(opened, latest === 0 ? undefined : head);
}

describe('A-11.4 a witness cosigns a log that only grew', () => {
  const cases: readonly (Shown & { readonly title: string; readonly says: string | null })[] = [
    { title: 'the first', oldSize: 0, note: honest.note(7), latest: 0, says: null },
    {
      title: 'the next',
      ...{ oldSize: 7, proof: honest.prove(7, 13), note: honest.note(13), latest: 7, says: null },
    },
    { title: 'the same again', oldSize: 7, note: honest.note(7), latest: 7, says: null },
    {
      title: 'an empty log',
      ...{ oldSize: 0, note: honest.note(0), latest: 0, says: null },
    },
    {
      title: 'replayed: smaller than what was cosigned',
      ...{ oldSize: 3, proof: honest.prove(3, 5), note: honest.note(5), latest: 7 },
      says: 'OLD_SIZE_DIFFERS',
    },
    {
      title: 'rolled back to nothing',
      ...{ oldSize: 0, note: honest.note(5), latest: 7, says: 'OLD_SIZE_DIFFERS' },
    },
    {
      title: 'larger, from an old size that was never cosigned',
      ...{ oldSize: 5, proof: honest.prove(5, 13), note: honest.note(13), latest: 7 },
      says: 'OLD_SIZE_DIFFERS',
    },
    {
      title: 'shorter than its own old size',
      ...{ oldSize: 7, note: honest.note(5), latest: 7, says: 'OLD_SIZE_BEYOND' },
    },
    {
      title: 'forked before what was cosigned',
      ...{ oldSize: 7, proof: forked.prove(7, 13), note: forked.note(13), latest: 7 },
      says: 'NOT_CONSISTENT',
    },
    {
      title: 'forked, with the proof of the honest log',
      ...{ oldSize: 7, proof: honest.prove(7, 13), note: forked.note(13), latest: 7 },
      says: 'NOT_CONSISTENT',
    },
    {
      title: 'forked at the size that was cosigned',
      ...{ oldSize: 7, note: forked.note(7), latest: 7, says: 'FORKED' },
    },
    {
      title: 'grown without a proof',
      ...{ oldSize: 7, note: honest.note(13), latest: 7, says: 'NOT_CONSISTENT' },
    },
    {
      title: 'the first, with a proof of nothing',
      ...{ oldSize: 0, proof: honest.prove(7, 13), note: honest.note(13), latest: 0 },
      says: 'NOT_CONSISTENT',
    },
    {
      title: 'forged: signed by another key',
      ...{ oldSize: 0, note: honest.note(7, testSigner(9)), latest: 0 },
      says: 'CHECKPOINT_NOT_SIGNED',
    },
    {
      title: 'of a log that is not witnessed',
      ...{ oldSize: 0, note: honest.note(7, log, 'sorgu/AZ-SMS/BE-IO'), latest: 0 },
      says: 'LOG_UNKNOWN',
    },
    {
      title: 'no checkpoint',
      ...{ oldSize: 0, note: Promise.resolve('old news\n'), latest: 0 },
      says: 'CHECKPOINT_MALFORMED',
    },
  ];

  it.each(cases)('$title', async ({ says, ...shown }) => {
    expect(await judge(shown)).toBe(says);
  });

  it('keeps what its log signed and cannot be: two histories', () => {
    expect(isEvidence('FORKED') && isEvidence('NOT_CONSISTENT')).toBe(true);
    expect(isEvidence('OLD_SIZE_DIFFERS') || isEvidence('CHECKPOINT_NOT_SIGNED')).toBe(false);
  });

  it('and never two trees of which one did not grow out of the other', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(letters, letters, fc.nat(20), async (first, second, at) => {
        const [one, other] = [history(first), history(second)];
        const size = Math.min(at, first.length);
        const proof = size <= second.length ? other.prove(size, second.length) : [];
        const note = await other.note(second.length);
        const opened = openSubmission(formatSubmission({ oldSize: size, proof, note }), keyOf);
        if ('fault' in opened) throw new Error(opened.fault);
        const judged = judgeSubmission(opened, { size, root: one.rootAt(size) });
        expect(judged === null).toBe(second.startsWith(first.slice(0, size)));
      }),
    );
  });
});

describe('a submission has one form', () => {
  const body = formatSubmission({ oldSize: 7, proof: honest.prove(7, 13), note: 'a\n\n— b c\n' });

  it('reads as it was written', () => {
    expect(parseSubmission(body)).toMatchObject({ oldSize: 7, note: 'a\n\n— b c\n' });
  });

  it.each([
    ['nothing', ''],
    ['no size', body.replace('old 7\n', '')],
    ['a size with a leading zero', body.replace('old 7', 'old 07')],
    ['a size below zero', body.replace('old 7', 'old -7')],
    ['a size beyond counting', body.replace('old 7', 'old 9999999999999999')],
    ['a hash that is too short', body.replace('old 7\n', 'old 7\nAAAA\n')],
    ['a hash not in base64', body.replace('old 7\n', 'old 7\n!\n')],
    ['64 hashes', `old 7\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}\na\n`],
    ['no empty line', 'old 7\na\n'],
  ])('%s is none', (_, text) => expect(parseSubmission(text)).toBeUndefined());
});

describe('a cosignature', () => {
  const key = { name, publicKey: witness.publicKey };
  const cosigned = async (time: number) => {
    const note = await honest.note(7);
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    return { note, text, line: await cosign(text, { name, time, signer: witness }) };
  };

  it('is what the specification says, byte by byte', async () => {
    const { text, line } = await cosigned(1_795_780_800);
    const [dash, called, encoded = ''] = line.trimEnd().split(' ');
    expect([dash, called, line.endsWith('\n')]).toEqual(['\u2014', name, true]);
    const bytes = Buffer.from(encoded, 'base64');
    const id = hash(
      'sha256',
      Buffer.concat([Buffer.from(`${name}\n\x04`), witness.publicKey]),
      'buffer',
    );
    expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4));
    expect(bytes.readBigUInt64BE(4)).toBe(1_795_780_800n);
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), witness.publicKey]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const message = Buffer.from(`cosignature/v1\ntime 1795780800\n${text}`);
    expect(verify(null, message, publicKey, bytes.subarray(12))).toBe(true);
  });

  it('tells when, under the key of the witness alone', async () => {
    const { note, line } = await cosigned(1_795_780_800);
    expect(cosignedAt(note + line, key)).toBe(1_795_780_800);
    expect(cosignedAt(note, key)).toBeUndefined();
    expect(cosignedAt(note + line, { name, publicKey: log.publicKey })).toBeUndefined();
    expect(cosignedAt(note + line, { ...key, name: 'sorgu/BE-IO/witness' })).toBeUndefined();
  });

  it('is good for no other tree and no other time', async () => {
    const { line } = await cosigned(1_795_780_800);
    expect(cosignedAt((await honest.note(8)) + line, key)).toBeUndefined();
    const [, , encoded = ''] = line.trimEnd().split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    bytes.writeBigUInt64BE(1_795_780_801n, 4);
    const later = `\u2014 ${name} ${bytes.toString('base64')}\n`;
    expect(cosignedAt((await honest.note(7)) + later, key)).toBeUndefined();
  });

  it('has a verifier key of its own kind, which checks no note', () => {
    const vkey = formatVkey(key, 'COSIGNATURE');
    expect(parseVkey(vkey, 'COSIGNATURE')).toEqual(key);
    expect(parseVkey(vkey)).toBeUndefined();
    expect(parseVkey(formatVkey(key), 'COSIGNATURE')).toBeUndefined();
  });
});
