/**
 * What came, without what was taken back or replaced since (11(4), 11(5)): an answer is read as it came for as long as
 * nothing of it was, and from then on without it. What replaces a value is read as what is held.
 */
import { canonicalJson, parseStrictJson } from '../../base/index.js';
import { closedScopes, struckOut } from '../../custody/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** The text of an answer as it may be read now; the same text where nothing was closed. */
export async function withoutClosed(
  { custodyFiles }: Pick<ExchangeRooms, 'custodyFiles'>,
  about: string,
  answer: string,
): Promise<string> {
  const file = await custodyFiles.load(about);
  const closed = file === undefined ? [] : closedScopes(file);
  if (closed.length === 0) return answer;
  return canonicalJson(struckOut(parseStrictJson(Buffer.from(answer)), closed));
}
