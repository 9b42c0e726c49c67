/**
 * What a step leaves for `grants` to read: the request as a row, with the state, the two instants and what each subject
 * opens. Derived from the case every time, on the requested side alone: nothing opens a grant but the chain of moves.
 */
import {
  bindItems,
  type Conclusion,
  chainHistory,
  disclosedItems,
  isBorneOut,
  isOnPaper,
  type Request,
  type RequestDocument,
  type RequestedCase,
} from '../requests/index.js';
import type { CaseFile, NewRequest } from '../store/index.js';
import { type Item, isClause } from '../treaty/index.js';

const DAY = 86_400_000;
/** Days for which the executing officer may read what must be weighed (10(1)); counted anew with every step. */
const EXECUTION_DAYS = 90;

/** What the request's document says and where the case stands, as the tables of the grant. */
export interface GrantGround {
  readonly document: RequestDocument;
  readonly kept: RequestedCase;
  readonly file: Pick<CaseFile, 'sheet' | 'matches' | 'unit' | 'enclosures'>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The request as `grants` will find it. One that came on paper opens nothing to a gateway: none signed it, and what is
 * given goes by letter; and while a paper of it is not verified, it opens nothing to anybody (9(5)).
 */
export function grantTables(ground: GrantGround): NewRequest {
  const { kept, file } = ground;
  const request = answeredRequest(ground);
  const isShut = !isBorneOut(kept.chain, file.enclosures);
  const isLetter = isOnPaper(kept.chain) && kept.state !== 'IN_EXECUTION';
  return isShut || isLetter ? { ...request, asOf: null, grantUntil: null } : request;
}

/** The request as its answer is made from it: the package, or the letter. */
export function answeredRequest({ document, kept, file, now }: GrantGround): NewRequest {
  const conclusion = conclusionIn(kept);
  const { aim, substance, otherInformation, letterhead } = document;
  return {
    id: kept.head.id,
    digest: kept.head.request,
    instrument: document.instrument,
    requestingAuthority: document.requesting.authority,
    requestedAuthority: document.requested.authority,
    aim,
    substance,
    otherInformation,
    letterhead,
    itemsWanted: wantedOf(kept),
    purposes: document.purposes.flatMap(({ purpose, basis, justification }) =>
      isClause(basis) ? [{ purpose, basis, justification }] : [],
    ),
    state: kept.state,
    ...readingOf(kept, conclusion, now),
    subjects: document.subjects.map(({ n }) => ({
      n,
      person: file.matches[n] ?? null,
      items: conclusion === null ? null : openItemsOf(conclusion, n, now),
      ...childOf(file.sheet, n),
    })),
    receivedAt: chainHistory(kept.chain).receivedAt,
  };
}

const wantedOf = ({ head }: RequestedCase): readonly Item[] => [
  ...new Set(head.wanted.flatMap(({ items }) => items)),
];

type Reading = Pick<Request, 'asOf' | 'grantUntil'>;

// The officer who executes reads the register as it is now; the partner as it was when the officer approved.
function readingOf({ state }: RequestedCase, conclusion: Conclusion | null, now: number): Reading {
  if (state === 'IN_EXECUTION') return { asOf: now, grantUntil: now + EXECUTION_DAYS * DAY };
  if (conclusion === null) return { asOf: null, grantUntil: null };
  return { asOf: conclusion.asOf, grantUntil: conclusion.grantUntil };
}

/** The answer in force: the last one, unless doubt or a refusal came after it. */
function conclusionIn({ state, chain }: RequestedCase): Conclusion | null {
  if (state !== 'ANSWERED' && state !== 'PARTLY_REFUSED') return null;
  const moves = chain.map(({ motion }) => motion.move);
  const last = moves
    .filter((move) => move.kind === 'ANSWER' || move.kind === 'PARTLY_REFUSE')
    .at(-1);
  return last ?? null;
}

// A condition that closes an item until a day (10(2)) keeps it out until then; `refresh` derives the tables anew.
function openItemsOf(
  { outcomes, conditions }: Conclusion,
  n: number,
  now: number,
): readonly Item[] {
  return [...bindItems(new Set(disclosedItems(outcomes, n)), conditions, now).open];
}

function childOf(sheet: CaseFile['sheet'], n: number) {
  const age = sheet?.ages.find((one) => one.n === n);
  // Who is not certainly an adult counts as a child (A-10.4d).
  return { child: age?.child ?? true, coordinatorDecision: age?.decision?.give ?? false };
}
