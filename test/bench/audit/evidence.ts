/** How fast a bundle of evidence verifies, against hashing its bytes leaf by leaf in the same process. */
import { hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NumberingMemory } from '../../../src/ledger/coordinates.js';
import { appendLeaf, emptyFrontier, frontierRoot } from '../../../src/ledger/frontier.js';
import {
  type EvidenceSection,
  formatEvidence,
  formatVkey,
  leafHash,
  originOf,
  type ShownEntry,
  signCheckpoint,
} from '../../../src/ledger/index.js';
import { verifyEvidence } from '../../../verifier/verify-evidence.mjs';
import type { Line } from '../report.js';
import { overRounds } from '../statistics.js';
import type { Course } from './course.js';
import { courseOf, type Ground } from './ground.js';
import { AUTHORITY, waitingOf } from './load-log.js';
import { one } from './one.js';

const SHARE = 0.5;
const ROUNDS = 5;
/** As the verifier reads its file. */
const CHUNK = 1024 * 1024;

/** The figures of a bundle of so many entries, each an answer about one person. */
export async function measureEvidence(ground: Ground, entries: number): Promise<readonly Line[]> {
  const { stage, say } = ground;
  const path = join(stage.dir, 'bench.evidence');
  const vkey = await writeBundle(ground, { entries, path });
  const { size } = await stat(path);
  say(`a bundle of ${entries} entries, ${(size / 2 ** 20).toFixed(0)} MiB`);
  const rounds: { readonly hashMs: number; readonly verifyMs: number }[] = [];
  // The first only warms: the file is in memory afterwards, and the code compiled.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const hashMs = await timed(() => hashLines(path));
    rounds.push({ hashMs, verifyMs: await timed(() => verifyWhole(path, { vkey, entries })) });
  }
  await rm(path);
  const measured = rounds.slice(1);
  return [
    {
      name: `evidence of ${entries} entries: speed of hashing it`,
      measured: overRounds(measured, ({ hashMs, verifyMs }) => hashMs / verifyMs),
      unit: 'x',
      goal: { at: 'least', value: SHARE },
    },
    {
      name: '  verified in',
      measured: overRounds(measured, ({ verifyMs }) => verifyMs / 1000),
      unit: 's',
    },
    {
      name: '  hashed leaf by leaf in',
      measured: overRounds(measured, ({ hashMs }) => hashMs / 1000),
      unit: 's',
    },
    { name: '  it weighs', measured: one(size / 2 ** 20), unit: 'MiB' },
  ];
}

async function writeBundle(
  { shapes, signer }: Ground,
  { entries, path }: { readonly entries: number; readonly path: string },
): Promise<string> {
  const [stated = shapes.execution] = shapes.stated;
  const plan = { shapes: { execution: stated, stated: [] }, sizes: [1] };
  const course = courseOf(entries * stated.released.length, plan);
  const origin = originOf(AUTHORITY, stated.log);
  let frontier = emptyFrontier;
  for (const { leaf } of shownOf(course, entries)) {
    frontier = appendLeaf(frontier, leafHash(Buffer.from(leaf))).frontier;
  }
  const checkpoint = { origin, size: entries, root: frontierRoot(frontier) };
  const vkey = formatVkey({ name: origin, publicKey: signer.publicKey });
  const section: EvidenceSection = {
    ...{ vkey, size: entries, note: await signCheckpoint(checkpoint, signer) },
    entries: shownOf(course, entries),
    hashes: { hashAt: () => new Uint8Array() },
  };
  const lines = formatEvidence({ request: 'bench' }, [section]);
  await pipeline(Readable.from(manyAtOnce(lines)), createWriteStream(path));
  return vkey;
}

async function* manyAtOnce(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let joined = '';
  for await (const line of lines) {
    joined += line;
    if (joined.length < CHUNK) continue;
    yield joined;
    joined = '';
  }
  yield joined;
}

function* shownOf(course: Course, entries: number): Generator<ShownEntry> {
  const numberings = new NumberingMemory();
  for (let index = 0; index < entries; index += 1) {
    const { leaf, salt } = waitingOf(course.answer(index), numberings);
    yield { index, leaf, salt };
  }
}

async function verifyWhole(
  path: string,
  { vkey, entries }: { readonly vkey: string; readonly entries: number },
): Promise<void> {
  const chunks = createReadStream(path, { highWaterMark: CHUNK });
  const verdict = await verifyEvidence(chunks, { keys: [vkey] });
  const isWhole = !('fault' in verdict) && verdict.entries === entries;
  if (!isWhole) throw new Error('the bundle of the bench does not verify');
}

/** Reads the file and hashes each line of it. */
async function hashLines(path: string): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      hash('sha256', bytes.subarray(start, end), 'buffer');
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
