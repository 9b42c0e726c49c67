/**
 * The officers' desk: a draft is written, signed and sent; a request that came is matched, weighed item by item and
 * concluded. Each is one step in the case of that id: weighed, sealed in the ledger, kept, and sent.
 */
import { type PublicJwk, Refusal } from '../base/index.js';
import {
  absentIn,
  type Case,
  type Clocks,
  type Conclusion,
  concludeSheet,
  type DraftFault,
  disclosedItems,
  documentDigest,
  draftCase,
  draftFaults,
  isBorneOut,
  isOnPaper,
  type Motion,
  type Move,
  makeMove,
  type Noted,
  openSheet,
  type RequestDocument,
  refusingSigning,
  type Sheet,
  whyHeld,
} from '../requests/index.js';
import type { CaseFile, CaseQuery, FoundCandidate, Kept, ListedCase } from '../store/index.js';
import { dayOf, readingOf } from '../treaty/index.js';
import { headOf } from './arrival.js';
import { findCandidates } from './candidates.js';
import { type ChangeCase, type DeskAnswer, no } from './desk-answer.js';
import { clocksOf, keep, leave } from './file.js';
import { answeredRequest } from './grant-tables.js';
import { isOnCase, moverOf, type Officer, seesAll } from './officer.js';
import { type AnswerAsked, type ShownAnswer, showAnswer } from './open-answer.js';
import { openPaperDesk, type PaperDesk } from './paper-desk.js';
import { absentFrom } from './presence.js';
import { readFiled } from './read-filed.js';
import type { ExchangeRooms } from './rooms.js';

/** A move that an officer asks for; `id` is the officer's own, so that asking twice is one move. */
export interface AskedMove {
  readonly case: string;
  readonly id: string;
  readonly move: Exclude<Move, { kind: 'SIGN' | 'RECEIVE' | 'ANSWER' | 'PARTLY_REFUSE' }>;
}

export interface Desk extends PaperDesk {
  /** Writes a draft, or writes it anew while it is one. */
  draft(officer: Officer, document: RequestDocument): Promise<DeskAnswer>;
  /** Signs a draft with the signatory's own JWS over exactly its bytes (9(3)). */
  sign(officer: Officer, signed: SignedDraft): Promise<DeskAnswer>;
  move(officer: Officer, asked: AskedMove): Promise<DeskAnswer>;
  /** Puts another officer of the authority on the case. */
  assign(
    officer: Officer,
    on: { readonly case: string; readonly officer: string },
  ): Promise<DeskAnswer>;
  /** Records who a subject is in the register, or that nobody was found. */
  match(officer: Officer, found: FoundPerson): Promise<DeskAnswer>;
  /** Notes something on the sheet of a case in execution. */
  note(
    officer: Officer,
    id: string,
    write: (sheet: Sheet, officer: Officer) => Noted,
  ): Promise<DeskAnswer>;
  /** Concludes execution: the outcomes decide between answer, partial refusal and refusal (10(3), 10(4)). */
  conclude(officer: Officer, asked: Concluding): Promise<DeskAnswer>;
  /** The case, where it exists for this officer. */
  show(officer: Officer, id: string): Promise<CaseFile | undefined>;
  /** One page of the cases that exist for this officer. */
  list(
    officer: Officer,
    query: Omit<CaseQuery, 'officer'>,
  ): Promise<{ readonly files: readonly ListedCase[]; readonly more: boolean }>;
  /** Who a subject may be; null where the case does not exist for this officer or is not in execution. */
  candidates(
    officer: Officer,
    subject: { readonly case: string; readonly n: number },
  ): Promise<readonly FoundCandidate[] | null>;
  /** What the other Party answered for a purpose; null where there is nothing that this officer may open. */
  answer(officer: Officer, asked: AnswerAsked): Promise<ShownAnswer | null>;
  /** The legal clock of a case now; null where it has not been received. */
  clocks(file: ListedCase): Clocks | null;
}

export interface SignedDraft {
  readonly case: string;
  /** UUID version 4. */
  readonly id: string;
  /** Compact JWS of the document. */
  readonly jws: string;
  readonly key: PublicJwk;
}

export interface FoundPerson {
  readonly case: string;
  readonly n: number;
  /** The register's own key; null states that nobody was found. */
  readonly person: string | null;
}

export interface Concluding extends Pick<Conclusion, 'conditions' | 'grantUntil'> {
  readonly case: string;
  readonly id: string;
}

