/** Opens the reconciliation of logs with partners: at the door, by night, and for the command. Wiring alone. */
import type { Clock, Ids, MessageSigner } from './base/index.js';
import type { PartnerGateway } from './config/partners-file.js';
import {
  type Book,
  type Reconciled,
  type ReconcileRooms,
  reconcile,
  takeLeafQuestion,
} from './exchange/index.js';
import type { Metrics } from './http/index.js';
import { logOf } from './journal/index.js';
import { type LedgerReader, RECONCILIATION_PATH } from './ledger/index.js';
import {
  type FindPartner,
  openReception,
  openTransport,
  type PartnerTransport,
  type Post,
  type Reception,
  type ReceptionOptions,
  type TransportTls,
} from './partner/index.js';
import * as store from './store/index.js';

export interface ReconcileGround {
  readonly sql: store.Sql;
  readonly reader: LedgerReader;
  readonly post: Post;
  readonly book: Book;
  readonly partners: readonly PartnerGateway[];
  readonly ownAuthority: string;
  readonly find: FindPartner;
  readonly signer: MessageSigner;
  readonly tls: TransportTls;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What became of the exchange with one partner; null where it could not be asked. */
export interface PartnerReconciled {
  readonly authority: string;
  readonly logs: readonly Reconciled[] | null;
}

export interface Reconciliation {
  /** Reconciles with every partner, one after the other. */
  all(): Promise<readonly PartnerReconciled[]>;
  close(): void;
}

/** The way to ask the partners. */
export function openReconciliation(ground: ReconcileGround): Reconciliation {
  const { partners } = ground;
  const endpoints = async (authority: string) =>
    partners.find((partner) => partner.authority === authority);
  const transport: PartnerTransport = openTransport({
    ...ground,
    ...{ endpoints, path: RECONCILIATION_PATH },
  });
  const rooms = roomsOf(ground);
  return {
    async all() {
      const done: PartnerReconciled[] = [];
      for (const { authority } of partners) {
        done.push({ authority, logs: (await reconcile(rooms, transport, authority)) ?? null });
      }
      return done;
    },
    close: () => transport.close(),
  };
}

/** What partners find at our door. */
export function openLeafReception(
  ground: ReconcileGround & Pick<ReceptionOptions, 'remember'>,
): Reception {
  const rooms = roomsOf(ground);
  return openReception({ ...ground, handle: (mail) => takeLeafQuestion(rooms, mail) });
}

const roomsOf = (ground: ReconcileGround): ReconcileRooms => ({
  ...ground,
  logOf,
  receipts: store.openReceipts(ground.sql),
});

/** Milliseconds. */
const DAY = 86_400_000;
/** The hour, in UTC, at which traffic is lowest at both seats. */
const AT_NIGHT = 22 * 3_600_000;

/** Reconciles once a night; `due` is called every minute. */
export function openNightly(
  reconciliation: Reconciliation,
  options: {
    readonly clock: Clock;
    readonly metrics: Metrics;
    readonly tell: (done: PartnerReconciled) => void;
  },
): {
  readonly due: () => Promise<void>;
  readonly now: () => Promise<readonly PartnerReconciled[]>;
} {
  const nightOf = (now: number): number => Math.floor((now - AT_NIGHT) / DAY);
  let last = nightOf(options.clock.now());
  let counts = new Map<string, number>();
  options.metrics.gauges({
    name: 'sorgu_reconciliation_unpaired',
    help: 'Entries and receipts without a pair, when logs were last reconciled.',
    labels: ['kind'],
    read: async () => [...counts].map(([kind, value]) => ({ values: [kind], value })),
  });
  const now = async () => {
    const all = await reconciliation.all();
    counts = countUnpaired(all);
    for (const done of all) options.tell(done);
    return all;
  };
  return {
    now,
    async due() {
      const night = nightOf(options.clock.now());
      if (night === last) return;
      last = night;
      await now();
    },
  };
}

const MOST_NAMED = 20;

/** A line for the operator: how many, and the first of them by index. */
export function reconciledLine({ authority, logs }: PartnerReconciled) {
  const kinds = ['unreceived', 'unentered', 'differing'] as const;
  const isWhole = logs?.every((log) => kinds.every((kind) => log[kind].length === 0)) === true;
  const lines = (logs ?? []).map((log) => {
    const counts = kinds.map((kind) => [kind, log[kind].length] as const);
    const first = kinds.flatMap((kind) => log[kind].slice(0, MOST_NAMED));
    return { origin: log.origin, size: log.size, ...Object.fromEntries(counts), first };
  });
  return { isWhole, line: { authority, isAsked: logs !== null, logs: lines } };
}

function countUnpaired(all: readonly PartnerReconciled[]): Map<string, number> {
  const logs = all.flatMap((partner) => partner.logs ?? []);
  const sum = (lengthOf: (log: Reconciled) => number) =>
    logs.reduce((total, log) => total + lengthOf(log), 0);
  return new Map([
    ['unreceived', sum(({ unreceived }) => unreceived.length)],
    ['unentered', sum(({ unentered }) => unentered.length)],
    ['differing', sum(({ differing }) => differing.length)],
    ['partners_not_asked', all.filter((partner) => partner.logs === null).length],
  ]);
}
