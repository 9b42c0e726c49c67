import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatEvidence } from '../../src/ledger/index.js';
import { type EvidenceWhole, verifyEvidence } from '../../verifier/verify-evidence.mjs';
import { testSigner } from '../rooms/ledger/fixtures.js';
import { answerAt, bundleOf, type ShownLog, sectionOf, vkeyOf } from '../support/evidence.js';

const partner = 'sorgu/AZ-SMS/KZ-MIA';
const domestic = 'sorgu/AZ-SMS/DOMESTIC';
const logs: readonly ShownLog[] = [
  { origin: partner, size: 21, shown: [0, 5, 6, 20] },
  { origin: domestic, size: 7, shown: [2], hasSalts: false },
];
const keys = [vkeyOf(partner), vkeyOf(domestic)];
let bundle: Buffer;
let lines: readonly string[];

beforeAll(async () => {
  bundle = await bundleOf(logs);
  lines = bundle.toString().split(/(?<=\n)/);
});

const whole = (bytes: Uint8Array) => verifyEvidence([bytes], { keys });
/** The end of line `at`'s text, made anew as whoever forges a file would. */
const recheck = (line: string): string => {
  const text = line.slice(0, line.lastIndexOf(' '));
  return `${text} ${hash('sha256', text, 'base64url').slice(0, 10)}\n`;
};
const lineOf = (word: string, nth = 0): number =>
  lines.map((line, at) => (line.startsWith(word) ? at : -1)).filter((at) => at >= 0)[nth] ?? -1;
const change = (at: number, make: (line: string) => string): Buffer =>
  Buffer.from(lines.map((line, n) => (n === at ? make(line) : line)).join(''));

describe('a whole bundle', () => {
  it('verifies, and says which logs at which size', async () => {
    expect(await whole(bundle)).toEqual({
      entries: 5,
      logs: [
        { name: partner, size: 21, vkey: keys[0] },
        { name: domestic, size: 7, vkey: keys[1] },
      ],
      matches: [],
      isKeyGiven: true,
    });
  });

  it('verifies whatever is shown of a tree of whatever size, however the file is cut into chunks', async () => {
    const shown = fc.integer({ min: 1, max: 40 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        shown: fc.uniqueArray(fc.nat(size - 1)).map((list) => list.sort((a, b) => a - b)),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shown, fc.integer({ min: 1, max: 5000 }), async (log, width) => {
        const bytes = await bundleOf([{ origin: partner, ...log }]);
        const chunks = Array.from({ length: Math.ceil(bytes.length / width) }, (_, at) =>
          bytes.subarray(at * width, (at + 1) * width),
        );
        expect(await verifyEvidence(chunks, { keys })).toMatchObject({ entries: log.shown.length });
      }),
      { numRuns: 60 },
    );
  });

  it('tells which entry an answer in hand is that of', async () => {
    const verdict = await verifyEvidence([bundle], { keys, answer: answerAt(6) });
    expect((verdict as EvidenceWhole).matches).toEqual([{ log: partner, index: 6 }]);
    const other = await verifyEvidence([bundle], { keys, answer: Buffer.from('another') });
    expect((other as EvidenceWhole).matches).toEqual([]);
  });
});

describe('A-11.4 one byte changed anywhere', () => {
  it('is found, and the place named holds it', async () => {
    const flips = fc.tuple(fc.nat(bundle.length - 1), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(flips, async ([at, mask]) => {
        const bytes = Buffer.from(bundle);
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const verdict = await whole(bytes);
        expect(verdict).toHaveProperty('fault');
        if (!('fault' in verdict)) return;
        expect(verdict.first).toBeLessThanOrEqual(at);
        expect(verdict.last).toBeGreaterThanOrEqual(at);
        expect(bytes.subarray(0, verdict.first).toString().split('\n').length).toBe(verdict.line);
      }),
      { numRuns: 3000 },
    );
  });

  it('is found with every byte in turn', async () => {
    for (let at = 0; at < bundle.length; at += 1) {
      const bytes = Buffer.from(bundle);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const verdict = await whole(bytes);
      const isPlaced = 'fault' in verdict && verdict.first <= at && at <= verdict.last;
      if (!isPlaced) expect({ at, verdict }).toBe('a fault that holds the byte');
    }
  });

  it('is found where the file is cut short', async () => {
    for (let length = 0; length < bundle.length; length += 97) {
      expect(await whole(bundle.subarray(0, length))).toHaveProperty('fault');
    }
    expect(await whole(bundle.subarray(0, -1))).toMatchObject({ fault: 'END' });
  });
});