/** Opens the desk. */
export function openDesk(rooms: ExchangeRooms): Desk {
  const change: ChangeCase = (officer, id, step) =>
    rooms.cases.change(id, async (file) =>
      file === undefined || !isOnCase(file, officer) ? no('NO_CASE') : step(file),
    );
  return {
    draft: (officer, document) =>
      rooms.cases.change(document.id, (file) => writeDraft(rooms, { officer, document, file })),
    sign: (officer, signed) =>
      change(officer, signed.case, (file) => signDraft(rooms, { officer, signed, file })),
    move: (officer, asked) =>
      change(officer, asked.case, (file) => moveCase(rooms, { officer, asked, file })),
    assign: (officer, asked) =>
      change(officer, asked.case, (file) => {
        const officers = [...new Set([...file.officers, asked.officer])];
        return officer.role !== 'AUDITOR' ? put(rooms, file, { officers }) : no('NOT_THIS_ROLE');
      }),
    match: (officer, { case: id, n, person }) =>
      change(officer, id, (file) =>
        isExecuting(file, officer)
          ? put(rooms, file, matched(file, n, person))
          : no('NOT_IN_THIS_STATE'),
      ),
    note: (officer, id, write) =>
      change(officer, id, (file) => noteOn(rooms, { file, officer, write })),
    conclude: (officer, asked) =>
      change(officer, asked.case, (file) => conclude(rooms, { officer, asked, file })),
    async show(officer, id) {
      const file = await rooms.cases.load(id);
      return file !== undefined && isOnCase(file, officer) ? file : undefined;
    },
    list: (officer, query) =>
      rooms.cases.list({ ...query, officer: seesAll(officer) ? null : officer.officer }),
    async candidates(officer, { case: id, n }) {
      const file = await rooms.cases.load(id);
      if (file === undefined || !isOnCase(file, officer) || !isExecuting(file, officer))
        return null;
      if (!isBorneOut(file.case.chain, file.enclosures)) return null;
      const document = await readFiled(rooms, file);
      return document && findCandidates(rooms, { file, document, officer, n });
    },
    answer: (officer, asked) => showAnswer(rooms, officer, asked),
    clocks: (file) => clocksOf(file, rooms, rooms.clock.now()),
    ...openPaperDesk(rooms, change),
  };
}

interface Writing {
  readonly officer: Officer;
  readonly document: RequestDocument;
  readonly file: CaseFile | undefined;
}

async function writeDraft(
  rooms: ExchangeRooms,
  { officer, document, file }: Writing,
): Promise<Kept<DeskAnswer>> {
  const mover = moverOf('REQUESTING', officer);
  const isOwn = document.requesting.authority === rooms.head.ownAuthority;
  if (mover?.role !== 'REQUESTING_ANALYST' || !isOwn) return no('NOT_THIS_ROLE');
  if (file !== undefined && !isOnCase(file, officer)) return no('NO_CASE');
  if (file !== undefined && file.case.state !== 'DRAFT') return no('NOT_A_DRAFT');
  const next: CaseFile = {
    case: draftCase(headOf(document)),
    instrument: document.instrument,
    requestingAuthority: document.requesting.authority,
    requestedAuthority: document.requested.authority,
    unit: document.requesting.unit,
    draft: document,
    document: null,
    key: null,
    sheet: null,
    matches: {},
    officers: file?.officers ?? [officer.officer],
    held: [],
    answer: null,
    enclosures: file?.enclosures ?? [],
    dueBefore: null,
    reviewAt: null,
    notices: [],
    wakeAt: null,
  };
  return keep(rooms, { before: file, file: next, document, outgoing: [] }, { file: next });
}

interface Signing {
  readonly officer: Officer;
  readonly signed: SignedDraft;
  readonly file: CaseFile;
}

async function signDraft(
  rooms: ExchangeRooms,
  { officer, signed, file }: Signing,
): Promise<Kept<DeskAnswer>> {
  const draft = rooms.post.readDocument(file.draft);
  if (draft === null || file.case.state !== 'DRAFT') return no('NOT_A_DRAFT');
  const faults = refusingSigning(faultsOf(rooms, draft));
  if (faults.length > 0) return leave({ file: null, fault: 'DRAFT_INCOMPLETE', faults });
  const opened = await rooms.post.openRequest(signed.jws, signed.key);
  const isSame = !('fault' in opened) && documentDigest(opened.document) === documentDigest(draft);
  if (!isSame || (await isDoubted(rooms, draft, opened.kid))) return no('SIGNATURE_REFUSED');
  const move: Move = { kind: 'SIGN', document: documentDigest(draft) };
  const signedFile = { ...file, document: signed.jws, key: signed.key };
  return moved(rooms, { officer, id: signed.id, move, file: signedFile, document: draft });
}

