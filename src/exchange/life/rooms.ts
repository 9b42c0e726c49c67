/** What the desk of the life of the instruments is handed. */
import type { Clock } from '../../base/index.js';
import type { JournalHead } from '../../journal/index.js';
import type { Ledger } from '../../ledger/index.js';
import type { Cases, InstrumentRecords } from '../../store/index.js';
import type { Instrument, InstrumentStatus } from '../../treaty/index.js';

export interface LifeRooms {
  readonly head: JournalHead;
  readonly ledger: Ledger;
  readonly cases: Pick<Cases, 'load'>;
  readonly records: InstrumentRecords;
  /** Every instrument, granted on or not: one that is not in force yet is notified. */
  readonly known: ReadonlyMap<string, Instrument>;
  /** What the operator has set. */
  readonly settings: ReadonlyMap<string, InstrumentStatus>;
  /** Reads the records into the law in force. */
  readonly takeEffect: () => Promise<void>;
  readonly clock: Clock;
}
