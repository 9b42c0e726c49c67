/** What was measured once. */
import type { Spread } from '../statistics.js';

export const one = (value: number): Spread => ({ median: value, least: value, most: value });
