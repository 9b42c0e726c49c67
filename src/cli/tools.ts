/** What the commands are handed: each piece of work with its rooms already wired (main.ts), and where to speak. */
import type { Language } from '../base/index.js';
import { type UsageWords, usageWords } from '../words/index.js';

/** Exit codes of every command: fine, refused or failed, wrong usage. */
export type ExitCode = 0 | 1 | 2;

type Told = (say: UsageWords) => string;

/** Why a command did not do its work, told in one line in the language of who asked; its message is English. */
export class CommandFault extends Error {
  override readonly name: string = 'CommandFault';
  readonly told: Told;

  constructor(told: Told) {
    super(told(usageWords('en')));
    this.told = told;
  }
}

/** A command line or settings that cannot be run as they are: ends with 2. */
export class UsageFault extends CommandFault {
  override readonly name = 'UsageFault';
}

export interface Voice {
  /** Of who reads it. */
  readonly language: Language;
  /** What was asked for. */
  readonly out: (text: string) => void;
  /** Progress and reasons, one line each. */
  readonly say: (line: string) => void;
}

export interface ImportWishes {
  readonly file: string;
  /** The file lists ids to remove. */
  readonly isDelete: boolean;
}

export interface PublicationDecision {
  readonly id: string;
  readonly reason: string;
}

export interface SampleWishes {
  readonly count: number;
  readonly seed: number;
  /** `YYYY-MM-DD`; the day on which the sample's dates rest. */
  readonly today: string | undefined;
}

export interface ExplainWishes {
  readonly operation: string;
  readonly purpose: string;
  /** `YYYY-MM-DD`: by the law of that day; of today where it is left out. */
  readonly on?: string;
}

export interface HashWishes {
  /** GraphQL documents. */
  readonly files: readonly string[];
  /** They are asked at /subgraph, under the names of this authority's state. */
  readonly isSubgraph: boolean;
}

export interface CheckWishes extends HashWishes {
  readonly authority: string;
  readonly purpose: string;
}

export interface VerifyWishes {
  /** A dump to verify offline; the database of the settings where it is left out. */
  readonly dump: string | undefined;
  /** Folder or file of kept checkpoints. */
  readonly kept: string | undefined;
  /** A file of receipts that others hold. */
  readonly receipts: string | undefined;
  /** The verifier key, as GET /ledger/key gives it. */
  readonly key: string | undefined;
}

export interface AskWishes {
  readonly operation: string;
  readonly persona: string;
  readonly purpose: string | undefined;
  readonly url: string;
  /** Whether it is asked as a router asks: at `/subgraph`, signed. */
  readonly isSubgraph: boolean;
}

/** Where a signatory's own key is. */
export type SigningKey =
  | { readonly file: string }
  | {
      /** The label of a PKCS #11 token. */
      readonly token: string;
      /** The PKCS #11 module of its maker. */
      readonly module: string;
      /** The key's CKA_ID in hexadecimal. */
      readonly keyId: string;
      readonly pinFile: string;
    };

export interface SignWishes {
  readonly file: string;
  readonly key: SigningKey;
}

export interface LetterWishes {
  readonly file: string;
  readonly out: string;
  /** Who signs by hand, as printed under the line. */
  readonly office: string;
  readonly name: string;
  /** The file of the letterhead sample that was exchanged (9(3)). */
  readonly sample: string | undefined;
}

export interface RecordWishes {
  readonly file: string;
  /** The reference of the diplomatic note it came with. */
  readonly note: string;
}

export interface WriteWishes {
  readonly file: string;
  /** The authority whose gateway is told. */
  readonly to: string;
  readonly note: string | null;
}

/** What an operator and a signatory need of the exchange. */
export interface ClockWishes {
  /** Holds the token of an officer, who is shown his cases. */
  readonly token: string | undefined;
  /** Of who reads it. */
  readonly language: Language | undefined;
}

export interface ContactsWishes {
  /** Every version instead of those that hold now. */
  readonly isHistory: boolean;
}

export interface ExchangeTools {
  sign(wishes: SignWishes, voice: Voice): Promise<ExitCode>;
  letter(wishes: LetterWishes, voice: Voice): Promise<ExitCode>;
  clock(wishes: ClockWishes, voice: Voice): Promise<ExitCode>;
  listMail(voice: Voice): Promise<ExitCode>;
  mailAgain(id: string, voice: Voice): Promise<ExitCode>;
  showLists(voice: Voice): Promise<ExitCode>;
  recordLists(wishes: RecordWishes, voice: Voice): Promise<ExitCode>;
  writeNotice(wishes: WriteWishes, voice: Voice): Promise<ExitCode>;
  sendNotice(file: string, voice: Voice): Promise<ExitCode>;
  listNotices(voice: Voice): Promise<ExitCode>;
  listActivities(voice: Voice): Promise<ExitCode>;
  listContacts(wishes: ContactsWishes, voice: Voice): Promise<ExitCode>;
  recordReceipts(file: string, voice: Voice): Promise<ExitCode>;
  listReceipts(authority: string, voice: Voice): Promise<ExitCode>;
  reconcile(voice: Voice): Promise<ExitCode>;
}

