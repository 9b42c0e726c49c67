/**
 * A request that came on paper (9(1)) becomes a case: what it says is weighed as one that arrives is, its term runs from
 * the receipt stamp, and what the lists do not bear out is doubted at once (9(5)). Nothing opens before an officer has
 * said what he verified.
 */
import { createHash } from 'node:crypto';
import {
  digestOf,
  type Motion,
  type Mover,
  openReceived,
  openSheet,
  type PaperEnclosure,
  paperOf,
  type RequestDocument,
  weigh,
  whyHeldByHand,
} from '../requests/index.js';
import type { CaseFile, Kept } from '../store/index.js';
import { headOf, weighArrival } from './arrival.js';
import { type DeskAnswer, no } from './desk-answer.js';
import { type PaperRequest, recognised } from './enclosing.js';
import { keep, leave } from './file.js';
import { isOnCase, type Officer, registrarOf } from './officer.js';
import type { ExchangeRooms } from './rooms.js';
import { askAtOnce } from './take.js';

/** Registers it; the same registration again gives the case that there is. */
export async function registerRequest(
  rooms: ExchangeRooms,
  officer: Officer,
  asked: PaperRequest,
): Promise<DeskAnswer> {
  const by = registrarOf('REQUESTED', officer);
  const own = rooms.head.ownAuthority;
  const { requested } = asked.document;
  if (by === null || requested.authority !== own) return { file: null, fault: 'NOT_THIS_ROLE' };
  const document = { ...asked.document, id: paperCaseId(officer, asked.id) };
  const paper = paperFrom(asked, { by, move: document.id, at: rooms.clock.now() });
  if (typeof paper === 'string') return { file: null, fault: paper };
  return rooms.cases.change(document.id, (found) =>
    found === undefined
      ? openCase(rooms, { asked, by, document, paper })
      : again(found, { officer, document, paper }),
  );
}

/**
 * The id of the case: the officer's own id of the registration under his service number. So the same registration is the
 * same case, and nobody meets another's case by choosing an id (11(1)).
 */
function paperCaseId({ authority, officer }: Officer, id: string): string {
  const name = JSON.stringify(['paper', authority, officer, id]);
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

interface Registering {
  readonly by: Mover;
  readonly move: string;
  readonly at: number;
}

function paperFrom({ id, paper }: PaperRequest, { by, move, at }: Registering) {
  const { content, receivedAt, registryNumber, number } = paper;
  const read = recognised(content, ['SCAN', 'PADES']);
  if (read.file === null) return read.fault;
  if (receivedAt > at) return 'STAMP_IN_FUTURE' as const;
  const { officer, role } = by;
  const made: PaperEnclosure = {
    ...{ kind: 'PAPER', id, move, file: read.file, officer, role, at, checks: [] },
    ...{ receivedAt, registryNumber, number },
  };
  return made;
}

interface Known {
  readonly officer: Officer;
  readonly document: RequestDocument;
  readonly paper: PaperEnclosure;
}

function again(found: CaseFile, { officer, document, paper }: Known): Kept<DeskAnswer> {
  if (!isOnCase(found, officer)) return no('NO_CASE');
  const first = paperOf(found.enclosures, document.id);
  const isSame =
    first !== undefined &&
    digestOf({ ...first, checks: [] }) === digestOf({ ...paper, at: first.at }) &&
    found.case.head.request === headOf(document).request;
  return isSame ? leave({ file: found }) : no('CONFLICT');
}

interface Opening {
  readonly asked: PaperRequest;
  readonly by: Mover;
  readonly document: RequestDocument;
  readonly paper: PaperEnclosure;
}

async function openCase(
  rooms: ExchangeRooms,
  { asked, by, document, paper }: Opening,
): Promise<Kept<DeskAnswer>> {
  const now = rooms.clock.now();
  const { receivedAt } = paper;
  const head = headOf(document);
  const motion: Motion = {
    ...{ case: head.id, id: head.id, by, at: now },
    move: { kind: 'RECEIVE', receivedAt, channel: 'PAPER' },
  };
  const { wanted } = head;
  const weighed = weigh({ state: 'SENT', wanted, question: null, grantUntil: null, now }, motion);
  if (weighed.to === null) return no(weighed.fault);
  const held = await heldFor(rooms, { document, signatory: asked.signatory });
  const { requesting, requested } = document;
  const from = { from: requesting.authority, to: requested.authority };
  // By the law of the day on which it came, whenever it is registered.
  const arrived = weighArrival({ document, head, ...from, held, now: receivedAt }, rooms);
  if (arrived.head === null) {
    const { faults } = arrived;
    return leave({ file: null, fault: 'OUTSIDE_INSTRUMENT', faults });
  }
  const received = openReceived(head, { by, receivedAt, channel: 'PAPER' }, now);
  const doubted = arrived.asks === null ? null : askAtOnce(rooms, received.case, arrived.asks);
  const file: CaseFile = {
    ...{ case: doubted?.case ?? received.case, instrument: document.instrument },
    requestingAuthority: requesting.authority,
    requestedAuthority: requested.authority,
    ...{ unit: requesting.unit, draft: document, document: null, key: null },
    ...{ sheet: openSheet(head.wanted), matches: {}, officers: [by.officer], held, answer: null },
    ...{ enclosures: [paper], dueBefore: null, reviewAt: null, notices: [], wakeAt: null },
  };
  const scan = { sha256: paper.file.sha256, content: asked.paper.content };
  return keep(rooms, { before: undefined, file, document, outgoing: [], scan }, { file });
}

async function heldFor(
  { book, clock }: ExchangeRooms,
  { document, signatory }: Pick<PaperRequest, 'document' | 'signatory'>,
): Promise<readonly string[]> {
  const decidedAt = clock.now();
  const standing = await book.standing();
  // The date that it bears is its writer's word: one who signs no longer when it comes could write any.
  const moments = [Math.min(Date.parse(document.writtenAt), decidedAt), decidedAt];
  const held = moments.flatMap((signedAt) =>
    whyHeldByHand(standing, { document, signatory, signedAt, decidedAt }),
  );
  return [...new Set(held)];
}
