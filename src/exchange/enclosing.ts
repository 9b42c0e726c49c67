/** What an officer hands in beside a case: a paper with its stamp, a signature, and what he found when he looked at it. */
import {
  type CheckOutcome,
  type EnclosureCheck,
  type FileForm,
  type FileFormat,
  fileDigest,
  LONGEST_FILE,
  letterheadAt,
  type Mover,
  type PaperMove,
  type RequestDocument,
  recogniseFile,
  type SignedPart,
  whyHeldByHand,
} from '../requests/index.js';
import type { DeskFault } from './desk-answer.js';
import type { ExchangeRooms } from './rooms.js';

/** A paper as a clerk has it before him: the scan, and the stamp of its receipt. */
export interface PaperGiven {
  readonly content: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly registryNumber: string;
  /** The number its sender gave it; null where it bears none. */
  readonly number: string | null;
}

/** What an officer found, as he puts it. */
export interface CheckGiven {
  readonly outcome: CheckOutcome;
  readonly means: string;
  /** The person on the lists (9(3)) whose signature it was held against; null where nobody was. */
  readonly signatory: string | null;
}

export interface PaperRequest {
  /** UUID version 4, the officer's own: registering twice is registering once. */
  readonly id: string;
  /** What the paper says, as Article 9(2) has it; the case's id takes the place of its own. */
  readonly document: RequestDocument;
  readonly paper: PaperGiven;
  readonly signatory: string | null;
}

export interface PaperLetter {
  readonly case: string;
  readonly id: string;
  readonly move: PaperMove;
  readonly paper: PaperGiven;
  readonly check: CheckGiven;
}

export interface SignatureGiven {
  readonly case: string;
  readonly id: string;
  readonly signs: SignedPart;
  readonly content: Uint8Array;
}

export interface CheckAsked extends CheckGiven {
  readonly case: string;
  readonly enclosure: string;
}

type Recognised =
  | { readonly file: FileForm & { readonly sha256: string; readonly size: number } }
  | { readonly file: null; readonly fault: DeskFault };

/** The file as a case names it, or why it is not taken; a scan of paper is no CMS. */
export function recognised(content: Uint8Array, formats: readonly FileFormat[]): Recognised {
  if (content.length > LONGEST_FILE) return { file: null, fault: 'FILE_TOO_LARGE' };
  const form = recogniseFile(content);
  return form === undefined || !formats.includes(form.format)
    ? { file: null, fault: 'FILE_NOT_RECOGNISED' }
    : { file: { ...form, sha256: fileDigest(content), size: content.length } };
}

interface Checking {
  readonly document: RequestDocument;
  readonly given: CheckGiven;
  readonly by: Mover;
  /** Milliseconds since the epoch: when what is looked at was written. */
  readonly writtenAt: number;
}

/** A check with what the lists say to it, as they are known now (9(3), 9(4)). */
export async function checkOf(
  { book, clock }: Pick<ExchangeRooms, 'book' | 'clock'>,
  { document, given, by, writtenAt }: Checking,
): Promise<EnclosureCheck> {
  const { outcome, means, signatory } = given;
  const now = clock.now();
  const standing = await book.standing();
  // The date that a letter bears is its writer's word: one who signs no longer when it comes could write any.
  const moments = [Math.min(writtenAt, now), now];
  const lists = moments.flatMap((signedAt) =>
    whyHeldByHand(standing, { document, signatory, signedAt, decidedAt: now }),
  );
  const asked = { authority: document.requesting.authority, version: document.letterhead };
  const sample = letterheadAt(standing, asked, { validAt: moments[0] ?? now, knownAt: now });
  return {
    ...{ verifier: 'OFFICER', officer: by.officer, role: by.role, at: now },
    ...{ outcome, means, signatory, lists: [...new Set(lists)] },
    letterhead: sample === undefined ? null : { version: sample.version, sha256: sample.sha256 },
  };
}