/** What stands between a draft and its signature, and what the signatory is shown. */
function faultsOf(
  { instruments, status, clock }: ExchangeRooms,
  draft: RequestDocument,
): readonly DraftFault[] {
  const { instrument } = draft;
  return draftFaults(draft, instruments.get(instrument), {
    status: status.get(instrument) ?? {},
    on: dayOf(clock.now()),
  });
}

// What the partner would hold for confirmation is not sent at all.
async function isDoubted(rooms: ExchangeRooms, document: RequestDocument, kid: string) {
  const now = rooms.clock.now();
  const standing = await rooms.book.standing();
  const signed = { document, kid, signedAt: now, decidedAt: now };
  return whyHeld(standing, signed).length > 0;
}

interface Moving {
  readonly officer: Officer;
  readonly asked: AskedMove;
  readonly file: CaseFile;
}

async function moveCase(
  rooms: ExchangeRooms,
  { officer, asked, file }: Moving,
): Promise<Kept<DeskAnswer>> {
  const { id, move } = asked;
  return moved(rooms, { officer, id, move, file, document: await readFiled(rooms, file) });
}

interface Made {
  readonly officer: Officer;
  readonly id: string;
  readonly move: Move;
  readonly file: CaseFile;
  readonly document: RequestDocument | null;
}

/** Makes a move and keeps what follows; an answer is packed before it is kept, so that it leaves with its record. */
async function moved(rooms: ExchangeRooms, made: Made): Promise<Kept<DeskAnswer>> {
  const { officer, id, move, file, document } = made;
  const by = moverOf(file.case.side, officer);
  if (by === null) return no('NOT_THIS_ROLE');
  if (OPENING.has(move.kind) && !isBorneOut(file.case.chain, file.enclosures)) {
    return no('PAPER_NOT_VERIFIED');
  }
  const now = rooms.clock.now();
  const at = madeAt(file.case, id) ?? now;
  const motion: Motion = { case: file.case.head.id, id, by, at, move };
  const outcome = makeMove(file.case, motion, now);
  if (outcome.delivery === 'DUPLICATE') return leave({ file });
  if (outcome.delivery === 'CONFLICT') return no('CONFLICT');
  if (outcome.delivery === 'FAULT') return no('CHAIN_AT_FAULT');
  if (outcome.delivery === 'DECLINED') return no(outcome.fault);
  if (exceedsTerm(rooms, { file, move, now })) return no('REVIEW_AFTER_TERM');
  const next = await packed(rooms, { ...made, file: { ...file, case: outcome.case } });
  const stepped = { before: file, file: next, document, outgoing: outcome.outgoing };
  return keep(rooms, stepped, { file: next });
}

/**
 * Whether a postponement would outlast the term where this authority reads that it may not (open question 4). Its own
 * reading binds its own officers: the table, which both sides weigh by, does not know of it.
 */
function exceedsTerm(
  rooms: ExchangeRooms,
  { file, move, now }: { readonly file: CaseFile; readonly move: Move; readonly now: number },
): boolean {
  if (move.kind !== 'POSTPONE') return false;
  const { postponement } = readingOf(rooms.status.get(file.instrument));
  const term = clocksOf(file, rooms, now)?.term;
  return postponement === 'WITHIN_TERM' && term !== undefined && move.reviewAt >= term.dueBefore;
}

/** Moves that open the register to somebody: none on a paper that nobody has verified (9(5)). */
const OPENING: ReadonlySet<Move['kind']> = new Set<Move['kind']>([
  'ACCEPT',
  'ANSWER',
  'PARTLY_REFUSE',
]);

/** When a move of this id was made: the officer who asks again asks for the same one. */
function madeAt(found: Case, id: string): number | undefined {
  const made = found.side === 'REQUESTING' ? found.motions : found.chain;
  return made.find(({ motion }) => motion.id === id)?.motion.at;
}

