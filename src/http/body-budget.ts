/**
 * Bytes of bodies that are in memory at one door, from the first that is read until its request is answered: a bound for
 * all of them together, and one for each sender, so that none can keep the others out.
 */
import { Refusal } from '../base/index.js';

/** Bytes. */
export interface BudgetLimits {
  readonly all: number;
  readonly each: number;
}

/** What one request holds of the budget. */
export interface Share {
  /** Throws Refusal(RATE_LIMITED) where it would be over a bound; nothing is taken then. */
  take(bytes: number): void;
  /** Gives everything back. */
  close(): void;
}

export interface BodyBudget {
  /** `sender` is one of those that the door knows by certificate: what is counted is bounded. */
  open(sender: string): Share;
}

/** Seconds. A body takes no longer than the listener lets it. */
const RETRY_AFTER = 10;

/** Opens the budget of one door. */
export function openBodyBudget({ all, each }: BudgetLimits): BodyBudget {
  const held = new Map<string, number>();
  let total = 0;
  return {
    open(sender) {
      let mine = 0;
      const change = (bytes: number): void => {
        mine += bytes;
        total += bytes;
        held.set(sender, (held.get(sender) ?? 0) + bytes);
      };
      return {
        take(bytes) {
          const isOver = total + bytes > all || (held.get(sender) ?? 0) + bytes > each;
          if (isOver) throw new Refusal('RATE_LIMITED', { retryAfter: RETRY_AFTER });
          change(bytes);
        },
        close: () => change(-mine),
      };
    },
  };
}
