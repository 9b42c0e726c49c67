/** Which bursts a run of writes is made of. */
import { type Random, randomOf } from '../../../src/register/sample/random.js';

/** What happens in a burst: nothing; the ledger's session is ended; its process is killed, and with it every other of the server. */
export const HARMS = ['none', 'session', 'crash'] as const;
export type Harm = (typeof HARMS)[number];

export interface Burst {
  /** From 0. */
  readonly number: number;
  /** Writes at once. */
  readonly concurrency: number;
  /** Writes to be acknowledged. */
  readonly writes: number;
  readonly harm: Harm;
  /** After so many acknowledged the harm is done. */
  readonly harmAfter: number;
  /** Queries that stand behind an active one on the ledger's connection when the writes begin; 0 for none. */
  readonly queued: number;
}

interface Kind {
  readonly concurrency: number;
  readonly queued: number;
}

/** 99 queued behind an active one: where postgres.js sends a BEGIN without keeping its connection. */
const QUEUED = [98, 99, 100];
const AT_ONCE = [1, 2, 4, 8, 16, 32, 64, 99, 100, 101, 256, 512, 1_000];
const KINDS: readonly Kind[] = [
  ...QUEUED.map((queued) => ({ concurrency: 100, queued })),
  ...AT_ONCE.map((concurrency) => ({ concurrency, queued: 0 })),
];

/** Writes of one round of all kinds, unless fewer are wanted. */
const ROUND = 50_000;

/** Bursts of at least so many writes, and of every kind: in rounds, each with other harms than the last. */
export function* burstsOf(writes: number, seed: number): Generator<Burst> {
  const size = Math.min(writes, ROUND);
  for (let number = 0, left = writes; left > 0 || number < KINDS.length; number += 1) {
    const burst = burstOf(number, { size, random: randomOf(seed, number) });
    left -= burst.writes;
    yield burst;
  }
}

function burstOf(
  number: number,
  { size, random }: { readonly size: number; readonly random: Random },
): Burst {
  const kind = KINDS[number % KINDS.length] ?? { concurrency: 1, queued: 0 };
  const writes = Math.max(kind.concurrency, Math.ceil(size * shareOf(kind)));
  const round = Math.floor(number / KINDS.length);
  const harm = HARMS[(number + round) % HARMS.length] ?? 'none';
  return { ...kind, number, writes, harm, harmAfter: random.below(writes) };
}

/** Of a round: few at once take longer for each. */
const shareOf = ({ concurrency }: Kind): number => Math.sqrt(concurrency) / ROOTS;
const ROOTS = KINDS.reduce((sum, { concurrency }) => sum + Math.sqrt(concurrency), 0);
