/**
 * Two gateways reconcile their logs: each disclosure that one logged is paired with the receipt that the other holds
 * . What has no pair is told to the operators of both sides, by index; each then looks in its own log.
 */
import type { Clock } from '../../base/index.js';
import {
  isDisclosure,
  type LedgerReader,
  leafHash,
  originOf,
  type PlacedLeaf,
  pairLeaves,
  parseEntry,
  type Unpaired,
} from '../../ledger/index.js';
import type { PartnerTransport, Post } from '../../partner/index.js';
import type { Receipts } from '../../store/index.js';
import { signingKey } from '../keys.js';
import type { Book } from '../rooms.js';
import type { MailReply, PartnerMail } from '../take.js';
import {
  answerJson,
  type LeafAnswer,
  type LeafQuestion,
  MOST_ASKED,
  MOST_TOLD,
  questionJson,
  readAnswer,
  readQuestion,
} from './question.js';

export interface ReconcileRooms {
  readonly post: Post;
  readonly book: Book;
  readonly receipts: Receipts;
  readonly reader: LedgerReader;
  readonly ownAuthority: string;
  /** The name of the log that an authority keeps of the exchange with another. */
  readonly logOf: (counterpart: string, keeper: string) => string;
  readonly clock: Clock;
}

/** Answers a partner's question about the log that it keeps of the exchange with us, or we of that with it. */
export async function takeLeafQuestion(
  rooms: ReconcileRooms,
  { authority, body }: PartnerMail,
): Promise<MailReply> {
  const { post, ownAuthority } = rooms;
  const opened = await post.openLeaves(body, (kid) => signingKey(rooms, authority, kid));
  const addressed = { from: authority, to: ownAuthority };
  const asked = 'fault' in opened ? undefined : readQuestion(opened.json, addressed);
  const isTheirs = asked !== undefined && isOfExchange(rooms, asked.origin, authority);
  if (!isTheirs) return { receipt: null, code: 'MAIL_REFUSED' };
  const told = await leavesHere(rooms, authority, asked);
  const answer = answerJson({ from: ownAuthority, to: authority }, told);
  return { receipt: await post.writeLeaves(answer) };
}

/** Of the two logs of this exchange, and no other (11(1)). */
const isOfExchange = (rooms: ReconcileRooms, origin: string, partner: string): boolean =>
  origin === ownLog(rooms, partner) || origin === theirLog(rooms, partner);

const ownLog = ({ ownAuthority, logOf }: ReconcileRooms, partner: string): string =>
  originOf(ownAuthority, logOf(partner, ownAuthority));
const theirLog = ({ ownAuthority, logOf }: ReconcileRooms, partner: string): string =>
  originOf(partner, logOf(ownAuthority, partner));

/** What this side has of a range: disclosures of its own log, receipts of the other's. */
async function leavesHere(
  rooms: ReconcileRooms,
  partner: string,
  asked: LeafQuestion,
): Promise<LeafAnswer> {
  const { origin, first, end } = asked;
  if (origin !== ownLog(rooms, partner)) {
    const held = (await rooms.receipts.list(origin, first, end)).slice(0, MOST_TOLD);
    return { ...asked, size: null, leaves: held.map(placed) };
  }
  const head = await rooms.reader.head(origin);
  if (head === undefined) return { ...asked, size: 0, leaves: [] };
  const leaves = await rooms.reader.leaves(head.logId, first, Math.min(end - first, MOST_ASKED));
  const disclosed = leaves.flatMap((leaf, at) => {
    const entry = parseEntry(leaf);
    const isGiven = entry !== undefined && isDisclosure(entry, partner);
    return isGiven ? [{ index: first + at, leafHash: hashOf(leaf) }] : [];
  });
  return { ...asked, size: head.size, leaves: disclosed };
}

const placed = ({ index, leafHash }: PlacedLeaf): PlacedLeaf => ({ index, leafHash });
const hashOf = (leaf: string): string =>
  Buffer.from(leafHash(Buffer.from(leaf))).toString('base64');

/** What became of one log of one exchange. */
export interface Reconciled extends Unpaired {
  readonly origin: string;
  /** Entries that were looked at. */
  readonly size: number;
}

/** Reconciles both logs of the exchange with a partner; undefined where it cannot be asked, or its answer is none. */
export async function reconcile(
  rooms: ReconcileRooms,
  transport: PartnerTransport,
  partner: string,
): Promise<readonly Reconciled[] | undefined> {
  const own = await reconcileLog(rooms, transport, { partner, origin: ownLog(rooms, partner) });
  const theirs = await reconcileLog(rooms, transport, {
    partner,
    origin: theirLog(rooms, partner),
  });
  return own && theirs && [own, theirs];
}

/** Questions about one log: no partner keeps us asking by a size that it only claims. Enough for 256 million entries. */
const MOST_QUESTIONS = 1_000_000;

interface Log {
  readonly partner: string;
  readonly origin: string;
}

async function reconcileLog(
  rooms: ReconcileRooms,
  transport: PartnerTransport,
  log: Log,
): Promise<Reconciled | undefined> {
  const found: Collected = { unreceived: [], unentered: [], differing: [] };
  let size = 0;
  let first = 0;
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    if (first === Number.MAX_SAFE_INTEGER) return { origin: log.origin, size, ...found };
    // Beyond the end too: a receipt that stands there is of an entry that was cut off.
    const end = first > size ? Number.MAX_SAFE_INTEGER : first + MOST_ASKED;
    const question = { origin: log.origin, first, end };
    const here = await leavesHere(rooms, log.partner, question);
    const there = await ask(rooms, transport, { partner: log.partner, asked: question });
    if (there === undefined) return undefined;
    const [ours, theirs] = here.size === null ? [there, here] : [here, there];
    size = ours.size ?? 0;
    collect(found, pairLeaves(ours.leaves, theirs.leaves));
    first = end;
  }
  return undefined;
}

type Collected = { readonly [Kind in keyof Unpaired]: number[] };

function collect(found: Collected, { unreceived, unentered, differing }: Unpaired): void {
  found.unreceived.push(...unreceived);
  found.unentered.push(...unentered);
  found.differing.push(...differing);
}

async function ask(
  rooms: ReconcileRooms,
  transport: PartnerTransport,
  { partner, asked }: { readonly partner: string; readonly asked: LeafQuestion },
): Promise<LeafAnswer | undefined> {
  const { post, ownAuthority } = rooms;
  const question = questionJson({ from: ownAuthority, to: partner }, asked);
  const sent = await transport.send(partner, await post.writeLeaves(question));
  if (sent.outcome !== 'DELIVERED') return undefined;
  const opened = await post.openLeaves(sent.receipt, (kid) => signingKey(rooms, partner, kid));
  const addressed = { from: partner, to: ownAuthority };
  return 'fault' in opened ? undefined : readAnswer(opened.json, addressed, asked);
}
