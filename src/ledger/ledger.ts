/**
 * What the gateway asks of the ledger: seal an entry about the exact bytes of an answer, durably, before they are
 * released (Article 11(1), 11(4)). An entry never holds a personal value.
 */

/** What one operation did with one subject. */
export interface SubjectDraft {
  /** The subject's own key, as its keeper has it (`openKey` of the writer); the entry holds a tag made with it only. */
  readonly key: Uint8Array;
  /** Shown by a search, or looked up by an auditor: tagged for the month and the log alone, since no request names them. */
  readonly isCandidate?: boolean;
  /** Coordinates released to the caller, guarded and structural, sorted. */
  readonly released: readonly string[];
  /** Coordinates asked and withheld, sorted. */
  readonly withheld: readonly string[];
}

/**
 * MOVED: a record of a case's chain stands in the place of the operation. MOVED_ON_PAPER: the same of a request that came
 * on paper (9(1)), so that no gateway was told. ENCLOSED: a scan or a national signature was attached, or looked at; its
 * own record stands there. DESTROYED: what was received is destroyed (11(5)); EXTENDED: its end is put off. What was
 * destroyed stands there by commitment, what was put off by reason and instants, as digests. REPORT_MOVED: a step of a
 * strategic report (Article 4), by its digest; REPORT_READ: reports, or offers of them, were told.
 */
export const ENTRY_OUTCOMES = [
  'ANSWERED',
  'REFUSED',
  'MOVED',
  'MOVED_ON_PAPER',
  'ENCLOSED',
  'DESTROYED',
  'EXTENDED',
  'REPORT_MOVED',
  'REPORT_READ',
] as const;
type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

/** What the gateway knows of one operation when it seals it. */
export interface EntryDraft {
  /** The log it belongs to: the counterpart authority's code, or DOMESTIC. */
  readonly log: string;
  /** What came of it; of ANSWERED and REFUSED alone data were asked. */
  readonly outcome: EntryOutcome;
  /** The code and the inner reason of a refusal (never told to the caller), or null. */
  readonly refusal: { readonly code: string; readonly reason: string | null } | null;
  readonly asking: {
    readonly authority: string;
    readonly unit: string | null;
    readonly role: string;
    readonly officer: string;
    readonly gateway: string | null;
  };
  readonly answering: string;
  readonly request: string | null;
  readonly requestDigest: string | null;
  readonly instrument: string | null;
  readonly purpose: string | null;
  readonly basis: string | null;
  /** Clauses of every item released, each once, sorted. */
  readonly clauses: readonly string[];
  /** SHA-256 of the document without its literals, or of the record of a move, hexadecimal. */
  readonly operation: string;
  /** Coordinates asked by the operation as a whole and withheld. */
  readonly withheld: readonly string[];
  readonly subjects: readonly SubjectDraft[];
  /**
   * The tickets under which the register was read for it; they are consumed where it is committed, and it is refused where
   * one is not there. No part of the entry.
   */
  readonly tickets?: readonly string[];
  /** Digests of the policy data and of the schema in force. */
  readonly policy: string;
  readonly schema: string;
}

/** What the caller gets as proof that the entry exists (contract: header Exchange-Receipt). Hashes in base64. */
export interface Receipt {
  readonly origin: string;
  readonly index: number;
  readonly leafHash: string;
  /** The leaf itself: canonical JSON text. */
  readonly entry: string;
  readonly salt: string;
  readonly proof: readonly string[];
  readonly checkpoint: string;
}

export interface Ledger {
  /**
   * Seals an entry about `body`, the bytes before content encoding. Resolves once the entry is committed to disk and
   * covered by a signed checkpoint; rejects with Refusal(LEDGER_UNAVAILABLE) if that cannot be shown.
   */
  seal(draft: EntryDraft, body: Uint8Array): Promise<Receipt>;
}
