/** The ledger with what it stands on and what is read of it. Wiring alone. */
import type { Clock, Ids } from './base/index.js';
import type { Config } from './config.js';
import { ledgerFolder, ledgerKeyPath, witnessFolder } from './data-folder.js';
import {
  type CheckpointKeeper,
  formatVkey,
  gateLedger,
  type LedgerStore,
  openLedger,
  openProofs,
} from './ledger/index.js';
import { openWitnessGate } from './serve-witness.js';
import * as store from './store/index.js';

/** What the ledger stands on. */
export interface LedgerGround {
  readonly store: LedgerStore;
  readonly keeper: CheckpointKeeper;
}

export interface RecordOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Puts something between it and what it stands on, for rigs that try faults. */
  readonly belowLedger?: (ground: LedgerGround) => LedgerGround;
  readonly pools: store.Pools;
  readonly keys: store.SubjectKeys;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

/** Opens it; rejects where its key, its files or its log are not as they were left. */
export async function openRecord(options: RecordOptions) {
  const { config, clock, ids, pools, keys, onClose, belowLedger = (ground) => ground } = options;
  const signer = await store.openKeyFile(ledgerKeyPath(config.dataDir), config.mode);
  const directory = ledgerFolder(config.dataDir);
  const files = await store.openFileKeeper({ directory, clock });
  onClose(() => files.close());
  const folder = witnessFolder(config.dataDir);
  const cosigned = await store.openFileKeeper({ directory: folder, clock, apartMs: 0 });
  onClose(() => cosigned.close());
  // What a witness cosigned is evidence as good as what was kept here.
  const list = async () => [...(await files.list()), ...(await cosigned.list())];
  const keeper = { keep: files.keep, list };
  const { authority } = config;
  const writer = await openLedger({
    ...belowLedger({ store: store.openLedgerStore(pools), keeper }),
    signer,
    clock,
    ids,
    authority,
    openKey: (kept) => keys.open(kept),
  });
  const gate = openWitnessGate(config);
  const ledger = gateLedger(writer, gate);
  onClose(() => ledger.close());
  const reader = store.openLedgerReader(pools.app);
  const { publicKey } = signer;
  const record = { gate, reader, publicKey, cosigned };
  const vkey = (name: string) => formatVkey({ name, publicKey });
  return { ledger, record, vkey, proofs: openProofs({ reader, authority, publicKey }) };
}
