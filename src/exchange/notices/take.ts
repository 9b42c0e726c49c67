/**
 * A notice of change that arrives (2, 9(3), 9(4), memorandum 5): signed by a signatory whom the lists bear out, about
 * facts that are its sender's to tell, newer than what was told before. It is recorded whole or not at all, and the
 * receipt says how the list stands here after it.
 */
import { toldNoticeEntry } from '../../journal/index.js';
import {
  type Envelope,
  type NoticeOfChange,
  type NoticeReceipt,
  noticeDigest,
  noticeParts,
  receiveNotice,
  whyNotTold,
} from '../../requests/index.js';
import type { KeptNotice } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';
import { isBorneOut } from '../signatory.js';
import type { Taken } from '../taken.js';

/** Takes a notice; what it comes to, with the code for which it changes nothing. */
export async function takeNotice(rooms: ExchangeRooms, envelope: Envelope): Promise<Taken> {
  const opened = await openBrought(rooms, envelope);
  if (opened === null) return { delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' };
  const { document: notice, kid } = opened;
  const { from, writtenAt } = notice;
  const known = await rooms.notices.load(notice);
  if (known !== undefined) return again(known, notice);
  const signed = { authority: from, instrument: null, kid, writtenAt };
  if (!(await isBorneOut(rooms, signed)))
    return { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
  const last = await rooms.notices.lastFrom(from);
  if (last !== null && Date.parse(writtenAt) < last) {
    return { delivery: 'MISDIRECTED', code: 'NOTICE_STALE' };
  }
  return recordNotice(rooms, { notice, kid, jws: envelope.document ?? '' });
}

async function openBrought(rooms: ExchangeRooms, envelope: Envelope) {
  const { message, document: jws, key, from, to } = envelope;
  if (message.kind !== 'NOTICE' || jws === null || key === null) return null;
  const opened = await rooms.post.openNotice(jws, key);
  if ('fault' in opened) return null;
  const { document } = opened;
  const isThis =
    document.id === message.id &&
    noticeDigest(document) === message.digest &&
    document.from === from &&
    document.to === to;
  return isThis ? opened : null;
}

// The same notice in another envelope is told the same again, and changes nothing.
function again({ digest, receipt }: KeptNotice, notice: NoticeOfChange): Taken {
  if (digest !== noticeDigest(notice) || receipt === null) {
    return { delivery: 'CONFLICT', code: null };
  }
  // Written by `recordNotice` alone.
  return { delivery: 'DUPLICATE', code: null, notice: JSON.parse(receipt) as NoticeReceipt };
}

interface Recording {
  readonly notice: NoticeOfChange;
  readonly kid: string;
  readonly jws: string;
}

async function recordNotice(rooms: ExchangeRooms, { notice, kid, jws }: Recording): Promise<Taken> {
  const now = rooms.clock.now();
  const standing = await rooms.book.standing();
  const why = whyNotTold(standing, notice, now);
  if (why !== undefined) return { delivery: 'MISDIRECTED', code: why };
  const { receipt } = receiveNotice(standing, notice, now);
  const digest = noticeDigest(notice);
  // Sealed before it is recorded. What follows may be cut off and done again: recording the same twice is once.
  await rooms.ledger.seal(toldNoticeEntry(rooms.head, { notice, digest, kid }), Buffer.from(jws));
  for (const { authority, part } of noticeParts(notice)) {
    await rooms.book.change(authority, (before) => receiveNotice(before, part, now).standing);
  }
  await rooms.notices.keep(
    { ...keptNotice(notice, jws, now), receipt: JSON.stringify(receipt) },
    null,
  );
  return { delivery: 'TAKEN', code: null, notice: receipt };
}

function keptNotice(notice: NoticeOfChange, document: string, now: number): KeptNotice {
  const { id, from, to, list, writtenAt, effectiveFrom } = notice;
  return {
    ...{
      id,
      from,
      to,
      list,
      document,
      digest: noticeDigest(notice),
      recordedAt: now,
      receipt: null,
    },
    // A date ahead of our clock must not make every later notice a stale one.
    writtenAt: Math.min(Date.parse(writtenAt), now),
    effectiveFrom: Date.parse(effectiveFrom),
  };
}
