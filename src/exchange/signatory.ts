/** Whether the lists bear out who signed a document that came (9(3)): when it was written, and when it came. */
import { type SignedPaper, whyHeld } from '../requests/index.js';
import type { ExchangeRooms } from './rooms.js';

export interface SignedBy {
  readonly authority: string;
  /** Null for what is under no instrument. */
  readonly instrument: string | null;
  readonly kid: string;
  /** As the document says. */
  readonly writtenAt: string;
}

/** Whether no list speaks against the signature. */
export async function isBorneOut(rooms: ExchangeRooms, signed: SignedBy): Promise<boolean> {
  const { authority, instrument, kid, writtenAt } = signed;
  const paper = { requesting: { authority, name: '' }, letterhead: '', instrument };
  return (await heldFor(rooms, paper, { kid, writtenAt })).length === 0;
}

/** Why the lists do not bear it out. */
export async function heldFor(
  { book, clock }: Pick<ExchangeRooms, 'book' | 'clock'>,
  document: SignedPaper,
  { kid, writtenAt }: Pick<SignedBy, 'kid' | 'writtenAt'>,
): Promise<readonly string[]> {
  const standing = await book.standing();
  const decidedAt = clock.now();
  // The date that a document bears is its writer's word: one who signs no longer when it comes could write any.
  const moments = [Math.min(Date.parse(writtenAt), decidedAt), decidedAt];
  const held = moments.flatMap((signedAt) =>
    whyHeld(standing, { document, kid, signedAt, decidedAt }),
  );
  return [...new Set(held)];
}
