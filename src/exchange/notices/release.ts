/** Own notices on their way out (9(4)): kept by the operator's command, sealed here, and only then let go, one by one. */
import { toldNoticeEntry } from '../../journal/index.js';
import type { UnsealedNotice } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';
import { readEnvelopeOf } from './envelope-of.js';

const AT_ONCE = 100;

/** Seals and lets go what may go now: to each partner the oldest, when the one before it was judged. */
export async function releaseNotices(rooms: ExchangeRooms): Promise<void> {
  for (const kept of await rooms.notices.unsealed(AT_ONCE)) await release(rooms, kept);
}

async function release(rooms: ExchangeRooms, kept: UnsealedNotice): Promise<void> {
  const opened = await readEnvelopeOf(rooms, kept);
  const { document: notice, kid } = opened;
  const told = { notice, digest: kept.digest, kid };
  await rooms.ledger.seal(toldNoticeEntry(rooms.head, told), Buffer.from(kept.document));
  await rooms.notices.sealed(kept.id, kept.from);
  await rooms.outbox.seal(kept.mail);
}
