/** One connection alone: every way asked in turn, and a durable insert after each turn, at the very pace of the requests. */
import { openGun } from '../load.js';
import { median } from '../statistics.js';
import type { Course } from './http.js';

/** Milliseconds added by all walls, and of one flush between the requests; medians over the turns. */
export interface Added {
  readonly addedMs: number;
  readonly flushMs: number;
}

/** Asks both ways so many times, alternating which comes first. */
export async function measureAdded(
  { host, shots }: Course,
  { what, turns }: { readonly what: 'list' | 'one'; readonly turns: number },
): Promise<Added> {
  const guns = { plain: openGun(1), sealed: openGun(1) };
  const took = { plain: [] as number[], sealed: [] as number[], flush: [] as number[] };
  const fire = async (way: 'plain' | 'sealed') => {
    const shot = shots.of(`${what} ${way}`);
    const at = performance.now();
    const { status } = await guns[way].fire(shot);
    if (status !== 200) throw new Error(`${shot.url} answered ${status}`);
    took[way].push(performance.now() - at);
  };
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      const [first, second] = turn % 2 === 0 ? WAYS : [...WAYS].reverse();
      if (first !== undefined) await fire(first);
      if (second !== undefined) await fire(second);
      took.flush.push(await host.ask({ kind: 'flush', times: 1 }));
    }
  } finally {
    guns.plain.close();
    guns.sealed.close();
  }
  return { addedMs: median(took.sealed) - median(took.plain), flushMs: median(took.flush) };
}

const WAYS = ['plain', 'sealed'] as const;