async function packed(
  rooms: ExchangeRooms,
  { officer, move, file, document }: Made,
): Promise<CaseFile> {
  const isAnswer = move.kind === 'ANSWER' || move.kind === 'PARTLY_REFUSE';
  if (!isAnswer || document === null || file.case.side !== 'REQUESTED') return file;
  // What came on paper is answered by letter: there is no gateway to encrypt a package to.
  if (isOnPaper(file.case.chain)) return file;
  const request = answeredRequest({ document, kept: file.case, file, now: rooms.clock.now() });
  const { language, requesting } = document;
  const question = { request, unit: requesting.unit, language, officer: officer.officer };
  const packed = await rooms.pack({ kind: 'ANSWER', ...question });
  // Somebody was put under protection while this was made: disclosed and not there would tell it (A-10.4c).
  const isWhole = move.outcomes.every(
    ({ n }) => packed.told.has(n) || disclosedItems(move.outcomes, n).length === 0,
  );
  if (!isWhole) throw new Refusal('UNAVAILABLE', { retryAfter: 1 }, { cause: 'SUBJECT_ABSENT' });
  return { ...file, answer: packed.package };
}

/** Changes what stands beside the chain. */
async function put(
  rooms: ExchangeRooms,
  file: CaseFile,
  change: Partial<Pick<CaseFile, 'officers' | 'matches' | 'sheet'>>,
): Promise<Kept<DeskAnswer>> {
  const next = { ...file, ...change };
  const document = await readFiled(rooms, file);
  return keep(rooms, { before: file, file: next, document, outgoing: [] }, { file: next });
}

// What was weighed about one person does not hold for another.
function matched(
  { sheet, matches }: CaseFile,
  n: number,
  person: string | null,
): Partial<Pick<CaseFile, 'matches' | 'sheet'>> {
  const next = { ...matches, [n]: person };
  if (sheet === null || matches[n] === undefined || matches[n] === person) return { matches: next };
  const blank = openSheet(sheet.wanted);
  const anew = <T extends { readonly n: number }>(rows: readonly T[], fresh: readonly T[]) =>
    rows.map((row) => (row.n === n ? (fresh.find((one) => one.n === n) ?? row) : row));
  return {
    matches: next,
    sheet: {
      ...sheet,
      outcomes: anew(sheet.outcomes, blank.outcomes),
      ages: anew(sheet.ages, blank.ages),
    },
  };
}

/** Whether a subject has its match; nothing is disclosed about nobody. */
const isMatched = ({ matches, sheet }: CaseFile, n: number): boolean =>
  matches[n] !== undefined &&
  (matches[n] !== null || disclosedItems(sheet?.outcomes ?? [], n).length === 0);

const isExecuting = ({ case: { side, state } }: CaseFile, { role }: Officer): boolean =>
  side === 'REQUESTED' && state === 'IN_EXECUTION' && role === 'EXECUTING_OFFICER';

interface Noting {
  readonly file: CaseFile;
  readonly officer: Officer;
  readonly write: (sheet: Sheet, officer: Officer) => Noted;
}

function noteOn(
  rooms: ExchangeRooms,
  { file, officer, write }: Noting,
): Promise<Kept<DeskAnswer>> | Kept<DeskAnswer> {
  const { sheet } = file;
  if (sheet === null || file.case.state !== 'IN_EXECUTION') return no('NOT_IN_THIS_STATE');
  if (officer.role !== 'EXECUTING_OFFICER' && officer.role !== 'COORDINATOR') {
    return no('NOT_THIS_ROLE');
  }
  const noted = write(sheet, officer);
  return noted.sheet === null ? no(noted.fault) : put(rooms, file, { sheet: noted.sheet });
}

interface Ending {
  readonly officer: Officer;
  readonly asked: Concluding;
  readonly file: CaseFile;
}

async function conclude(
  rooms: ExchangeRooms,
  { officer, asked, file }: Ending,
): Promise<Kept<DeskAnswer>> {
  const { sheet } = file;
  if (sheet === null) return no('NOT_IN_THIS_STATE');
  if (sheet.wanted.some(({ n }) => !isMatched(file, n))) return no('MATCH_MISSING');
  const { id, conditions, grantUntil } = asked;
  const asOf = madeAt(file.case, id) ?? rooms.clock.now();
  const document = await readFiled(rooms, file);
  if (document === null) return no('NOT_IN_THIS_STATE');
  const absent = concludedAbsent(file, id) ?? (await absentFrom(rooms, { file, document, asOf }));
  const ended = concludeSheet(sheet, { conditions, grantUntil, asOf }, absent);
  if (ended.open !== null) {
    return leave({ file: null, fault: 'ITEMS_NOT_COMPLETE', open: ended.open });
  }
  return moved(rooms, { officer, id, move: ended.move, file, document });
}

// A conclusion asked again is the one that was made, whatever the register says by now.
function concludedAbsent({ case: { chain } }: CaseFile, id: string) {
  const move = chain.find(({ motion }) => motion.id === id)?.motion.move;
  return move !== undefined && 'outcomes' in move ? absentIn(move.outcomes) : undefined;
}