describe('a forger, who makes the checks of the lines anew', () => {
  const reindex = (line: string, leaf: (text: string) => string): string => {
    const [word, index, , salt, ...rest] = line.trimEnd().split(' ');
    const text = leaf(rest.join(' '));
    const check = hash('sha256', `\0${text}`, 'base64url').slice(0, 10);
    return `${word} ${index} ${check} ${salt} ${text}\n`;
  };
  const other = async () =>
    (await bundleOf([{ ...logs[0], origin: partner, size: 22, shown: [0] }])).toString();

  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    [
      'edits an entry',
      () => change(lineOf('entry'), (l) => reindex(l, (t) => t.replace('KZ-10442', 'KZ-10443'))),
      'ROOT',
    ],
    [
      'exchanges the salt',
      () => change(lineOf('entry'), (l) => l.replace(/ [\w-]{43} /, ` ${'A'.repeat(43)} `)),
      'SALT',
    ],
    [
      'puts another node',
      () => change(lineOf('node'), (l) => recheck(l.replace(/[\w-]{43} /, `${'A'.repeat(43)} `))),
      'ROOT',
    ],
    ['leaves an entry out', () => change(lineOf('entry', 1), () => ''), 'PLACE'],
    ['leaves a node out', () => change(lineOf('node'), () => ''), 'PLACE'],
    ['says an entry twice', () => change(lineOf('entry'), (l) => l + l), 'PLACE'],
    [
      'leaves a log out',
      () =>
        Buffer.from(
          [...lines.slice(0, lineOf('log', 1)), recheck(`end ${lineOf('log', 1)} x`)].join(''),
        ),
      'none',
    ],
    ['counts fewer lines', () => change(lines.length - 1, () => recheck('end 3 x')), 'END'],
    ['goes on after the end', () => Buffer.concat([bundle, Buffer.from('end 1\n')]), 'END'],
    [
      'begins with another version',
      () => change(0, (l) => recheck(l.replace('1 ', '2 '))),
      'HEADER',
    ],
    [
      'puts a checkpoint of another size',
      async () => {
        const taken = (await other())
          .split(/(?<=\n)/)
          .find((line) => line.startsWith('checkpoint'));
        return change(lineOf('checkpoint'), () => taken ?? '');
      },
      'ROOT',
    ],
    [
      'signs with a key of his own',
      async () => await bundleOf([{ origin: partner, size: 3, shown: [1], signer: testSigner(9) }]),
      'KEY',
    ],
    [
      'keeps the key and signs the checkpoint with his own',
      async () => {
        const forged = (
          await bundleOf([{ origin: partner, size: 3, shown: [1], signer: testSigner(9) }])
        )
          .toString()
          .split(/(?<=\n)/);
        return Buffer.from(
          forged
            .map((line) => (line.startsWith('log ') ? (lines[lineOf('log')] ?? '') : line))
            .join(''),
        );
      },
      'CHECKPOINT',
    ],
    [
      'writes an entry before its log',
      () => Buffer.from([lines[0], lines[1], lines[lineOf('entry')], ...lines.slice(2)].join('')),
      'ORDER',
    ],
    ['writes a word that is none', () => change(2, () => recheck('lag x x')), 'ORDER'],
  ])('%s', async (_, forge, fault) => {
    const verdict = await whole(await forge());
    expect('fault' in verdict ? verdict.fault : 'none').toBe(fault);
  });

  // Hashes prove what is shown. That nothing of a request was kept back is proved by who holds the answer.
  it('puts the hash of an entry in its place: the file is whole, and who holds the answer misses it', async () => {
    const [, index, , , ...leaf] = (lines[lineOf('entry', 1)] ?? '').trimEnd().split(' ');
    const hashed = hash('sha256', `\0${leaf.join(' ')}`, 'base64url');
    const hidden = change(lineOf('entry', 1), () => recheck(`node 0 ${index} ${hashed} x`));
    const answer = answerAt(Number(index));
    const shown = await verifyEvidence([bundle], { keys, answer });
    expect(shown).toMatchObject({ entries: 5, matches: [{ log: partner, index: Number(index) }] });
    const verdict = await verifyEvidence([hidden], { keys, answer });
    expect(verdict).toMatchObject({ entries: 4, matches: [] });
  });

  it('is believed by nobody who was given the key; without one, the verdict says that none was', async () => {
    const own = await bundleOf([{ origin: partner, size: 3, shown: [1], signer: testSigner(9) }]);
    expect(await verifyEvidence([own])).toMatchObject({ isKeyGiven: false });
  });
});

