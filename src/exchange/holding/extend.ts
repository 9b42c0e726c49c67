/** Putting off an end (11(5)): by who reviews it, for a reason, never past the time that its provider gave. */
import { Refusal } from '../../base/index.js';
import { type ExtensionFault, type Holding as Held, whyNoExtension } from '../../custody/index.js';
import { extendedEntry } from '../../journal/index.js';
import type { CustodyDeskFault } from '../custody/asked.js';
import { broughtBy, firstSource } from '../custody/held.js';
import type { Holding } from '../custody/holding.js';
import type { Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';

export interface ExtensionAsked {
  /** The request or provision. */
  readonly about: string;
  readonly purpose: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  /** Why. */
  readonly text: string;
}

const REVIEWERS: ReadonlySet<Officer['role']> = new Set<Officer['role']>([
  'SIGNATORY',
  'COORDINATOR',
]);

const FAULTS = {
  REASON_MISSING: 'CONTENT_MISSING',
  NOT_LATER: 'END_NOT_LATER',
  BEYOND_THE_PROVIDERS_TIME: 'BEYOND_THE_PROVIDERS_TIME',
  RETENTION_ENDED: 'RETENTION_ENDED',
} as const satisfies Readonly<Record<ExtensionFault, CustodyDeskFault>>;

/**
 * Puts off the end of all that is in force and held for the purpose; each with its entry in the ledger first. Why it is
 * not put off, or undefined. Rejects with Refusal(UNAVAILABLE) where it was changed meanwhile: asked again, it goes on.
 */
export async function extendRetention(
  rooms: ExchangeRooms,
  officer: Officer,
  { holding, asked }: { readonly holding: Holding; readonly asked: ExtensionAsked },
): Promise<CustodyDeskFault | undefined> {
  if (!REVIEWERS.has(officer.role)) return 'NOT_THIS_ROLE';
  if (holding.unit !== null && holding.unit !== officer.unit) return 'NO_HOLDING';
  const held = (await inForce(rooms, holding)).filter(({ purpose }) => purpose === asked.purpose);
  if (held.length === 0) return 'NOTHING_HELD';
  const now = rooms.custody.now();
  const { until, text: reason } = asked;
  const live = held.filter(({ endsAt }) => now < endsAt);
  const later = live.filter(({ endsAt }) => endsAt < until);
  // What is as late already, of a step that was cut off or of a later correction, holds nothing back.
  for (const { endsAt, limit } of [later, live, held].find((some) => some.length > 0) ?? []) {
    const fault = whyNoExtension({ endsAt, limit, until, reason, now });
    if (fault !== undefined) return FAULTS[fault];
  }
  for (const one of later) await extendOne(rooms, officer, { holding: one, until, reason });
  return undefined;
}

async function extendOne(
  { ledger, head, custody }: ExchangeRooms,
  officer: Officer,
  put: { readonly holding: Held; readonly until: number; readonly reason: string },
): Promise<void> {
  const entry = extendedEntry(head, { ...officer, ...put });
  await ledger.seal(entry, Buffer.from(put.reason));
  if (await custody.extend(put.holding, put.until)) return;
  throw new Refusal('UNAVAILABLE', { retryAfter: 1 });
}

/** What a later answer replaced is not put off. */
async function inForce(rooms: ExchangeRooms, { file }: Holding): Promise<readonly Held[]> {
  const sources = [await firstSource(rooms, file), ...file.matters.map(broughtBy)];
  return (await rooms.custody.holdings(file.about.id)).filter(({ source }) =>
    sources.includes(source),
  );
}
