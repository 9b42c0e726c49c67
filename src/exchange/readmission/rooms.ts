/** What the path of a readmission case is handed. */
import type { Clock } from '../../base/index.js';
import type { JournalHead } from '../../journal/index.js';
import type { Ledger } from '../../ledger/index.js';
import type { Inspect, ReadmissionSettings } from '../../readmission/index.js';
import type { Grants } from '../../requests/index.js';
import type { ReadmissionShelf, Requests } from '../../store/index.js';
import type { Instrument, InstrumentStatus } from '../../treaty/index.js';
import type { FindCase } from '../case-grants.js';

export interface ReadmissionRooms {
  readonly shelf: ReadmissionShelf;
  /** Says whether the requesting side's request is live for READMISSION. */
  readonly grants: Pick<Grants, 'open'>;
  readonly requests: Pick<Requests, 'load'>;
  readonly findCase: FindCase;
  /** The key of a person's tags, as the register keeps it. */
  readonly keyOf: (person: string) => Promise<Uint8Array | undefined>;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** By instrument: basis and clocks, as the operator configured them. */
  readonly settings: ReadonlyMap<string, ReadmissionSettings>;
  /** Looks for personal values in what the sides write to each other. */
  readonly inspect: Inspect;
  readonly clock: Clock;
}
