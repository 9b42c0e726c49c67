/**
 * The memory of a gateway after it destroyed what it had told of: a twin of Astana's home, opened by a process of its own
 * that reads everything, destroys, and writes down its heap. No mark may stand in it, nor in what the process said.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundledUrls } from '../../../src/store/index.js';
import { DAY } from '../../rooms/exchange/stage.js';
import type { Build } from './builds.js';
import { marksIn } from './cases.js';
import { backUp, restore } from './homes.js';
import type { ReadableCase } from './read-case.js';
import type { Scanner } from './scan.js';
import { fated, type Run } from './steps.js';

export type HeapOrder =
  | {
      readonly kind: 'read';
      readonly at: number;
      readonly urls: BundledUrls;
      readonly dataDir: string;
      readonly cases: readonly ReadableCase[];
      readonly build: Build;
    }
  | { readonly kind: 'destroy'; readonly at: number; readonly snapshot: string };

export type HeapReport =
  | { readonly kind: 'told'; readonly told: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly fault: string };

/** Tries it while everything still is held; says what is not as it must be, and how many bytes were looked through. */
export async function tryHeap(
  { stage, root, kz, cases, findings, onStep }: Run,
  build: Build,
  scan: Scanner,
): Promise<number> {
  onStep('a gateway in a process of its own');
  const folder = join(root, 'twin');
  await backUp(kz, folder);
  const twin = await restore(folder, kz);
  const log = await open(join(root, 'gateway.log'), 'w');
  const child = startChild(log.fd);
  try {
    const { urls, dataDir } = twin;
    // What stays was never read there.
    const going = [...fated(cases, 'ENDS'), ...fated(cases, 'RECALLED')];
    const at = stage.clock.at;
    const before = await heard(child, { kind: 'read', at, urls, dataDir, build, cases: going });
    if (before.some((told) => marksIn(told).some((times) => times === 0))) {
      findings.push('heap: not all was read');
    }
    const snapshot = join(root, 'gateway.heapsnapshot');
    const after = await heard(child, { kind: 'destroy', at: at + 50 * DAY, snapshot });
    if (!after.every((told) => told.includes('"DESTROYED"'))) findings.push('heap: not destroyed');
    const texts: { strings: string[] } = JSON.parse(await readFile(snapshot, 'utf8'));
    const heap = Buffer.from(texts.strings.join('\n'));
    const said = await readFile(join(root, 'gateway.log'));
    findings.push(...[...scan(heap)].map((pattern) => `heap: ${pattern}`));
    findings.push(...[...scan(said)].map((pattern) => `what the gateway said: ${pattern}`));
    return heap.length + said.length;
  } finally {
    child.kill('SIGKILL');
    await log.close();
    await twin.close();
    await rm(folder, { recursive: true, force: true });
  }
}

// A heap is written with its texts whole, not their first thousand letters.
const FLAGS = ['--expose-gc', '--heap-snapshot-string-limit=100000000', '--import', 'tsx'];

const startChild = (log: number): ChildProcess =>
  spawn(process.execPath, [...FLAGS, join(import.meta.dirname, 'heap-child.ts')], {
    stdio: ['ignore', log, log, 'ipc'],
  });

/** What the child was told, until it is done. */
async function heard(child: ChildProcess, order: HeapOrder): Promise<readonly string[]> {
  const told: string[] = [];
  const gone = new AbortController();
  once(child, 'exit').then(() => gone.abort());
  const reports = on(child, 'message', { signal: gone.signal });
  child.send(order);
  for await (const [report] of reports as AsyncIterable<[HeapReport]>) {
    if (report.kind === 'fault') throw new Error(report.fault);
    if (report.kind === 'done') break;
    told.push(report.told);
  }
  return told;
}
