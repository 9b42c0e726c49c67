/**
 * An answer package is opened on the requesting side: for an officer who was put on the case, for a purpose that the
 * request states, while the grant lasts. What is shown stands in the ledger before it is shown (11(2), 11(4)).
 */
import { openedEntry } from '../journal/index.js';
import { formatReceipt, listCoordinates, readBitmap } from '../ledger/index.js';
import type { RequestDocument } from '../requests/index.js';
import type { CaseFile } from '../store/index.js';
import { withoutClosed } from './custody/closed.js';
import { heldPackage } from './holding/held-package.js';
import { answerInForce } from './holding/in-force.js';
import { openPackage } from './holding/open-package.js';
import type { Officer } from './officer.js';
import { type PackedAnswer, personsIn, readPacked } from './packed-answer.js';
import { readFiled } from './read-filed.js';
import { isOfLog } from './receipts/keep.js';
import type { ExchangeRooms } from './rooms.js';

/** What an officer asks to be shown. */
export interface AnswerAsked {
  readonly case: string;
  readonly purpose: string;
}

/** The answer under the purpose: null where the package says nothing under it. */
export type ShownAnswer =
  | { readonly answer: string | null; readonly receipt: string | null; readonly fault: null }
  /** The package is not there, not whole, or not by the authority that answered; or its retention ended (11(5)). */
  | {
      readonly answer: null;
      readonly receipt: null;
      readonly fault: 'PACKAGE_REFUSED' | 'PACKAGE_DESTROYED';
    };

const NOT_GOOD = { answer: null, receipt: null, fault: 'PACKAGE_REFUSED' } as const;
const GONE = { answer: null, receipt: null, fault: 'PACKAGE_DESTROYED' } as const;
const SILENT = { answer: null, receipt: null, fault: null } as const;

/** Opens it; null for whom, and for what, there is no case to open (11(1)). */
export async function showAnswer(
  rooms: ExchangeRooms,
  officer: Officer,
  asked: AnswerAsked,
): Promise<ShownAnswer | null> {
  const file = await rooms.cases.load(asked.case);
  if (file === undefined || !mayOpen(file, officer, rooms.custody.now())) return null;
  const document = await readFiled(rooms, file);
  const stated = document?.purposes.find(({ purpose }) => purpose === asked.purpose);
  if (stated === undefined) return null;
  const packed = await openPacked(rooms, file, asked.purpose);
  if (packed === 'DESTROYED') return GONE;
  if (packed === undefined) return NOT_GOOD;
  if (packed === null) return SILENT;
  // Without a receipt that its own log signed, the answer could be denied later.
  const log = rooms.partnerLogs.get(file.requestedAuthority);
  if (!isOfLog(packed.receipt, log)) return NOT_GOOD;
  const { receipt } = packed;
  const answer = await withoutClosed(rooms, asked.case, packed.answer);
  // The receipt speaks of the bytes that came; of others it would prove nothing.
  const isWhole = answer === packed.answer;
  const persons = isWhole ? packed.persons : (personsIn(answer) ?? []);
  const shown = { file, officer, stated, packed: { ...packed, persons } };
  await rooms.ledger.seal(entryOf(rooms, shown), Buffer.from(answer));
  return { answer, receipt: isWhole ? formatReceipt(receipt) : null, fault: null };
}

const ROLES: ReadonlySet<Officer['role']> = new Set<Officer['role']>([
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
]);

/** Being the coordinator is not enough: who reads was put on the case, and is of the unit that asked. */
function mayOpen({ case: kept, officers, unit }: CaseFile, officer: Officer, now: number): boolean {
  if (kept.side !== 'REQUESTING' || kept.fault !== null) return false;
  const isAnswered = kept.state === 'ANSWERED' || kept.state === 'PARTLY_REFUSED';
  const until = answerInForce(kept.chain)?.conclusion.grantUntil ?? 0;
  const isHis =
    ROLES.has(officer.role) &&
    officers.includes(officer.officer) &&
    (unit === null || unit === officer.unit);
  return isHis && isAnswered && now < until;
}

async function openPacked(
  rooms: ExchangeRooms,
  { case: kept, requestedAuthority: authority }: CaseFile,
  purpose: string,
): Promise<PackedAnswer | 'DESTROYED' | null | undefined> {
  const answer = answerInForce(kept.chain);
  if (answer === undefined) return undefined;
  const { id: request, request: digest } = kept.head;
  const jwe = await heldPackage(rooms, { case: request, source: answer.source });
  if (jwe === 'DESTROYED') return jwe;
  const text = await openPackage(rooms, jwe ?? '', { authority, answeredAt: answer.record.at });
  return text === undefined ? undefined : readPacked(text, { request, digest, purpose });
}

interface Shown {
  readonly file: CaseFile;
  readonly officer: Officer;
  readonly stated: RequestDocument['purposes'][number];
  readonly packed: PackedAnswer;
}

function entryOf({ head }: ExchangeRooms, { file, officer, stated, packed }: Shown) {
  const { entry, persons, receipt } = packed;
  const withheld = readBitmap(
    Buffer.from(entry.withheld, 'base64url'),
    listCoordinates(entry.coordinates),
  );
  return openedEntry(head, {
    ...{ officer: officer.officer, unit: officer.unit, role: officer.role },
    ...{ request: file.case.head.id, requestDigest: file.case.head.request },
    ...{ instrument: file.instrument, purpose: stated.purpose, basis: stated.basis },
    ...{ clauses: entry.clauses, withheld: withheld ?? [], persons, salt: receipt.salt },
  });
}
