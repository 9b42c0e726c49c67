import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/graph/execution/turns.js';

const LIMITS = { small: 10, atOnce: 100 };

/** Work that ends when it is told to. */
function openWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, work, end: (name: string) => ends.get(name)?.() };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('turns', () => {
  it.each([
    ['two that fit together', [50, 50], ['0', '1']],
    ['a third that does not fit waits', [50, 50, 50], ['0', '1']],
    ['one larger than all of it runs alone', [500, 50], ['0']],
    ['it waits until nothing else runs', [50, 500], ['0']],
    ['nobody overtakes who waits', [60, 60, 40], ['0']],
    ['small ones never wait', [100, 10, 10], ['0', '1', '2']],
  ])('%s', async (_, costs, expected) => {
    const turns = new Turns(LIMITS);
    const { begun, work } = openWork();
    for (const [at, cost] of costs.entries()) void turns.take(cost, work(String(at)));
    await settle();
    expect(begun).toEqual(expected);
  });

  it('lets the next begin when one ends, and hands its result on', async () => {
    const turns = new Turns(LIMITS);
    const { begun, work, end } = openWork();
    const first = turns.take(100, work('first'));
    const second = turns.take(100, work('second'));
    end('first');
    expect(await first).toBe('first');
    await settle();
    expect(begun).toEqual(['first', 'second']);
    end('second');
    expect(await second).toBe('second');
  });

  it('gives the turn on when work fails', async () => {
    const turns = new Turns(LIMITS);
    const failing = turns.take(100, () => Promise.reject(new Error('gone')));
    const next = turns.take(100, async () => 'next');
    await expect(failing).rejects.toThrow('gone');
    expect(await next).toBe('next');
  });

  it('is never above its limit, and leaves nobody waiting for ever', async () => {
    const costs = fc.array(fc.integer({ min: LIMITS.small + 1, max: 150 }), { maxLength: 30 });
    await fc.assert(fc.asyncProperty(costs, expectBounded));
  });
});

async function expectBounded(costs: readonly number[]): Promise<void> {
  const turns = new Turns(LIMITS);
  const running = new Set<{ cost: number }>();
  const work = (cost: number) => async () => {
    const own = { cost };
    running.add(own);
    const sum = [...running].reduce((all, one) => all + one.cost, 0);
    expect(sum <= LIMITS.atOnce || running.size === 1).toBe(true);
    await settle();
    running.delete(own);
  };
  await Promise.all(costs.map((cost) => turns.take(cost, work(cost))));
  expect(running.size).toBe(0);
}
