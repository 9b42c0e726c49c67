/** What the path of a move is handed: the rooms that the wiring opened, seen here as types alone. */
import type { Clock, Ids } from '../base/index.js';
import type { JournalHead } from '../journal/index.js';
import type { Ledger } from '../ledger/index.js';
import type { Letters } from '../letters/index.js';
import type { Post, RecipientKey, VerificationKey } from '../partner/index.js';
import type { Request, RequestDocument, Standing, Zone } from '../requests/index.js';
import type { Cases, Inbox, Outbox, SearchPersons } from '../store/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';

/** The registers over time (Articles 2, 9(3), 9(4)) and the public keys that go with them. */
export interface Book {
  /** All that is recorded of all authorities. */
  standing(): Promise<Standing>;
  /** The key of this thumbprint, where it was deposited. Asked for every message. */
  key(kid: string): Promise<VerificationKey | undefined>;
  /** The encryption key of this thumbprint, where it was deposited. */
  recipient(kid: string): Promise<RecipientKey | undefined>;
}

/** What an answer is made of. */
export interface PackageQuestion {
  /** The request as it will stand once it is answered. */
  readonly request: Request;
  readonly document: RequestDocument;
  /** The service number of the officer who approved. */
  readonly officer: string;
}

export interface ExchangeRooms {
  readonly post: Post;
  readonly cases: Cases;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly book: Book;
  /** Finds persons in the register as recorded now; reads nothing that a grant would not. */
  readonly search: SearchPersons;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** The answer package, signed and encrypted to the requesting authority; every value in it is sealed in the ledger. */
  readonly pack: (question: PackageQuestion) => Promise<string>;
  /** What an answer says, as the package holds it: read under its grant, and sealed. For a letter. */
  readonly answers: (
    question: PackageQuestion,
  ) => Promise<readonly { readonly purpose: string; readonly answer: string }[]>;
  readonly letters: Letters;
  /** Where an authority is: its calendar dates the receipt (10(3)). */
  readonly zoneOf: (authority: string) => Zone;
  /** The name under which this gateway moves what no officer decides. */
  readonly gateway: string;
  readonly clock: Clock;
  readonly ids: Ids;
}
