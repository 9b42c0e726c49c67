/**
 * How fast a bundle of evidence verifies, against hashing its bytes leaf by leaf in the same process: CPU time of all its
 * threads, in turns, both over the verifier's own reading of the file.
 */
import { hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
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
import { chunksOf, verifyEvidence } from '../../../verifier/verify-evidence.mjs';
import type { Line } from '../report.js';
import { overRounds, rotated } from '../statistics.js';
import type { Course } from './course.js';
import { courseOf, type Ground } from './ground.js';
import { AUTHORITY, waitingOf } from './load-log.js';
import { one } from './one.js';

const SHARE = 0.5;
const NEWLINE = 0x0a;
const ROUNDS = 7;
/** Characters of the bundle that are written at once. */
const CHUNK = 1024 * 1024;

/** The figures of a bundle of so many entries, each an answer about one person. */
export async function measureEvidence(ground: Ground, entries: number): Promise<readonly Line[]> {
  const { stage, say } = ground;
  const path = join(stage.dir, 'bench.evidence');
  const vkey = await writeBundle(ground, { entries, path });
  const { size } = await stat(path);
  say(`a bundle of ${entries} entries, ${(size / 2 ** 20).toFixed(0)} MiB`);
  const works: Readonly<Record<Work, () => void | Promise<void>>> = {
    verified: () => verifyWhole(path, { vkey, entries }),
    hashed: () => hashLines(path, 'buffer'),
    asTexts: () => hashLines(path, 'base64url'),
  };
  const rounds: Evidence[] = [];
  // The first only warms: the file is in memory afterwards, and the code compiled.
  for (let round = 0; round <= ROUNDS; round += 1) rounds.push(await oneRound(works, round));
  await rm(path);
  return [
    ...linesOf(rounds.slice(1), entries),
    { name: '  it weighs', measured: one(size / 2 ** 20), unit: 'MiB' },
  ];
}

const WORKS = ['verified', 'hashed', 'asTexts'] as const;
type Work = (typeof WORKS)[number];
type Evidence = Readonly<Record<Work, Took>>;

async function oneRound(
  works: Readonly<Record<Work, () => void | Promise<void>>>,
  round: number,
): Promise<Evidence> {
  const none = { cpuMs: Number.NaN, ms: Number.NaN };
  const took: Record<Work, Took> = { verified: none, hashed: none, asTexts: none };
  for (const work of rotated(WORKS, round)) took[work] = await timed(works[work]);
  return took;
}

function linesOf(rounds: readonly Evidence[], entries: number): readonly Line[] {
  const speed = (of: Work) => overRounds(rounds, (round) => round[of].cpuMs / round.verified.cpuMs);
  const seconds = (name: string, of: Work, which: keyof Took): Line => ({
    name,
    measured: overRounds(rounds, (round) => round[of][which] / 1000),
    unit: 's',
  });
  return [
    {
      name: `evidence of ${entries} entries: speed of hashing it leaf by leaf`,
      measured: speed('hashed'),
      unit: 'x',
      goal: { at: 'least', value: SHARE },
    },
    {
      name: '  of hashing it to texts, which Node hands over faster',
      measured: speed('asTexts'),
      unit: 'x',
    },
    seconds('  verified in, CPU', 'verified', 'cpuMs'),
    seconds('  verified in, by the clock', 'verified', 'ms'),
    seconds('  hashed leaf by leaf in, CPU', 'hashed', 'cpuMs'),
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
  const verdict = await verifyEvidence(chunksOf(path), { keys: [vkey] });
  const isWhole = !('fault' in verdict) && verdict.entries === entries;
  if (!isWhole) throw new Error('the bundle of the bench does not verify');
}

/** Reads the file and hashes each line of it. */
function hashLines(path: string, digest: 'buffer' | 'base64url'): void {
  let held: Uint8Array[] = [];
  for (const chunk of chunksOf(path)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = chunk.subarray(start, end);
      hash('sha256', held.length === 0 ? line : Buffer.concat([...held, line]), digest);
      held = [];
      start = end + 1;
    }
    held.push(Buffer.from(chunk.subarray(start)));
  }
}

interface Took {
  readonly cpuMs: number;
  readonly ms: number;
}

async function timed(work: () => void | Promise<void>): Promise<Took> {
  const [began, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { cpuMs: (user + system) / 1000, ms: performance.now() - began };
}
