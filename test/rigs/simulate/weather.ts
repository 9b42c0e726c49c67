/** How bad a run is: drawn from its seed, so that calm and wild ones both come. */
import type { Random } from './random.js';

export interface Weather {
  readonly loss: number;
  readonly duplication: number;
  /** Longest way of a message, milliseconds: what is longer than the gap between two sendings reorders. */
  readonly longestWay: number;
  /** Chance of a crash at each point where one can be. */
  readonly crash: number;
  /** Most by which a clock is wrong, milliseconds either way. */
  readonly skew: number;
  /** Length of a time in which nothing gets through; 0 for none. */
  readonly outage: number;
}

const SECOND = 1000;
const DAY = 86_400_000;

export const CALM: Weather = {
  loss: 0,
  duplication: 0,
  longestWay: SECOND,
  crash: 0,
  skew: 0,
  outage: 0,
};

export function drawWeather(random: Random): Weather {
  return {
    loss: random.pick([0, 0.05, 0.3, 0.6]),
    duplication: random.pick([0, 0.1, 0.5]),
    longestWay: random.pick([SECOND, 3600 * SECOND, DAY / 2, 2 * DAY]),
    crash: random.pick([0, 0.02, 0.1]),
    skew: random.pick([0, 60 * SECOND, 3600 * SECOND, DAY]),
    outage: random.pick([0, 0, 3 * DAY]),
  };
}
