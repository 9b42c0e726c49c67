/** What the second wall costs one person's query: the product beside itself without the wall, on one connection. */
import { openGun } from '../load.js';
import type { Line } from '../report.js';
import { median, overRounds, rotated } from '../statistics.js';
import type { Course } from './http.js';

const WAYS = ['sealed', 'sealed-unwalled', 'authorized', 'authorized-unwalled'] as const;

/** Milliseconds of an answer by each way, medians over the turns. */
export type WallRound = Readonly<Record<(typeof WAYS)[number], number>>;

const TIMES = 1.5;

/** Asks every way so many times, each time begun with another. */
export async function measureWall({ shots }: Course, turns: number): Promise<WallRound> {
  const gun = openGun(1);
  const took = { sealed: [], 'sealed-unwalled': [], authorized: [], 'authorized-unwalled': [] };
  const lists: Readonly<Record<(typeof WAYS)[number], number[]>> = took;
  try {
    for (let turn = 0; turn < turns; turn += 1) {
      for (const way of rotated(WAYS, turn)) {
        const shot = shots.of(`one ${way}`);
        const at = performance.now();
        const { status } = await gun.fire(shot);
        if (status !== 200) throw new Error(`${way} answered ${status}`);
        lists[way].push(performance.now() - at);
      }
    }
  } finally {
    gun.close();
  }
  const of = (way: (typeof WAYS)[number]) => median(lists[way]);
  return {
    sealed: of('sealed'),
    'sealed-unwalled': of('sealed-unwalled'),
    authorized: of('authorized'),
    'authorized-unwalled': of('authorized-unwalled'),
  };
}

/** The lines of the table. */
export function wallLines(rounds: readonly WallRound[]): readonly Line[] {
  const ms = (name: string, way: keyof WallRound): Line => ({
    name,
    measured: overRounds(rounds, (round) => round[way]),
    unit: 'ms',
  });
  return [
    {
      name: 'one person, one connection: latency, sealed / the same without the second wall',
      measured: overRounds(rounds, (round) => round.sealed / round['sealed-unwalled']),
      unit: 'x',
      goal: { at: 'most', value: TIMES },
    },
    {
      name: '  neither sealed',
      measured: overRounds(rounds, (round) => round.authorized / round['authorized-unwalled']),
      unit: 'x',
    },
    ms('  sealed', 'sealed'),
    ms('  sealed, without the wall', 'sealed-unwalled'),
    ms('  not sealed', 'authorized'),
    ms('  not sealed, without the wall', 'authorized-unwalled'),
  ];
}
