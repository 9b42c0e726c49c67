/**
 * The officers' desk as the graph is handed it. The graph moves nothing itself: which case exists for whom, and what may
 * be done with it, the desk decides. Its shape stands here so that the graph knows no other room's machinery.
 */
import type { PublicJwk } from '../../base/index.js';
import type { Explanation } from '../../register/index.js';
import {
  type CheckOutcome,
  type Clocks,
  type Conclusion,
  type DraftFault,
  type ItemPlace,
  MOTION_FAULTS,
  type Move,
  type Noted,
  type PaperMove,
  type RequestDocument,
  SHEET_FAULTS,
  type Sheet,
  type SignedPart,
} from '../../requests/index.js';
import type { CaseFile, CaseQuery, ListedCase } from '../../store/index.js';
import type { CaseOfficer } from './officer.js';

/** Why the desk does nothing. NO_CASE is the one answer for a case that is unknown and for one that is not yours. */
export const DESK_FAULTS = [
  ...new Set([...MOTION_FAULTS, ...SHEET_FAULTS]),
  'NO_CASE',
  'CONFLICT',
  'CHAIN_AT_FAULT',
  'DRAFT_INCOMPLETE',
  'SIGNATURE_REFUSED',
  'MATCH_MISSING',
  'NOT_A_DRAFT',
  'REVIEW_AFTER_TERM',
  'NOT_ON_PAPER',
  'PAPER_NOT_VERIFIED',
  'HAND_NOT_BORNE_OUT',
  'GRANT_ENDED',
  'OUTSIDE_INSTRUMENT',
  'STAMP_IN_FUTURE',
  'FILE_NOT_RECOGNISED',
  'FILE_TOO_LARGE',
  'TOO_MANY_ENCLOSURES',
  'UNKNOWN_ENCLOSURE',
] as const;
export type DeskFault = (typeof DESK_FAULTS)[number];

/** The case after the step, or why there was none. */
export type DeskAnswer =
  | { readonly file: CaseFile }
  | {
      readonly file: null;
      readonly fault: DeskFault;
      /** What is missing from a draft (9(2)). */
      readonly faults?: readonly DraftFault[];
      /** The items that are still open (10(1)). */
      readonly open?: readonly ItemPlace[];
    };

/** A move that an officer asks for in words of his own; the others are made by `sign` and `conclude`. */
export type PlainMove = Exclude<Move, { kind: 'SIGN' | 'RECEIVE' | 'ANSWER' | 'PARTLY_REFUSE' }>;

/** A case, and the officer's own id of the move: a UUID version 4, so that asking twice is one move. */
export interface MoveName {
  readonly case: string;
  readonly id: string;
}

/** A person of the register who may be the subject, best first. No value of the register is told. */
export interface FoundCandidate {
  /** The register's own key; it does not leave the gateway. */
  readonly person: string;
  /** 0 to 1; ranks, and is no probability. */
  readonly score: number;
  readonly explanation: Explanation;
}

/** An answer package as it was opened for one purpose; its entry stands in the ledger. */
export interface ShownAnswer {
  /** JSON text; null where the package says nothing under the purpose. */
  readonly answer: string | null;
  /** The answering gateway's receipt, as in the header `Exchange-Receipt`. */
  readonly receipt: string | null;
  readonly fault: 'PACKAGE_REFUSED' | 'PACKAGE_DESTROYED' | null;
}

type Answering = Promise<DeskAnswer>;

/** A paper that came, with the stamp of its receipt. */
export interface PaperGiven {
  readonly content: Uint8Array;
  readonly receivedAt: number;
  readonly registryNumber: string;
  readonly number: string | null;
}

/** What an officer verified of an enclosure. */
export interface CheckGiven {
  readonly outcome: CheckOutcome;
  readonly means: string;
  readonly signatory: string | null;
}

/** The letters that a requested authority writes (9(1), 10(4)). */
export const LETTER_KINDS = ['ANSWER', 'REFUSAL'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** A file as it is handed out. */
export interface HandedFile {
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

interface PaperDesk {
  registerPaper(
    officer: CaseOfficer,
    asked: {
      readonly id: string;
      readonly document: RequestDocument;
      readonly paper: PaperGiven;
      readonly signatory: string | null;
    },
  ): Answering;
  registerLetter(
    officer: CaseOfficer,
    asked: MoveName & {
      readonly move: PaperMove;
      readonly paper: PaperGiven;
      readonly check: CheckGiven;
    },
  ): Answering;
  attachSignature(
    officer: CaseOfficer,
    asked: MoveName & { readonly signs: SignedPart; readonly content: Uint8Array },
  ): Answering;
  checkEnclosure(
    officer: CaseOfficer,
    asked: CheckGiven & { readonly case: string; readonly enclosure: string },
  ): Answering;
  /** Null where the case or the enclosure does not exist for this officer. */
  enclosedFile(
    officer: CaseOfficer,
    asked: { readonly case: string; readonly enclosure: string },
  ): Promise<HandedFile | null>;
  letter(
    officer: CaseOfficer,
    asked: {
      readonly case: string;
      readonly kind: LetterKind;
      readonly office: string;
      readonly name: string;
    },
  ): Promise<
    { readonly letter: HandedFile } | { readonly letter: null; readonly fault: DeskFault }
  >;
}

export interface CaseDesk extends PaperDesk {
  draft(officer: CaseOfficer, document: RequestDocument): Answering;
  sign(
    officer: CaseOfficer,
    signed: MoveName & { readonly jws: string; readonly key: PublicJwk },
  ): Answering;
  move(officer: CaseOfficer, asked: MoveName & { readonly move: PlainMove }): Answering;
  assign(officer: CaseOfficer, on: { readonly case: string; readonly officer: string }): Answering;
  match(
    officer: CaseOfficer,
    found: { readonly case: string; readonly n: number; readonly person: string | null },
  ): Answering;
  note(
    officer: CaseOfficer,
    id: string,
    write: (sheet: Sheet, officer: CaseOfficer) => Noted,
  ): Answering;
  conclude(
    officer: CaseOfficer,
    asked: MoveName & Pick<Conclusion, 'conditions' | 'grantUntil'>,
  ): Answering;
  /** The case, where it exists for this officer. `id` may be anything. */
  show(officer: CaseOfficer, id: string): Promise<CaseFile | undefined>;
  /** One page of the cases that exist for this officer. */
  list(
    officer: CaseOfficer,
    query: Omit<CaseQuery, 'officer'>,
  ): Promise<{ readonly files: readonly ListedCase[]; readonly more: boolean }>;
  /** Who a subject may be; null where the case does not exist for this officer or is not in execution. */
  candidates(
    officer: CaseOfficer,
    subject: { readonly case: string; readonly n: number },
  ): Promise<readonly FoundCandidate[] | null>;
  /** What the other Party answered for a purpose; null where there is nothing that this officer may open. */
  answer(
    officer: CaseOfficer,
    asked: { readonly case: string; readonly purpose: string },
  ): Promise<ShownAnswer | null>;
  /** The legal clock of a case now; null where it has not been received. */
  clocks(file: ListedCase): Clocks | null;
}
