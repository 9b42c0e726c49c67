/** Which keys of a partner's gateway are good now: listed for it and not revoked, asked for every message (9(4)). */
import type { RecipientKey, VerificationKey } from '../partner/index.js';
import { messageKeysAt } from '../requests/index.js';
import type { ExchangeRooms } from './rooms.js';

type KeyRooms = Pick<ExchangeRooms, 'book' | 'clock'>;

/** The key of this kid, where the authority's gateway signs with it now. */
export async function signingKey(
  { book, clock }: KeyRooms,
  authority: string,
  kid: string,
): Promise<VerificationKey | undefined> {
  const keys = messageKeysAt(await book.standing(), { authority, use: 'SIGNATURE' }, clock.now());
  return keys.some((key) => key.kid === kid) ? book.key(kid) : undefined;
}

/** A key to which an answer for the authority may be encrypted now; undefined where none is listed. */
export async function recipientKey(
  { book, clock }: KeyRooms,
  authority: string,
): Promise<RecipientKey | undefined> {
  const keys = messageKeysAt(await book.standing(), { authority, use: 'ENCRYPTION' }, clock.now());
  const newest = keys.at(-1);
  return newest && book.recipient(newest.kid);
}
