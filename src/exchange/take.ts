/**
 * The path of a partner's message: opened (signature, shape), known or new, weighed in its case, sealed, kept, and only
 * then acknowledged. What is refused here is told by a code; what is not about the sender's own case is told nothing.
 */
import type { MailReceipt, OpenedMail } from '../partner/index.js';
import {
  type Case,
  caseOf,
  type Delivery,
  deliver,
  type Envelope,
  isOnPaper,
  type Message,
  makeMove,
  openSheet,
  type RequestDocument,
} from '../requests/index.js';
import type { CaseFile, Kept } from '../store/index.js';
import { weighArrival } from './arrival.js';
import { readOnce } from './book.js';
import { takeCustody } from './custody/take.js';
import { isOneTooMany } from './declines.js';
import { keep, leave } from './file.js';
import { holdAnswer } from './holding/hold-answer.js';
import { signingKey } from './keys.js';
import { takeNotice } from './notices/take.js';
import { readFiled } from './read-filed.js';
import { keepReceipts } from './receipts/keep.js';
import type { ExchangeRooms } from './rooms.js';
import { heldFor } from './signatory.js';
import type { Taken } from './taken.js';
import { takeProvision } from './unasked/take.js';

/** Mail as the door hands it in: from the authority whose certificate and signature were recognised. */
export interface PartnerMail {
  readonly authority: string;
  /** Compact JWS; attacker-controlled. */
  readonly body: string;
}

/** Why mail is not judged as a message of a case. Closed; the constant words of the answer. */
export type MailRefusal = 'MAIL_REFUSED' | 'MAIL_CONFLICT' | 'TOO_MANY_DECLINED';

export type MailReply =
  | { readonly receipt: string }
  | { readonly receipt: null; readonly code: MailRefusal };

/** Takes a partner's message. Rejects with Refusal(LEDGER_UNAVAILABLE | UNAVAILABLE) where it cannot be kept. */
export async function takeMail(rooms: ExchangeRooms, mail: PartnerMail): Promise<MailReply> {
  const reading = { ...rooms, book: readOnce(rooms.book) };
  const opened = await rooms.post.open(mail.body, (kid) =>
    signingKey(reading, mail.authority, kid),
  );
  if ('fault' in opened || !isAddressed(opened, mail, rooms)) return refused('MAIL_REFUSED');
  const { envelope, digest } = opened;
  const { id, from } = envelope;
  // Before anything is kept of it: nothing that was recorded or declined before is among these.
  if (await isOneTooMany(rooms, envelope)) return refused('TOO_MANY_DECLINED');
  const known = await rooms.inbox.take({ id, from, digest });
  if (known === 'CONFLICT') return refused('MAIL_CONFLICT');
  if (known !== 'NEW') return { receipt: known.receipt };
  const { message } = envelope;
  switch (message.kind) {
    case 'PROVISION':
      return answer(rooms, opened, await takeProvision(rooms, envelope));
    case 'NOTICE':
      return answer(rooms, opened, await takeNotice(rooms, envelope));
    case 'CUSTODY':
      return answer(rooms, opened, await takeCustody(rooms, envelope));
    default: {
      const arriving = await openArriving(reading, envelope);
      return rooms.cases.change(caseOf(message), async (found) =>
        answered(rooms, opened, await step(rooms, { found, envelope, message, arriving })),
      );
    }
  }
}

/** The receipt of mail, signed. */
const receiptOf = ({ post }: ExchangeRooms, { envelope, digest }: OpenedMail, taken: Taken) =>
  post.writeReceipt({ v: 1, id: envelope.id, digest, ...taken } satisfies MailReceipt);

/** Answers mail that changed no case, or that changed what is kept already. */
async function answer(rooms: ExchangeRooms, mail: OpenedMail, taken: Taken): Promise<MailReply> {
  const receipt = await receiptOf(rooms, mail, taken);
  if (taken.delivery === 'LATER') return { receipt };
  return { receipt: await rooms.inbox.answered(mail.envelope, receipt) };
}

/** A step with the receipt of the mail that brought it: kept as a whole or not at all. */
async function answered(
  rooms: ExchangeRooms,
  mail: OpenedMail,
  left: Kept<Taken>,
): Promise<Kept<MailReply>> {
  const { file, result: taken } = left;
  await keepBrought(rooms, mail.envelope, taken);
  if (file === null) return leave(await answer(rooms, mail, taken));
  const { id, from } = mail.envelope;
  const receipt = await receiptOf(rooms, mail, taken);
  return {
    ...left,
    // LATER asks for the same mail again: it is not done with.
    receipt: taken.delivery === 'LATER' ? null : { id, from, receipt },
    result: { receipt },
  };
}

/** The receipts of an answer: before the change that it brings, so that whatever is kept has them. */
async function keepBrought(
  rooms: ExchangeRooms,
  { from, answer }: Envelope,
  { delivery }: Taken,
): Promise<void> {
  const isKept = delivery === 'TAKEN' || delivery === 'HELD' || delivery === 'DUPLICATE';
  if (answer !== null && isKept) await keepReceipts(rooms, { from, package: answer });
}

