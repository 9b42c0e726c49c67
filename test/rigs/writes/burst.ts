/** One burst: so many writes at once until enough are acknowledged, a harm among them, and somebody who counts. */
import { setTimeout as pause, setImmediate } from 'node:timers/promises';
import { Refusal } from '../../../src/base/index.js';
import { type EntryDraft, formatReceipt } from '../../../src/ledger/index.js';
import { draftOf } from '../../rooms/ledger/fixtures.js';
import type { Received } from '../kill/load.js';
import type { Onlooker } from './onlooker.js';
import type { Desk } from './place.js';
import type { Burst } from './plan.js';

export interface Written {
  /** Acknowledged, each as an answer that its caller would have. */
  readonly received: readonly Received[];
  /** Told that the ledger is away. */
  readonly refused: number;
  /** Most acknowledged at one instant, and not committed for the onlooker. */
  readonly ahead: number;
  /** Whether the ledger can be written again. One that lost what was kept of it must not. */
  readonly isBack: boolean;
}

export interface Company {
  readonly desk: Desk;
  readonly onlooker: Onlooker;
  readonly harm: () => Promise<void>;
}

/** Milliseconds in which a ledger must come back. */
const PATIENCE = 60_000;
const POLL = 10;

/** Writes until enough is acknowledged and the harm is done. */
export async function runBurst(burst: Burst, { desk, onlooker, harm }: Company): Promise<Written> {
  const received: Received[] = [];
  const door = openDoor(desk);
  const counts = { asked: 0, refused: 0 };
  let isHarmed = false;
  let harming: Promise<void> | undefined;
  const begin = async () => {
    await harm();
    isHarmed = true;
  };
  const writer = async () => {
    while (door.isThere && !(isHarmed && received.length >= burst.writes)) {
      counts.asked += 1;
      const answer = await write(desk, `W-${burst.number}-${counts.asked}`);
      if (answer === undefined) counts.refused += 1;
      else received.push(answer);
      if (received.length > burst.harmAfter) harming ??= begin();
      if (answer === undefined) await door.open();
    }
  };
  const begun = await onlooker.count();
  const isCrowdGone = await crowdOn(desk, burst.queued);
  const stop = new AbortController();
  const looked = look(onlooker, () => received.length, { begun, until: stop.signal });
  await Promise.all(Array.from({ length: burst.concurrency }, writer));
  stop.abort();
  await Promise.all([harming, isCrowdGone()]);
  const isBack = await door.open();
  return { received, refused: counts.refused, ahead: await looked, isBack };
}

/**
 * Queries of others that stand on the ledger's connections when the writes come: one active, so many behind. What it
 * resolves to resolves when all are through.
 */
async function crowdOn({ pool, isShared }: Desk, queued: number) {
  if (queued === 0) return async () => undefined;
  // Sent at once, and in this order: postgres.js waits with a query until it is awaited.
  const active = () => pool`select count(*) from generate_series(1, 100000)`.execute();
  const waiting = () => pool`select 1`.execute();
  const each = (query: () => Promise<unknown>, times: number) =>
    Promise.allSettled(Array.from({ length: pool.options.max * times }, query));
  // Queries are dealt out to the connections in turn, once all are open and know what is asked.
  await each(active, 1);
  await each(waiting, 1);
  const crowd = [each(active, 1), each(waiting, queued)];
  // Where it is sent without its connection, this rejects.
  if (isShared) pool.begin((sql) => sql`select 1`).catch(() => undefined);
  return () => Promise.all(crowd);
}

interface Watch {
  /** Committed before the burst. */
  readonly begun: number;
  readonly until: AbortSignal;
}

/** Counts again and again; what was acknowledged before a question must be in its answer. */
async function look(onlooker: Onlooker, acknowledged: () => number, watch: Watch): Promise<number> {
  let ahead = 0;
  while (!watch.until.aborted) {
    const told = acknowledged();
    // Away with the server that was crashed.
    const committed = await onlooker.count().catch(() => undefined);
    await pause(committed === undefined ? POLL : 1);
    if (committed !== undefined) ahead = Math.max(ahead, told - (committed - watch.begun));
  }
  return ahead;
}

/** The answer whose entry is sealed; undefined where the ledger says that it is away. */
async function write({ ledger }: Desk, officer: string): Promise<Received | undefined> {
  const body = Buffer.from(`an answer to ${officer}`);
  try {
    const receipt = await ledger.seal(draftFor(officer), body);
    // A build that does not wait for the ledger would keep everybody else waiting.
    await setImmediate();
    return { officer, status: 200, body, receipt: formatReceipt(receipt) };
  } catch (error) {
    if (error instanceof Refusal && error.code === 'LEDGER_UNAVAILABLE') return undefined;
    throw error;
  }
}

const LOGS = ['KZ-MIA', 'DOMESTIC'] as const;
const DRAFT = draftOf();

function draftFor(officer: string): EntryDraft {
  const log = LOGS[officer.length % LOGS.length] ?? 'KZ-MIA';
  return { ...DRAFT, log, asking: { ...DRAFT.asking, officer } };
}

/** Asks for all who wait whether the ledger can be written. */
function openDoor({ ledger }: Desk) {
  let asking: Promise<boolean> | undefined;
  const door = {
    isThere: true,
    open: () => {
      asking ??= comesBack(ledger).then((isBack) => {
        asking = undefined;
        door.isThere = isBack;
        return isBack;
      });
      return asking;
    },
  };
  return door;
}

async function comesBack(ledger: Desk['ledger']): Promise<boolean> {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const told = await ledger.ready();
    if (told.ready) return true;
    if (told.reason === 'DAMAGED') return false;
    await pause(POLL);
  }
  return false;
}