/** What an operator needs of interview windows. */
export interface InterviewTools {
  openInterviews(file: string, voice: Voice): Promise<ExitCode>;
  listInterviews(voice: Voice): Promise<ExitCode>;
  withdrawInterview(id: string, voice: Voice): Promise<ExitCode>;
}

export type AuditQuestion =
  | 'person'
  | 'request'
  | 'statistics'
  | 'sample'
  | 'evidence'
  | 'report'
  | 'due'
  | 'decide';

/** How a running gateway is asked. */
export interface AuditCall {
  readonly url: string;
  /** Holds the token; the development persona's where it is left out. */
  readonly token: string | undefined;
  /** PEM files of the certificate that the token is bound to, and of the authority that signed the gateway's. */
  readonly cert: string | undefined;
  readonly certKey: string | undefined;
  readonly ca: string | undefined;
}

export interface AuditWishes {
  readonly question: AuditQuestion;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly call: AuditCall;
  /** The file for the text of a bundle or a report; the terminal where it is left out. */
  readonly out: string | undefined;
  /** Of who reads it; left out, a fault is its code alone. */
  readonly language?: Language | undefined;
}

/** What leaves for an onward recipient (11(3)). */
export interface ExportWishes {
  /** The request or the provision by which it was received. */
  readonly about: string;
  /** UUID version 4 of the transfer: asked again under it, it is the same transfer. */
  readonly id: string;
  readonly subjects: readonly number[];
  readonly items: readonly string[];
  readonly purpose: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly out: string;
  readonly call: AuditCall;
}

/** A file that is to be an instrument. */
export interface InstrumentWishes {
  readonly file: string;
  readonly language: Language;
}

export interface ComputeTableWishes {
  readonly period: string;
  /** All of them where it is left out. */
  readonly table: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly recorded: string | undefined;
}

/** A statistical table of a period. */
export interface TableWishes {
  readonly table: string;
  readonly period: string;
}

export interface StatisticsTools {
  listTables(voice: Voice): Promise<ExitCode>;
  computeStatistics(wishes: ComputeTableWishes, voice: Voice): Promise<ExitCode>;
  showStatistics(name: TableWishes, voice: Voice): Promise<ExitCode>;
  releaseStatistics(
    wishes: TableWishes & { readonly source: string },
    voice: Voice,
  ): Promise<ExitCode>;
}

export interface RetireWishes {
  readonly years: number;
}

/** Every command's work. A rejection is told in one line and ends with 1. */
export interface Tools extends ExchangeTools, InterviewTools, StatisticsTools {
  start(voice: Voice): Promise<ExitCode>;
  serve(voice: Voice): Promise<ExitCode>;
  migrate(voice: Voice): Promise<ExitCode>;
  importPeople(wishes: ImportWishes, voice: Voice): Promise<ExitCode>;
  importPublications(file: string, voice: Voice): Promise<ExitCode>;
  listPublications(wishes: { readonly held: boolean }, voice: Voice): Promise<ExitCode>;
  releasePublication(wishes: PublicationDecision, voice: Voice): Promise<ExitCode>;
  withdrawPublication(wishes: PublicationDecision, voice: Voice): Promise<ExitCode>;
  sample(wishes: SampleWishes): Promise<ExitCode>;
  explain(wishes: ExplainWishes, voice: Voice): Promise<ExitCode>;
  hashOperations(wishes: HashWishes, voice: Voice): Promise<ExitCode>;
  checkOperations(wishes: CheckWishes, voice: Voice): Promise<ExitCode>;
  checkInstrument(wishes: InstrumentWishes, voice: Voice): Promise<ExitCode>;
  ask(wishes: AskWishes, voice: Voice): Promise<ExitCode>;
  verifyLedger(wishes: VerifyWishes, voice: Voice): Promise<ExitCode>;
  dumpLedger(file: string, voice: Voice): Promise<ExitCode>;
  createKey(voice: Voice): Promise<ExitCode>;
  showKeys(voice: Voice): Promise<ExitCode>;
  retireKeys(wishes: RetireWishes, voice: Voice): Promise<ExitCode>;
  audit(wishes: AuditWishes, voice: Voice): Promise<ExitCode>;
  exportReceived(wishes: ExportWishes, voice: Voice): Promise<ExitCode>;
}
