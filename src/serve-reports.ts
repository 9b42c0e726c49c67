/** Opens the desk of strategic reports: it needs the role that writes what is exchanged, and no door for partners. */
import type { ReportHallDesk } from './graph/index.js';
import { openReportDesk, type ReportingRooms } from './reporting/index.js';
import * as store from './store/index.js';

interface ReportingGround extends Omit<ReportingRooms, 'reports' | 'sealed'> {
  /** The URL of the exchange's role; undefined where there is none, and then no reports are kept. */
  readonly url: string | undefined;
  /** The application's pool: it reads the ledger. */
  readonly app: store.Sql;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

/** Opens it; null where nothing can be kept. */
export function openReporting({
  url,
  app,
  onClose,
  ...rooms
}: ReportingGround): ReportHallDesk | null {
  if (url === undefined) return null;
  const sql = store.openExchangePool(url);
  onClose(() => store.closePool(sql));
  const reports = store.openReports(sql);
  return openReportDesk({ ...rooms, reports, sealed: store.openSealedSteps(app) });
}
