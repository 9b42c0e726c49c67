/** Opens what two gateways need to witness each other's logs: gate, key, rounds. Wiring alone. */
import type { Clock } from './base/index.js';
import type { PartnerGateway } from './config/partners-file.js';
import type { Config } from './config.js';
import { witnessKeyPath } from './data-folder.js';
import {
  latestCosigned,
  openRounds,
  takeCheckpoint,
  type WitnessedHere,
  type WitnessRooms,
} from './exchange/index.js';
import type { Metrics } from './http/index.js';
import { logOf } from './journal/index.js';
import {
  type CheckpointKeeper,
  type LedgerReader,
  type NoteKey,
  openGate,
  originOf,
  parseVkey,
  type WitnessGate,
  witnessNameOf,
} from './ledger/index.js';
import { openWitnessClient, type TransportTls, type WitnessDesk } from './partner/index.js';
import { openWitnessKey } from './serve-keys.js';
import { repeat } from './serve-repeat.js';
import * as store from './store/index.js';

/** What the ledger's room hands on to whoever has it witnessed. */
export interface Witnessable {
  readonly gate: WitnessGate;
  readonly reader: LedgerReader;
  /** Raw public key of our logs. */
  readonly publicKey: Uint8Array;
  /** Keeps cosigned checkpoints, every one, on disk. */
  readonly cosigned: CheckpointKeeper;
}

/** The gate before the ledger; open where no partner of the settings witnesses anything. */
export function openWitnessGate({ exchange }: Config): WitnessGate {
  const partners = exchange?.partners ?? [];
  const witnessed = partners.filter(({ witness }) => witness !== undefined);
  return openGate(
    witnessed.map(({ authority }) => authority),
    exchange?.witnessOutOfReach ?? 'SERVE',
  );
}

export interface WitnessGround {
  readonly record: Witnessable;
  readonly sql: store.Sql;
  readonly partners: readonly PartnerGateway[];
  readonly ownAuthority: string;
  readonly dataDir: string;
  readonly mode: Config['mode'];
  readonly clock: Clock;
}

/** The key of the log that each partner keeps of the exchange with us. */
export const partnerLogsOf = (partners: readonly PartnerGateway[]): ReadonlyMap<string, NoteKey> =>
  keysOf(partners, ({ log }) => log && parseVkey(log));

/** The witness that partners find behind our door; cosigns with a key of its own. */
export async function openWitnessDesk(
  ground: Omit<WitnessGround, 'record'>,
): Promise<WitnessDesk | undefined> {
  const { partners, ownAuthority, dataDir, mode, sql, clock } = ground;
  const logs = partnerLogsOf(partners);
  // Nobody asked us to witness anything: then no key need stand there.
  if (logs.size === 0) return undefined;
  const rooms: WitnessRooms = {
    ...{ logs, clock, witnessing: store.openWitnessing(sql), name: witnessNameOf(ownAuthority) },
    signer: await openWitnessKey(witnessKeyPath(dataDir), mode),
  };
  return {
    senderOf: (certificate) =>
      partners.find(({ certificates }) => certificates.includes(certificate))?.authority,
    addCheckpoint: (authority, body) => takeCheckpoint(rooms, { authority, body }),
    latest: (authority) => latestCosigned(rooms, authority),
  };
}

/** The verifier keys of the partners whose settings name them. */
function keysOf(
  partners: readonly PartnerGateway[],
  keyOf: (partner: PartnerGateway) => NoteKey | undefined | '',
): ReadonlyMap<string, NoteKey> {
  const keys = partners.map((partner) => [partner.authority, keyOf(partner)] as const);
  return new Map(
    keys.flatMap(([authority, key]) =>
      key === undefined || key === '' ? [] : [[authority, key] as const],
    ),
  );
}

/** What the operator is told of a witness: constants, and the name of a log of this gateway. */
export interface WitnessEvent {
  readonly log: string;
  readonly outcome: string;
}

export interface SeekingGround extends WitnessGround {
  readonly tls: TransportTls;
  readonly metrics: Metrics;
  readonly alarm: (error: unknown) => void;
  readonly onWitness: (event: WitnessEvent) => void;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

export interface OpenedRounds {
  /** Asks every witness now, whether it is due or not. */
  readonly askWitnesses: () => Promise<void>;
}

/** Begins to have our logs witnessed. */
export async function openSeeking(ground: SeekingGround): Promise<OpenedRounds> {
  const { partners, ownAuthority, tls, metrics, onWitness, onClose, record } = ground;
  const endpointOf = (authority: string) => partners.find((each) => each.authority === authority);
  const client = openWitnessClient({ endpointOf, tls });
  onClose(async () => client.close());
  const count = metrics.counter('sorgu_witness_answers', 'Witnesses asked, by outcome.', [
    'outcome',
  ]);
  const heard = openHearing(onWitness);
  const rounds = await openRounds({
    ...{ ...record, client, clock: ground.clock, keeper: record.cosigned },
    logs: logsOf(partners, ownAuthority),
    tell(log, outcome) {
      count(outcome);
      heard(log.origin, outcome);
    },
  });
  metrics.gauges({
    name: 'sorgu_witness_behind',
    help: 'How far the witness of any log is behind at most.',
    labels: ['measure'],
    read: async () => {
      const { entries, time } = await rounds.lag();
      return [
        { values: ['entries'], value: entries },
        { values: ['seconds'], value: time / 1000 },
      ];
    },
  });
  onClose(repeat(() => rounds.round(), ground.alarm));
  return { askWitnesses: () => rounds.round(true) };
}

function logsOf(
  partners: readonly PartnerGateway[],
  ownAuthority: string,
): readonly WitnessedHere[] {
  const witnesses = keysOf(partners, ({ witness }) => witness && parseVkey(witness, 'COSIGNATURE'));
  return [...witnesses].map(([authority, witness]) => ({
    ...{ authority, witness },
    origin: originOf(ownAuthority, logOf(authority, ownAuthority)),
  }));
}

/** Says what changed: a witness that stays out of reach is one line, not one a second. */
function openHearing(onWitness: SeekingGround['onWitness']) {
  const last = new Map<string, string>();
  return (log: string, outcome: string): void => {
    const told = outcome === 'CURRENT' ? 'COSIGNED' : outcome;
    if (last.get(log) === told) return;
    last.set(log, told);
    onWitness({ log, outcome: told });
  };
}
