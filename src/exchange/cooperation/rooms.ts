/** What the path of cooperation without personal data is handed. */
import type { Clock, Ids } from '../../base/index.js';
import type { Execution, MonitoredCounts, MonitoredSpan } from '../../cooperation/index.js';
import type { JournalHead } from '../../journal/index.js';
import type { Ledger } from '../../ledger/index.js';
import type { Activities, Standings } from '../../store/index.js';
import type { Instrument, InstrumentStatus } from '../../treaty/index.js';

/** What in a text looks like a person's data; nothing where it holds none. */
export type Inspect = (text: string) => readonly { readonly kind: string }[];

export interface CooperationRooms {
  readonly activities: Activities;
  readonly standings: Pick<Standings, 'all' | 'change'>;
  readonly ledger: Pick<Ledger, 'seal'>;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly inspect: Inspect;
  /** What is counted for the monitoring view, each by the room that keeps it. */
  readonly monitored: readonly MonitoredCounts[];
  /** The executions of requests of which something fell into a span; none where nothing travels between gateways. */
  readonly executions: (span: MonitoredSpan) => Promise<readonly Execution[]>;
  readonly clock: Clock;
  readonly ids: Ids;
}