describe('a witness', () => {
  const witness = testSigner(5);
  const name = 'sorgu/KZ-MIA/witness';
  const bytes = Buffer.concat([Uint8Array.of(4), witness.publicKey]);
  const keyId = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes]), 'buffer').subarray(
    0,
    4,
  );
  const vkey = `${name}+${keyId.toString('hex')}+${bytes.toString('base64')}`;

  async function cosigned(stated: bigint, signed: bigint): Promise<Buffer> {
    const section = await sectionOf({ origin: partner, size: 3, shown: [1] });
    const text = section.note.slice(0, section.note.indexOf('\n\n') + 1);
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(stated);
    const signature = await witness.sign(Buffer.from(`cosignature/v1\ntime ${signed}\n${text}`));
    const line = Buffer.concat([keyId, time, signature]).toString('base64');
    const note = `${section.note}\u2014 ${name} ${line}\n`;
    const written: string[] = [];
    for await (const one of formatEvidence({}, [{ ...section, note }])) written.push(one);
    return Buffer.from(written.join(''));
  }

  it('is asked for where its key is given', async () => {
    const options = { keys, witnesses: [vkey] };
    expect(await verifyEvidence([await cosigned(7n, 7n)], options)).toMatchObject({ entries: 1 });
    expect(await verifyEvidence([await cosigned(8n, 7n)], options)).toMatchObject({
      fault: 'WITNESS',
    });
    expect(await verifyEvidence([bundle], options)).toMatchObject({ fault: 'WITNESS' });
  });
});

describe('a machine that has only Node and the one file', () => {
  let directory: string;
  const source = fileURLToPath(new URL('../../verifier/verify-evidence.mjs', import.meta.url));
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'evidence-'));
    await copyFile(source, join(directory, 'verify-evidence.mjs'));
    await writeFile(join(directory, 'whole.evidence'), bundle);
    await writeFile(join(directory, 'answer.json'), answerAt(5));
    const broken = Buffer.from(bundle);
    broken[700] = (broken[700] ?? 0) ^ 1;
    await writeFile(join(directory, 'broken.evidence'), broken);
  });
  afterAll(() => rm(directory, { recursive: true }));

  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['verify-evidence.mjs', ...words], {
      cwd: directory,
      encoding: 'utf8',
      env: {},
    });

  it.each([
    [
      'whole',
      ['whole.evidence'],
      0,
      'stdout',
      'whole: 5 entries; sorgu/AZ-SMS/KZ-MIA at 21 entries',
    ],
    [
      'an answer',
      ['whole.evidence', '--answer', 'answer.json'],
      0,
      'stdout',
      'the answer is that of entry 5 of sorgu/AZ-SMS/KZ-MIA',
    ],
    [
      'no answer of it',
      ['whole.evidence', '--answer', 'whole.evidence'],
      1,
      'stderr',
      'no entry of the bundle',
    ],
    ['broken', ['broken.evidence'], 1, 'stderr', 'broken.evidence line'],
    ['not there', ['nothing'], 1, 'stderr', 'the bundle cannot be read (ENOENT)'],
    ['no file named', [], 2, 'stderr', 'usage:'],
    ['an option without its value', ['whole.evidence', '--key'], 2, 'stderr', 'usage:'],
  ] as const)('%s', (...[, words, code, stream, text]) => {
    const ended = run(...words);
    expect(ended.status).toBe(code);
    expect(ended[stream]).toContain(text);
  });
});
