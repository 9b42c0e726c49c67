/** What the path of a look is handed. */
import type { Clock, Ids } from '../base/index.js';
import type { JournalHead } from '../journal/index.js';
import type { Ledger, LedgerReader } from '../ledger/index.js';
import type { AuditShelf, ReportDeferrals, SubjectKeys } from '../store/index.js';

export interface AuditorRooms {
  readonly shelf: AuditShelf;
  readonly keys: SubjectKeys;
  readonly ledger: Ledger;
  readonly reader: LedgerReader;
  /** The verifier key of the log with this origin (C2SP signed-note). */
  readonly vkey: (origin: string) => string;
  /** Null where nothing travels between gateways, so that there is no role to write decisions with. */
  readonly deferrals: ReportDeferrals | null;
  readonly head: JournalHead;
  readonly clock: Clock;
  readonly ids: Ids;
}
