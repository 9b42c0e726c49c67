/** What the path of a report is handed. */
import type { Clock, Ids } from '../base/index.js';
import type { JournalHead } from '../journal/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Reports, SealedSteps } from '../store/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';

export interface ReportingRooms {
  readonly reports: Reports;
  readonly sealed: SealedSteps;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly clock: Clock;
  readonly ids: Ids;
}
