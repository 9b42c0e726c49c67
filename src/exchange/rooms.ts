/** What the path of a move is handed: the rooms that the wiring opened, seen here as types alone. */
import type { Clock, Ids, Language } from '../base/index.js';
import type { CustodyFile, PurposeConsent, Shortening, SubjectValues } from '../custody/index.js';
import type { JournalHead } from '../journal/index.js';
import type { Ledger, NoteKey } from '../ledger/index.js';
import type { Letters } from '../letters/index.js';
import type { DecryptionKey, Post, RecipientKey, VerificationKey } from '../partner/index.js';
import type { Request, Standing, Zone } from '../requests/index.js';
import type {
  Cases,
  Custody,
  CustodyFiles,
  Erasures,
  Inbox,
  Notices,
  Outbox,
  Provisions,
  Receipts,
  SearchPersons,
} from '../store/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';

/** The registers over time (Articles 2, 9(3), 9(4)) and the public keys that go with them. */
export interface Book {
  /** All that is recorded of all authorities. */
  standing(): Promise<Standing>;
  /** Adds what a step changes in the records of one authority; the step may be run again. */
  change(authority: string, step: (standing: Standing) => Standing): Promise<Standing>;
  /** The key of this thumbprint, where it was deposited. Asked for every message. */
  key(kid: string): Promise<VerificationKey | undefined>;
  /** The encryption key of this thumbprint, where it was deposited. */
  recipient(kid: string): Promise<RecipientKey | undefined>;
}

/** How many inputs of each authority were declined. */
export interface Declines {
  /** Counts one more of an authority; false where that would be one too many. */
  count(authority: string): boolean;
}

/** What a package is made of. */
export interface PackageQuestion {
  readonly kind: 'ANSWER' | 'PROVISION';
  /** The request as it will stand once it is answered, or a provision as one (`requestToProvide`). */
  readonly request: Request;
  /** The unit of the authority that gets it. */
  readonly unit: string | null;
  readonly language: Language;
  /** The service number of the officer who approved. */
  readonly officer: string;
}

export interface Packed {
  /** Signed and encrypted: compact JWE. */
  readonly package: string;
  /** The subjects of whom it says anything. */
  readonly told: ReadonlySet<number>;
}

export interface ExchangeRooms {
  readonly post: Post;
  readonly cases: Cases;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly provisions: Provisions;
  readonly notices: Notices;
  /** The receipts of answers that came here. */
  readonly receipts: Receipts;
  /** The verifier key of the log that a partner keeps of the exchange with us, where it is registered. */
  readonly partnerLogs: ReadonlyMap<string, NoteKey>;
  /** What was received (Article 11), encrypted; and the runs that destroy it. */
  readonly custody: Custody;
  readonly erasures: Erasures;
  /** What this authority's own law makes of the retention rules. */
  readonly shortenings: readonly Shortening[];
  /** The provider's consents to another purpose for what one request brought (11(2)). */
  readonly consents: (request: string) => Promise<readonly PurposeConsent[]>;
  /** Custody of what was given and received (11(2) to 11(5)), a file for each holding. */
  readonly custodyFiles: CustodyFiles;
  /**
   * The values of a holding as they may be used now; null where they cannot be read. For a purpose that was stated those
   * held for it alone; for another, which a consent covers, all.
   */
  readonly held: (
    file: CustodyFile,
    asked: { readonly purpose: string; readonly isStated: boolean },
  ) => Promise<readonly SubjectValues[] | null>;
  readonly book: Book;
  /** How many inputs of each authority were declined. */
  readonly declines: Declines;
  /** This gateway's own key of a kid, while packages to it are still opened. */
  readonly own: (kid: string) => Promise<DecryptionKey | undefined>;
  /** Finds persons in the register as recorded now; reads nothing that a grant would not. */
  readonly search: SearchPersons;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** A package, signed and encrypted to the authority that gets it; every value in it is sealed in the ledger. */
  readonly pack: (question: PackageQuestion) => Promise<Packed>;
  /** The subjects that the requesting authority's grant would find now, by their numbers (A-10.4c). */
  readonly present: (request: Request) => Promise<ReadonlySet<number>>;
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
