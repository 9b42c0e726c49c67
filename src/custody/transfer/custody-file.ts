/**
 * What one authority knows of one holding: information that was given by one request or one provision. Who got it
 * onward, under which consents, and every matter about it with the gateways above and below. Plain JSON.
 */
import type { HeldConsent } from '../consents/consent-for.js';
import type { About, Scope } from '../consents/scope.js';
import { type Matter, opening } from '../messages/step.js';
import type { Transfer } from './transfer.js';

/** A receipt of a body without a gateway, as a clerk registered it. */
export type Registered = {
  readonly matter: string;
  readonly transfer: string;
  /** As the paper says; milliseconds since the epoch. */
  readonly at: number;
  /** SHA-256 of the paper, hexadecimal. */
  readonly receipt: string;
  /** Service number of the clerk. */
  readonly officer: string;
};

export type CustodyFile = {
  readonly about: About;
  readonly instrument: string;
  /** Whose information it is. */
  readonly provider: string;
  /** Who passed it on to this authority; null where this authority is the provider. */
  readonly from: string | null;
  /** The transfers by which it came; none where it came from the provider itself. */
  readonly received: readonly Transfer[];
  readonly transfers: readonly Transfer[];
  /** Of transfers made after a correction, by their ids: the matters whose new values they carried. */
  readonly applied: Readonly<Record<string, readonly string[]>>;
  readonly consents: readonly HeldConsent[];
  readonly matters: readonly Matter[];
  readonly registered: readonly Registered[];
  /** Service numbers of those on it, beside those on its case or provision. */
  readonly officers: readonly string[];
};

/** What a correction or a recall speaks of here; null of every other matter. */
export function scopeOf({ received }: Pick<CustodyFile, 'received'>, matter: Matter): Scope | null {
  const act = opening(matter);
  if (act.step !== 'TELL' || (act.kind !== 'CORRECTION' && act.kind !== 'RECALL')) return null;
  return matter.side === 'RECIPIENT' ? partPassed(received, matter.other, act.scope) : act.scope;
}

/**
 * Of a scope, what an authority passed on: it corrects and takes back nothing that came from another. All of it where
 * the information came from the provider itself.
 */
export function partPassed(
  received: CustodyFile['received'],
  from: string,
  { subjects, items }: Scope,
): Scope {
  if (received.length === 0) return { subjects, items };
  const passed = received.filter((transfer) => transfer.from === from);
  return {
    subjects: subjects.filter((n) => passed.some(({ scope }) => scope.subjects.includes(n))),
    items: items.filter((item) => passed.some(({ scope }) => scope.items.includes(item))),
  };
}
