/**
 * What lies in a case beside its chain of moves: the scans of what came on paper (9(1)), and national signatures that
 * are not ours to make or verify (9(3)). Each has its file by digest and what an officer found when he looked at it.
 * Plain JSON; the bytes are kept apart.
 */
import type { Chain } from '../life/exchange/chain.js';
import type { Channel, MoverRole, Side } from '../life/moves.js';
import type { HoldReason } from '../standing/why-held.js';
import type { FileForm } from './file-form.js';

/** What a national signature is said to sign: the request's document, or what concluded the case. */
export const SIGNED_PARTS = ['REQUEST', 'ANSWER'] as const;
export type SignedPart = (typeof SIGNED_PARTS)[number];

export const CHECK_OUTCOMES = ['VERIFIED', 'NOT_VERIFIED'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** What was verified, by whom and how. The gateway itself verifies none of these: `verifier` has no other value. */
export type EnclosureCheck = {
  readonly verifier: 'OFFICER';
  readonly officer: string;
  readonly role: MoverRole;
  readonly at: number;
  readonly outcome: CheckOutcome;
  /** By which means: the specimen compared, the program used, whom one called. */
  readonly means: string;
  /** The person on the lists (9(3)) whose signature it was held against; null where nobody was. */
  readonly signatory: string | null;
  /** The letterhead sample of the lists that it was held against; null where they have none of this version. */
  readonly letterhead: { readonly version: string; readonly sha256: string } | null;
  /** Why the lists, as they were known then, do not bear it out; empty where they do. */
  readonly lists: readonly HoldReason[];
};

type Enclosed = {
  /** UUID version 4, the officer's own: the same enclosure twice is one. */
  readonly id: string;
  readonly file: FileForm & { readonly sha256: string; readonly size: number };
  readonly officer: string;
  readonly role: MoverRole;
  readonly at: number;
  /** In order; the last one counts. */
  readonly checks: readonly EnclosureCheck[];
};

/** Something that came on paper, with its receipt stamp. */
export type PaperEnclosure = Enclosed & {
  readonly kind: 'PAPER';
  /** The move that it brought. */
  readonly move: string;
  /** The stamp: day and time of receipt, from which 10(3) counts for a request. */
  readonly receivedAt: number;
  /** Its number in the register of what comes in. */
  readonly registryNumber: string;
  /** The number its sender gave it; null where it bears none. */
  readonly number: string | null;
};

/** A signature that this gateway cannot make, attached to what it signs. */
export type SignatureEnclosure = Enclosed & {
  readonly kind: 'SIGNATURE';
  readonly signs: SignedPart;
  /** SHA-256 of what it is said to sign, hexadecimal: the request's document, or the record that concluded the case. */
  readonly over: string;
};

export type Enclosure = PaperEnclosure | SignatureEnclosure;

/** Enclosures of one case at most. */
export const MOST_ENCLOSURES = 64;

/** How a request came, by its first record; null before it was received. */
export function channelOf(chain: Chain): Channel | null {
  const move = chain[0]?.motion.move;
  return move?.kind === 'RECEIVE' ? move.channel : null;
}

/** Whether a request came on paper: no gateway is on its other side, so that nothing of it is sent. */
export const isOnPaper = (chain: Chain): boolean => channelOf(chain) === 'PAPER';

/** The paper that a move came on; undefined for one that did not. */
export function paperOf(
  enclosures: readonly Enclosure[],
  move: string,
): PaperEnclosure | undefined {
  return enclosures.find((one): one is PaperEnclosure => one.kind === 'PAPER' && one.move === move);
}

/** What the last look at an enclosure found; null where nobody looked. */
export const lastCheck = ({ checks }: Enclosure): EnclosureCheck | null => checks.at(-1) ?? null;

/** Whether a case on paper stands on papers that were verified, every one of them: before that nothing opens (9(5)). */
export function isBorneOut(chain: Chain, enclosures: readonly Enclosure[]): boolean {
  if (!isOnPaper(chain)) return true;
  const papers = enclosures.filter(({ kind }) => kind === 'PAPER');
  return papers.length > 0 && papers.every((paper) => lastCheck(paper)?.outcome === 'VERIFIED');
}

/** Who may register and check on a side: on the requested one those who execute, on the other those who draft (9(3)). */
export const REGISTRARS: Readonly<Record<Side, readonly MoverRole[]>> = {
  REQUESTED: ['EXECUTING_OFFICER', 'COORDINATOR'],
  REQUESTING: ['REQUESTING_ANALYST', 'SIGNATORY'],
};
