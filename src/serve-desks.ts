/** Opens the desks of what is no person's file, over one pool of the exchange's role. Wiring alone. */
import type { Clock, Ids } from './base/index.js';
import { openReadmissionDesk, type ReadmissionRooms } from './exchange/index.js';
import type { CooperationHallDesk, ReadmissionHallDesk, ReportHallDesk } from './graph/index.js';
import type { JournalHead } from './journal/index.js';
import type { Ledger } from './ledger/index.js';
import {
  openPublicationDesk,
  type PublicationDesk,
  type PublicationLaw,
} from './publications/index.js';
import { openReportDesk } from './reporting/index.js';
import { inspect } from './scan/index.js';
import { openCooperation } from './serve-cooperation.js';
import { type Keeping, openDestruction } from './serve-keeping.js';
import * as store from './store/index.js';
import type { Instrument, InstrumentStatus } from './treaty/index.js';

export interface DesksGround
  extends Pick<ReadmissionRooms, 'grants' | 'requests' | 'findCase' | 'settings'> {
  /** The URL of the exchange's role; undefined where there is none, and then nothing of it is kept. */
  readonly url: string | undefined;
  /** The application's pool: it reads the ledger and the register's keys of tags. */
  readonly app: store.Sql;
  readonly law: PublicationLaw;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly keeping: Keeping;
  /** Whether no door for partners is opened, whose jobs destroy what has ended. */
  readonly isAlone: boolean;
  readonly alarm: (error: unknown) => void;
  readonly onLostKey: (lost: store.LostKey) => void;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

/** Each is null where nothing can be kept. */
export interface Desks {
  readonly publisher: PublicationDesk | null;
  readonly reports: ReportHallDesk | null;
  readonly cooperation: CooperationHallDesk | null;
  readonly readmission: ReadmissionHallDesk | null;
}

export const NO_DESKS: Desks = {
  publisher: null,
  reports: null,
  cooperation: null,
  readmission: null,
};

/** Opens them; every text that they take is looked through for what says who somebody is. */
export function openDesks({ url, app, law, onClose, keeping, ...ground }: DesksGround): Desks {
  if (url === undefined) return NO_DESKS;
  const sql = store.openExchangePool(url);
  onClose(() => store.closePool(sql));
  if (ground.isAlone) onClose(openDestruction({ ...ground, sql, keys: keeping.keys }));
  const { ownAuthority } = ground.head;
  const rooms = { ...ground, sql, inspect };
  return {
    publisher: openPublicationDesk({
      ...{ ...rooms, law, ownAuthority },
      keeper: store.openPublicationKeeper(sql),
    }),
    reports: openReportDesk({
      ...rooms,
      reports: store.openReports(sql),
      sealed: store.openSealedSteps(app),
    }),
    cooperation: openCooperation(rooms),
    readmission: openReadmissionDesk({
      ...rooms,
      shelf: store.openReadmissionShelf({ sql, ...keeping }),
      keyOf: store.openAuditShelf(app, ownAuthority).keyOf,
    }),
  };
}
