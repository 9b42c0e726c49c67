/** The receipts that came with an answer package are kept as soon as it is taken: nobody need open it for that. */
import type { Json } from '../../base/index.js';
import { canonicalJson, readObject } from '../../base/index.js';
import {
  checkStanding,
  type NoteKey,
  openReceipt,
  parseReceipt,
  type Receipt,
} from '../../ledger/index.js';
import type { KeptReceipt } from '../../store/index.js';
import { signingKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';

type ReceiptRooms = Pick<
  ExchangeRooms,
  'post' | 'own' | 'book' | 'clock' | 'receipts' | 'partnerLogs'
>;

/** A package as it came from an authority; attacker-controlled. */
export interface BroughtPackage {
  readonly from: string;
  /** Compact JWE. */
  readonly package: string;
}

/**
 * Keeps the receipts of a package; those that do not speak of its answers, or that the partner's log did not sign, are
 * none. Rejects with Refusal(UNAVAILABLE).
 */
export async function keepReceipts(
  rooms: ReceiptRooms,
  { from, package: jwe }: BroughtPackage,
): Promise<void> {
  const { post, own, receipts, partnerLogs, clock } = rooms;
  const find = (kid: string) => signingKey(rooms, from, kid);
  const opened = await post.openAnswer(jwe, { own, find });
  if ('fault' in opened) return;
  const log = partnerLogs.get(from);
  const good = receiptsIn(opened.answer).filter((receipt) => isOfLog(receipt, log));
  if (good.length > 0) await receipts.keep(good.map(withoutSalt), clock.now());
}

function receiptsIn(text: string): readonly Receipt[] {
  const { answers } = readObject(Buffer.from(text)) ?? {};
  return Array.isArray(answers) ? answers.flatMap(receiptOf) : [];
}

function receiptOf(packed: Json): readonly Receipt[] {
  if (typeof packed !== 'object' || packed === null || Array.isArray(packed)) return [];
  const { answer, receipt: given = null } = packed as { readonly [name: string]: Json };
  const receipt = parseReceipt(Buffer.from(canonicalJson(given)).toString('base64url'));
  if (typeof answer !== 'string' || receipt === undefined) return [];
  return openReceipt(receipt, Buffer.from(answer)) === undefined ? [] : [receipt];
}

/** Where the partner's verifier key is registered, its log signed the receipt; without one nobody can tell. */
export const isOfLog = (receipt: Receipt, log: NoteKey | undefined): boolean =>
  log === undefined ||
  (receipt.origin === log.name && checkStanding(receipt, log.publicKey).fault === null);

const withoutSalt = ({ salt: _, ...receipt }: Receipt): KeptReceipt => receipt;
