import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { openRateLimit } from '../../../src/http/index.js';
import type { Caller } from '../../../src/identity/index.js';

const CALLER: Caller = {
  officer: '1',
  gateway: 'g',
  authority: 'KZ-MIA',
  unit: null,
  role: 'PARTNER_GATEWAY',
};

function open(perMinute: number, most?: number) {
  const time = { now: 1_000_000 };
  const clock = { now: () => time.now };
  const admit = openRateLimit({ clock, perMinute, ...(most === undefined ? {} : { most }) });
  const attempt = (caller: Partial<Caller> = {}): number => {
    try {
      admit({ ...CALLER, ...caller });
      return 0;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'RATE_LIMITED')
        return error.detail.retryAfter ?? -1;
      throw error;
    }
  };
  return { time, attempt };
}

describe('the rate limit', () => {
  it('lets a minute of operations through at once, and then one at a time', () => {
    const { time, attempt } = open(60);
    expect(Array.from({ length: 60 }, () => attempt())).toEqual(Array(60).fill(0));
    expect(attempt()).toBe(1);
    time.now += 1000;
    expect([attempt(), attempt()]).toEqual([0, 1]);
  });

  it('says when to come back, and is as good as its word', () => {
    const { time, attempt } = open(2);
    attempt();
    attempt();
    const wait = attempt();
    expect(wait).toBe(30);
    time.now += wait * 1000 - 1;
    expect(attempt()).toBe(1);
    time.now += 1;
    expect(attempt()).toBe(0);
  });

  it('saves up no more than a minute of operations, however long the pause', () => {
    const { time, attempt } = open(2);
    attempt();
    time.now += 3_600_000;
    expect([attempt(), attempt(), attempt()]).toEqual([0, 0, 30]);
  });

  it.each([
    ['officer', { officer: '2' }],
    ['gateway', { gateway: 'h' }],
    ['direct way', { gateway: null }],
    ['authority', { authority: 'BE-IO' }],
  ])('is another for another %s', (_name, other) => {
    const { attempt } = open(1);
    expect([attempt(), attempt(other), attempt(), attempt(other)]).toEqual([0, 0, 60, 60]);
  });

  it('is the same for another role or unit: these are for the caller to choose', () => {
    const { attempt } = open(1);
    expect([attempt(), attempt({ role: 'AUDITOR', unit: 'x' })]).toEqual([0, 60]);
  });

  it('does not mix up names that join to the same text', () => {
    const { attempt } = open(1);
    expect([attempt({ officer: 'a","b' }), attempt({ officer: 'a', gateway: 'b' })]).toEqual([
      0, 0,
    ]);
  });

  it('keeps the buckets in use when there are too many', () => {
    const { attempt } = open(1, 2);
    attempt({ officer: 'a' });
    attempt({ officer: 'b' });
    attempt({ officer: 'a' });
    attempt({ officer: 'c' });
    expect([attempt({ officer: 'a' }), attempt({ officer: 'b' })]).toEqual([60, 0]);
  });

  it('gives nothing for a clock that is set back', () => {
    const { time, attempt } = open(1);
    attempt();
    time.now -= 3_600_000;
    expect(attempt()).toBe(60);
  });

  it('never lets more through than a minute and what time has passed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 100 }),
        (perMinute, pauses) => {
          const { time, attempt } = open(perMinute);
          const began = time.now;
          let admitted = 0;
          for (const pause of pauses) {
            time.now += pause;
            if (attempt() === 0) admitted += 1;
          }
          const most = perMinute + ((time.now - began) * perMinute) / 60_000;
          expect(admitted).toBeLessThanOrEqual(most + 1e-6);
        },
      ),
    );
  });
});
