/**
 * A mail on its way out, one attempt: signed, sent, and done with when the other gateway's receipt says that it was
 * judged. What is not judged yet is tried again; what never can be is a dead letter that an operator sees.
 */
import type { PartnerTransport } from '../partner/index.js';
import { bytesDigest, type NoticeReceipt } from '../requests/index.js';
import type { KeptMail } from '../store/index.js';
import { isHeldBack } from './custody/held-back.js';
import { signingKey } from './keys.js';
import { releaseNotices } from './notices/release.js';
import type { ExchangeRooms } from './rooms.js';

/** Sends one mail of the outbox. Resolves whatever becomes of it; rejects with Refusal(UNAVAILABLE) alone. */
export async function sendMail(
  rooms: ExchangeRooms,
  transport: PartnerTransport,
  id: string,
): Promise<'SENT' | 'AGAIN' | 'DEAD'> {
  const mail = await rooms.outbox.load(id);
  if (mail === undefined || mail.sent || mail.dead) return 'SENT';
  const attempt = await attemptOf(rooms, transport, mail);
  const became = await noteAttempt(rooms, id, attempt);
  // The next notice waited for this one.
  if (mail.about === 'NOTICE' && became !== 'AGAIN') await releaseNotices(rooms);
  return became;
}

async function noteAttempt(
  { outbox }: ExchangeRooms,
  id: string,
  attempt: Attempt,
): Promise<'SENT' | 'AGAIN' | 'DEAD'> {
  if (attempt.receipt === null) return outbox.failed(id, attempt);
  await outbox.sent(id, attempt.receipt);
  return 'SENT';
}

type Attempt =
  | { readonly receipt: string }
  | { readonly receipt: null; readonly code: string; readonly final: boolean };

async function attemptOf(
  rooms: ExchangeRooms,
  transport: PartnerTransport,
  { id, to, envelope, about, of }: KeptMail,
): Promise<Attempt> {
  if (await isHeldBack(rooms, { about, of, envelope })) return failed('CONSENT_WITHDRAWN', true);
  const sent = await transport.send(to, await rooms.post.write(envelope));
  switch (sent.outcome) {
    case 'DELIVERED':
      return judged(rooms, { id, to, envelope, about, of, receipt: sent.receipt });
    case 'CONFLICT':
      return failed('CONFLICT', true);
    case 'REFUSED':
      return failed(sent.code, true);
    case 'UNREACHABLE':
      return failed(sent.code, false);
  }
}

const failed = (code: string, final: boolean): Attempt => ({ receipt: null, code, final });

interface Delivered extends Pick<KeptMail, 'id' | 'to' | 'envelope' | 'about' | 'of'> {
  readonly receipt: string;
}

async function judged(
  rooms: ExchangeRooms,
  { id, to, envelope, receipt, about, of }: Delivered,
): Promise<Attempt> {
  const read = await rooms.post.openReceipt(receipt, (kid) => signingKey(rooms, to, kid));
  const digest = bytesDigest(Buffer.from(envelope));
  if ('fault' in read || read.id !== id || read.digest !== digest) {
    return failed('RECEIPT_REFUSED', false);
  }
  switch (read.delivery) {
    // The case is not known there yet, or an earlier record is still under way.
    case 'LATER':
      return failed(read.code ?? 'LATER', false);
    // Judged, and nothing came of it: an operator has to see it, or the case would wait in silence.
    case 'MISDIRECTED':
    case 'CONFLICT':
      return failed(read.code ?? read.delivery, true);
    case 'TAKEN':
    case 'DUPLICATE':
      return about === 'NOTICE' ? answered(rooms, { of, receipt, told: read.notice }) : { receipt };
    case 'HELD':
    case 'FAULT':
      return { receipt };
  }
}

interface Answered {
  /** The id of the notice. */
  readonly of: string;
  readonly receipt: string;
  readonly told: NoticeReceipt | undefined;
}

/** A notice is done with when its own receipt is there (9(4)): it says how the list stands at the partner's. */
async function answered(
  { notices, head }: ExchangeRooms,
  { of, receipt, told }: Answered,
): Promise<Attempt> {
  const from = head.ownAuthority;
  const kept = await notices.load({ id: of, from });
  if (told === undefined || told.notice !== of || told.digest !== kept?.digest) {
    return failed('RECEIPT_REFUSED', false);
  }
  await notices.answered({ id: of, from }, JSON.stringify(told));
  return { receipt };
}
