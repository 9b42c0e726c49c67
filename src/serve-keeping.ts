/**
 * What custody stands on (11(5)): its keys outside the database, and the clock by which it ends; one of each, for what was
 * received and for readmission cases. Where there is no door for partners, whose jobs destroy, a look a minute does.
 */
import type { Clock, Ids, SeenClock } from './base/index.js';
import { custodyFolder } from './data-folder.js';
import { destroyBy } from './exchange/index.js';
import type { JournalHead } from './journal/index.js';
import type { Ledger } from './ledger/index.js';
import { type CustodyClockGround, openCustodyClock } from './serve-custody-clock.js';
import { repeat } from './serve-repeat.js';
import * as store from './store/index.js';

export interface Keeping {
  readonly keys: store.EpochKeys;
  /** Only what closes goes by it: what is destroyed is not brought back, where a clock was wrong for a moment. */
  readonly clock: Clock;
}

export async function openKeeping(
  dataDir: string,
  ground: CustodyClockGround & { readonly clock: SeenClock },
): Promise<Keeping> {
  const keys = await store.openEpochKeys(custodyFolder(dataDir));
  return { keys, clock: await openCustodyClock(ground) };
}

export interface DestructionGround {
  readonly sql: store.Sql;
  readonly keys: store.EpochKeys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly alarm: (error: unknown) => void;
  /** Told of every key that is not there. */
  readonly onLostKey: (lost: store.LostKey) => void;
}

const EVERY = 60_000;

/** Destroys what has ended until it is closed, by what it gives back; nobody is told but the ledger. */
export function openDestruction(ground: DestructionGround): () => Promise<void> {
  const { sql, clock, head, alarm, onLostKey } = ground;
  const rooms = {
    ...ground,
    erasures: store.openErasures(ground),
    custodyFiles: store.openCustodyFiles({ sql, clock }),
    gateway: gatewayName(head),
    certify: async () => [],
  };
  let next = Number.NEGATIVE_INFINITY;
  let isFirst = true;
  return repeat(async () => {
    if (clock.now() < next) return;
    next = clock.now() + EVERY;
    if (isFirst) await lookThrough(ground, onLostKey);
    isFirst = false;
    await destroyBy(rooms);
  }, alarm);
}

/** Of the keys of a start: those that came back are destroyed again, those that are gone are told. */
export async function lookThrough(
  ground: store.CustodyGround,
  onLostKey: (lost: store.LostKey) => void,
): Promise<void> {
  await store.eraseReturned(ground);
  for (const lost of await store.findLost(ground)) onLostKey(lost);
}

/** The name under which this gateway moves what no officer decides. */
export const gatewayName = ({ ownAuthority }: JournalHead): string =>
  `gateway.${ownAuthority.toLowerCase()}`;
