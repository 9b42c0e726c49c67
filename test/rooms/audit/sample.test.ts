/** A random sample that anybody draws again. */
import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sample } from '../../../src/audit/index.js';
import { accessOf } from './accesses.js';

const log = Array.from({ length: 200 }, (_, index) => accessOf({ index }));

function draw(seed: string, count: number, accesses = log) {
  const sample = new Sample(seed, count);
  for (const access of accesses) sample.add(access);
  return { population: sample.population, indices: sample.drawn.map(({ index }) => index) };
}

/** The definition, said otherwise: all are ranked, and the lowest taken. */
const ranked = (seed: string, count: number): readonly number[] =>
  log
    .map(({ origin, index }) => ({ index, rank: hash('sha256', `${seed}\n${origin}\n${index}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ index }) => index);

describe('A-11.4 a sample', () => {
  test('is the lowest by SHA-256 of seed, log and index, in whatever order the log is read', () => {
    const asked = fc.tuple(fc.string(), fc.integer({ min: 1, max: 250 }));
    fc.assert(
      fc.property(asked, fc.shuffledSubarray(log, { minLength: 200 }), ([seed, count], read) => {
        const expected = { population: 200, indices: ranked(seed, count) };
        expect(draw(seed, count, read)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('is another under another seed, and each entry is drawn about as often as any', () => {
    const drawn = new Map<number, number>();
    for (let seed = 0; seed < 400; seed += 1) {
      for (const index of draw(`seed ${seed}`, 20).indices) {
        drawn.set(index, (drawn.get(index) ?? 0) + 1);
      }
    }
    // Each in 40 of 400 samples on the average; the same seeds are tried each time.
    const counts = log.map(({ index }) => drawn.get(index) ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan(15);
    expect(Math.max(...counts)).toBeLessThan(75);
  });

  test.each([
    ['a refusal', accessOf({ outcome: 'REFUSED' })],
    ['a move of a case', accessOf({ outcome: 'MOVED' })],
    ['an answer in which nothing of a person was released', accessOf({ items: [] })],
  ])('is of disclosures: %s is not drawn', (_, access) => {
    expect(draw('seed', 10, [access])).toEqual({ population: 0, indices: [] });
  });

  test('of fewer than are asked is all of them', () => {
    expect(draw('seed', 10, log.slice(0, 3)).indices.sort()).toEqual([0, 1, 2]);
  });
});
