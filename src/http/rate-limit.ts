/** How often one officer of one authority may ask through one gateway: a token bucket each, in bounded memory. */
import { type Clock, Refusal } from '../base/index.js';
import type { Caller } from '../identity/index.js';

export interface RateLimitOptions {
  readonly clock: Clock;
  /** Operations a minute; as many may come at once after a pause. */
  readonly perMinute: number;
  /** Buckets kept at most; the one unused longest goes first. */
  readonly most?: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const MINUTE = 60_000;

/** Opens the limiter: throws Refusal(RATE_LIMITED) with the seconds until the next operation may come. */
export function openRateLimit(
  options: RateLimitOptions,
): (caller: Pick<Caller, 'authority' | 'officer' | 'gateway'>) => void {
  const { clock, perMinute, most = 20_000 } = options;
  const buckets = new Map<string, Bucket>();
  const keep = (key: string, bucket: Bucket): void => {
    // Deleted first, so that the map's order is the order of last use.
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
  };
  return ({ authority, officer, gateway }) => {
    const key = JSON.stringify([authority, officer, gateway]);
    const now = clock.now();
    const { tokens, at } = buckets.get(key) ?? { tokens: perMinute, at: now };
    // A clock set back gives nothing, and takes nothing away.
    const refilled = tokens + (Math.max(0, now - at) / MINUTE) * perMinute;
    const available = Math.min(perMinute, refilled);
    const isAllowed = available >= 1;
    keep(key, { tokens: isAllowed ? available - 1 : available, at: now });
    if (!isAllowed) throw new Refusal('RATE_LIMITED', { retryAfter: wait(available, perMinute) });
  };
}

const wait = (available: number, perMinute: number): number =>
  Math.max(1, Math.ceil(((1 - available) * 60) / perMinute));
