/**
 * The graph as the gateway sees it: prepare a document, judge it once per coordinate, execute it. Nothing here knows
 * HTTP, tokens or the ledger.
 */
import type { Language, Notice } from '../base/index.js';
import type { Grant } from '../requests/index.js';
import type { Clause, Item } from '../treaty/index.js';
import type { AskingOfficer } from './cases/officer.js';

/** The body of POST /graphql after JSON parsing; every member may be anything. */
export interface DocumentParams {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  readonly extensions?: unknown;
}

/** What of a schema its asker may read. */
export interface SchemaRights {
  readonly mayIntrospect: boolean;
  /** A subgraph's SDL by `_service`; left out, as introspection. */
  readonly mayReadSdl?: boolean;
}

/** One guarded coordinate that an operation asks, where and under which response keys. */
export interface AskedCoordinate {
  readonly coordinate: string;
  readonly item: Item;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  /** Response keys from the root, without list indices; one per place. */
  readonly paths: readonly (readonly string[])[];
}

/** A document that passed syntax, validation, variables and limits: ready to be judged. Opaque to the gateway but for these. */
export interface Operation {
  /** Whether it asks a guarded or structural coordinate, so that it needs a grant and an entry. */
  readonly needsGrant: boolean;
  /** Whether it asks `explain`, which judges under the grant of the headers where there is one. */
  readonly explains: boolean;
  /** SHA-256 of the document without its literals, hexadecimal. */
  readonly hash: string;
  /** Guarded coordinates in document order of first occurrence. */
  readonly guarded: readonly AskedCoordinate[];
}

/** The verdicts on one operation under one grant, made before anything is fetched. */
export interface Judgement {
  /** Guarded coordinates withheld for some or all subjects, in document order. */
  readonly withheld: readonly {
    readonly asked: AskedCoordinate;
    /** The basis in this instrument, or none. */
    readonly basis: readonly Clause[];
  }[];
}

export interface ExecuteOptions {
  readonly operation: Operation;
  /** Null for an operation that needs none. */
  readonly grant: Grant | null;
  readonly judgement: Judgement;
  /** What is told beside the answer; nothing where it is left out. */
  readonly notice?: Notice | null;
  /** The caller's authority: `explain` without a request judges the instruments it is a party to. */
  readonly authority: string;
  /** Who calls: the cases of this gateway are shown to its own officers alone. Left out, to nobody. */
  readonly officer?: AskingOfficer;
  readonly language: Language;
}

/** What one operation looked at: per found subject, what was released and withheld. */
export interface JournalLine {
  readonly key: Uint8Array;
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

export interface Answer {
  /** The exact bytes to be sealed and released. */
  readonly body: Uint8Array;
  readonly journal: readonly JournalLine[];
  /** The tickets under which the register was read: they are gone once the entry is committed. */
  readonly tickets: readonly string[];
}

export interface Graph {
  /** Parses, validates and measures a document; throws Refusal(BAD_REQUEST | TOO_COMPLEX) with a reason. */
  prepare(params: DocumentParams, rights: SchemaRights): Operation;
  /** Judges every guarded coordinate, by `decide` and by the derived shield rule; both must disclose. Async because shield rules are. */
  judge(operation: Operation, grant: Grant): Promise<Judgement>;
  /** Executes under the verdicts; throws Refusal(UNAVAILABLE | INTERNAL) and never lets an inner error out. */
  execute(options: ExecuteOptions): Promise<Answer>;
  /** SHA-256 of the SDL, hexadecimal. */
  readonly schemaVersion: string;
}
