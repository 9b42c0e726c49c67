/** The only source of time. Tests hand in a clock that stands still. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** A clock that remembers the newest time it showed: set back, it says so. */
export interface SeenClock extends Clock {
  /** Never less than it was; as `now` while the clock runs on. */
  newest(): number;
}

/** Watches a clock, whoever reads it. */
export function watchClock(clock: Clock): SeenClock {
  let newest = Number.NEGATIVE_INFINITY;
  const now = (): number => {
    const time = clock.now();
    newest = Math.max(newest, time);
    return time;
  };
  return { now, newest: () => Math.max(now(), newest) };
}

export const systemClock: Clock = { now: () => Date.now() };