const refused = (code: MailRefusal): MailReply => ({ receipt: null, code });

const isAddressed = (
  { envelope }: OpenedMail,
  { authority }: PartnerMail,
  { head }: ExchangeRooms,
): boolean => envelope.from === authority && envelope.to === head.ownAuthority;

/** A request whose signature is good, and why it is held nevertheless. */
interface Arriving {
  readonly document: RequestDocument;
  readonly held: readonly string[];
}

/** Null where the message brings no request, or one whose signature is not good. */
async function openArriving(rooms: ExchangeRooms, envelope: Envelope): Promise<Arriving | null> {
  const { message, document: jws, key } = envelope;
  if (message.kind !== 'REQUEST' || jws === null || key === null) return null;
  const opened = await rooms.post.openRequest(jws, key);
  if ('fault' in opened) return null;
  const { document, kid } = opened;
  const { writtenAt } = document;
  return { document, held: await heldFor(rooms, document, { kid, writtenAt }) };
}

interface Step {
  readonly found: CaseFile | undefined;
  readonly envelope: Envelope;
  readonly message: Message;
  readonly arriving: Arriving | null;
}

async function step(rooms: ExchangeRooms, given: Step): Promise<Kept<Taken>> {
  const { found, envelope, message } = given;
  if (found === undefined) return first(rooms, given);
  // Somebody else's case does not exist for this sender (11(1)), nor does one on paper: no gateway moves in it.
  if (!isOtherSide(found, envelope.from)) return leave({ delivery: 'LATER', code: null });
  const arrival = { gateway: rooms.gateway, now: rooms.clock.now() };
  const stepped = deliver(found.case, message, arrival);
  const told: Taken = { delivery: stepped.delivery, code: null };
  if (stepped.case === undefined) return leave(told);
  const file = { ...found, case: stepped.case };
  const document = await readFiled(rooms, found);
  await holdBrought(rooms, { file, document, envelope }, stepped.delivery);
  return keep(rooms, { before: found, file, document, outgoing: stepped.outgoing }, told);
}

interface Brought {
  readonly file: CaseFile;
  readonly document: RequestDocument | null;
  readonly envelope: Envelope;
}

// A package comes with the record that it answers by, once; whatever else brings one brings nothing.
async function holdBrought(
  rooms: ExchangeRooms,
  { file, document, envelope }: Brought,
  delivery: Delivery,
): Promise<void> {
  const { message, answer } = envelope;
  const isNew = delivery === 'TAKEN' || delivery === 'HELD';
  if (message.kind !== 'RECORD' || !isNew || answer === null) return;
  await holdAnswer(rooms, { file, document, record: message.record, package: answer });
}

async function first(
  rooms: ExchangeRooms,
  { envelope, message, arriving }: Step,
): Promise<Kept<Taken>> {
  const { from, to } = envelope;
  if (message.kind !== 'REQUEST') return leave({ delivery: 'LATER', code: null });
  if (arriving === null) return leave({ delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' });
  const now = rooms.clock.now();
  const { document, held } = arriving;
  const weighed = weighArrival({ document, head: message.head, from, to, held, now }, rooms);
  if (weighed.head === null) return leave({ delivery: 'MISDIRECTED', code: weighed.fault });
  const received = deliver(undefined, message, { gateway: rooms.gateway, now });
  if (received.case === undefined) return leave({ delivery: received.delivery, code: null });
  const asked = weighed.asks === null ? undefined : askAtOnce(rooms, received.case, weighed.asks);
  const file: CaseFile = {
    case: asked?.case ?? received.case,
    instrument: document.instrument,
    requestingAuthority: from,
    requestedAuthority: to,
    unit: document.requesting.unit,
    draft: null,
    document: envelope.document,
    key: envelope.key,
    sheet: openSheet(message.head.wanted),
    matches: {},
    officers: [],
    held,
    answer: null,
    enclosures: [],
    dueBefore: null,
    reviewAt: null,
    notices: [],
    wakeAt: null,
  };
  const outgoing = [...received.outgoing, ...(asked?.outgoing ?? [])];
  const told = { delivery: received.delivery, code: null };
  return keep(rooms, { before: undefined, file, document, outgoing }, told);
}

/** The machine puts its question: it opens nothing, so no officer need decide it. */
export function askAtOnce(
  rooms: ExchangeRooms,
  found: Case,
  move: Parameters<typeof makeMove>[1]['move'],
) {
  const now = rooms.clock.now();
  const by = { side: 'REQUESTED', role: 'GATEWAY', officer: rooms.gateway } as const;
  return makeMove(found, { case: found.head.id, id: rooms.ids.uuid(), by, at: now, move }, now);
}

function isOtherSide({ case: kept, ...file }: CaseFile, from: string): boolean {
  if (isOnPaper(kept.chain)) return false;
  return from === (kept.side === 'REQUESTED' ? file.requestingAuthority : file.requestedAuthority);
}
