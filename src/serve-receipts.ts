/** Tells the log of this authority's own officers to an independent sink. Wiring alone. */
import { join } from 'node:path';
import type { Config } from './config.js';
import type { Metrics } from './http/index.js';
import { DOMESTIC_LOG } from './journal/index.js';
import { originOf, type ReceiptSink, type Told, tellNext } from './ledger/index.js';
import { openReceiptAddress } from './partner/index.js';
import { repeat } from './serve-repeat.js';
import type { Witnessable } from './serve-witness.js';
import * as store from './store/index.js';

export interface TellingGround {
  readonly config: Config;
  readonly record: Witnessable;
  readonly metrics: Metrics;
  /** Told where what came of telling changes. */
  readonly onTold: (outcome: Told | 'UNREACHABLE') => void;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

/** Begins to tell, where the settings name a sink; what waits is counted. */
export async function openTelling(ground: TellingGround): Promise<void> {
  const { config, record, metrics, onTold, onClose } = ground;
  const sink = await openSink(config, onClose);
  if (sink === undefined) return;
  const origin = originOf(config.authority, DOMESTIC_LOG);
  const count = metrics.counter('sorgu_domestic_receipts', 'Domestic receipts told, by outcome.', [
    'outcome',
  ]);
  metrics.gauges({
    name: 'sorgu_domestic_receipts_waiting',
    help: 'Entries of the domestic log that the sink was not told of yet.',
    labels: [],
    async read() {
      const size = (await record.reader.head(origin))?.size ?? 0;
      return [{ values: [], value: size - ((await sink.last())?.index ?? -1) - 1 }];
    },
  });
  let last: string | undefined;
  const hear = (outcome: Told | 'UNREACHABLE'): void => {
    count(outcome);
    // The sink knows what the log does not have: it was restored from a backup, or changed.
    if (outcome === 'LOST') record.gate.condemn('BEHIND_WITNESS');
    const told = outcome === 'CURRENT' ? 'TOLD' : outcome;
    if (last !== told) onTold(told);
    last = told;
  };
  const step = async () => hear(await tellNext(record.reader, origin, sink));
  const fail = () => hear('UNREACHABLE');
  // Before any door is open: what the sink knows is held against the log.
  await step().catch(fail);
  onClose(repeat(step, fail));
}

async function openSink(
  { domesticReceipts: target, dataDir }: Config,
  onClose: TellingGround['onClose'],
): Promise<ReceiptSink | undefined> {
  if (target === null) return undefined;
  const isAddress = /^https:/i.test(target);
  const path = isAddress ? join(dataDir, 'domestic.taken') : target;
  const file = await store.openReceiptFile(path);
  onClose(() => file.close());
  return isAddress ? openReceiptAddress(new URL(target), file) : file;
}
