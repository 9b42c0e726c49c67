/** Execution (10(1), 10(4)): who a subject is, what becomes of each item, what is asked elsewhere, and the conclusion. */
import type { RefusalGround, WithholdReason } from '../../../policy/index.js';
import {
  answerInquiry,
  type Condition,
  decideForChild,
  dropInquiry,
  type InquiredBody,
  noteOutcome,
  type Outcome,
  openInquiry,
  recordAge,
  refuseAll,
} from '../../../requests/index.js';
import type { Item } from '../../../treaty/index.js';
import { ItemEnum, WithholdReasonEnum } from '../../types/enums.js';
import type { MoveName } from '../desk.js';
import { COUNT, choice, choices, FLAG, MOMENT, OFFICER, optional, TEXT, UUID } from '../taking.js';
import { InquiredBodyEnum, OutcomeEnum, RefusalGroundEnum } from '../types/case-enums.js';
import { CONDITIONS } from './conditions.js';
import { bearers } from './plain-moves.js';
import { type Acting, CASE, MOVE_NAME, type MutationRow, NO_CASE, refused, row } from './row.js';

const BY_OFFICER = 'By: EXECUTING_OFFICER, COORDINATOR.';

const ITEM = choice<Item>(ItemEnum);
const GROUNDS = choices<RefusalGround>(RefusalGroundEnum);
const INQUIRY = { inquiry: UUID('The id of the inquiry.') };

/** What was noted of one item, as it is sent. */
interface OutcomeGiven {
  readonly case: string;
  readonly n: number;
  readonly item: Item;
  readonly outcome: Outcome['outcome'];
  readonly grounds: readonly RefusalGround[] | null;
  readonly text: string | null;
  readonly reason: WithholdReason | null;
}

export const EXECUTION: Readonly<Record<string, MutationRow>> = {
  assign: row<{ case: string; officer: string }>({
    description:
      'Puts an officer of this authority on the case: by one who is on it, or the COORDINATOR.',
    takes: { case: CASE, officer: OFFICER },
    act: ({ desk, officer }, on) => desk.assign(officer, on),
  }),
  recordMatch: row<{ case: string; n: number; candidate: string | null; nobody: boolean | null }>({
    description:
      'Records who a subject is: a candidate, or nobody. By: EXECUTING_OFFICER. The partner is never told.',
    takes: { case: CASE, n: COUNT, candidate: optional(CASE), nobody: optional(FLAG) },
    act: recordMatch,
  }),
  recordAge: row<{ case: string; n: number; child: boolean }>({
    description: `Records whether a subject is under 18 (A-10.4d). ${BY_OFFICER}`,
    takes: { case: CASE, n: COUNT, child: FLAG },
    act: ({ desk, officer }, { case: id, n, child }) =>
      desk.note(officer, id, (sheet) => recordAge(sheet, n, child)),
  }),
  decideForChild: row<{ case: string; n: number; give: boolean; reason: string }>({
    description:
      "The coordinator's own decision on a child's biometrics and liability (A-10.4d). By: COORDINATOR.",
    takes: { case: CASE, n: COUNT, give: FLAG, reason: TEXT },
    act: ({ desk, officer, now }, { case: id, n, give, reason }) =>
      desk.note(officer, id, (sheet) => {
        const { role, officer: number } = officer;
        if (role === 'AUDITOR') return { sheet: null, fault: 'NOT_THIS_ROLE' };
        const by = { side: 'REQUESTED', role, officer: number } as const;
        return decideForChild(sheet, n, { by, at: now, give, reason });
      }),
  }),
  noteOutcome: row<OutcomeGiven>({
    description: `Notes what became of one item of one subject (10(1), 10(4)). ${BY_OFFICER}`,
    takes: {
      case: CASE,
      n: COUNT,
      item: ITEM,
      outcome: choice<Outcome['outcome']>(OutcomeEnum),
      grounds: { ...optional(GROUNDS), description: 'Of REFUSED.' },
      text: { ...optional(TEXT), description: 'The reasons of REFUSED, in words.' },
      reason: {
        ...optional(choice<WithholdReason>(WithholdReasonEnum)),
        description: 'Of WITHHELD_BY_POLICY.',
      },
    },
    async act({ desk, officer }, given) {
      const { case: id, n, item } = given;
      const outcome = outcomeFrom(given);
      if (typeof outcome === 'string') return refused({ code: 'CONTENT_MISSING', at: outcome });
      return desk.note(officer, id, (sheet) => noteOutcome(sheet, { n, item }, outcome));
    },
  }),
  openInquiry: row<
    MoveName & { to: InquiredBody; n: number; items: readonly Item[]; dueBefore: number }
  >({
    description: `Asks another body for items that lie with it (10(1)). ${BY_OFFICER}`,
    takes: {
      ...MOVE_NAME,
      to: choice<InquiredBody>(InquiredBodyEnum),
      n: COUNT,
      items: choices<Item>(ItemEnum),
      dueBefore: MOMENT,
    },
    act: ({ desk, officer, now }, { case: id, id: name, ...asked }) =>
      desk.note(officer, id, (sheet) => openInquiry(sheet, { id: name, askedAt: now, ...asked })),
  }),
  answerInquiry: row<{ case: string; inquiry: string; source: string; mayRelease: boolean }>({
    description: `Records what a body answered, and whether it may go to the other Party. ${BY_OFFICER}`,
    takes: { case: CASE, ...INQUIRY, source: TEXT, mayRelease: FLAG },
    act: ({ desk, officer, now }, { case: id, inquiry, source, mayRelease }) =>
      desk.note(officer, id, (sheet) =>
        answerInquiry(sheet, inquiry, { at: now, source, mayRelease }),
      ),
  }),
  dropInquiry: row<{ case: string; inquiry: string; reason: string }>({
    description: `Gives an inquiry up. ${BY_OFFICER}`,
    takes: { case: CASE, ...INQUIRY, reason: TEXT },
    act: ({ desk, officer }, { case: id, inquiry, reason }) =>
      desk.note(officer, id, (sheet) => dropInquiry(sheet, inquiry, reason)),
  }),
  conclude: row<MoveName & { conditions: readonly Condition[]; grantUntil: number }>({
    description: `Concludes execution: the outcomes decide between answer, partial refusal and refusal. ${bearers('ANSWER', 'PARTLY_REFUSE')}`,
    takes: { ...MOVE_NAME, conditions: CONDITIONS, grantUntil: MOMENT },
    act: ({ desk, officer }, asked) => desk.conclude(officer, asked),
  }),
  refuse: row<MoveName & { grounds: readonly RefusalGround[]; text: string }>({
    description: `Refuses all of a request, on these grounds for every item (10(4)). ${bearers('REFUSE')}`,
    takes: { ...MOVE_NAME, grounds: GROUNDS, text: TEXT },
    async act({ desk, officer }, { case: id, id: name, ...refusal }) {
      const file = await desk.show(officer, id);
      if (file === undefined) return NO_CASE;
      // What was wanted never changes once a request has come.
      const outcomes = refuseAll(file.case.head.wanted, refusal);
      return desk.move(officer, { case: id, id: name, move: { kind: 'REFUSE', outcomes } });
    },
  }),
};

interface MatchGiven {
  readonly case: string;
  readonly n: number;
  readonly candidate: string | null;
  readonly nobody: boolean | null;
}

async function recordMatch(
  { desk, officer, secrets }: Acting,
  { case: id, n, candidate, nobody }: MatchGiven,
) {
  if ((candidate === null) === (nobody !== true)) {
    return refused({ code: 'CONTENT_MISSING', at: 'candidate' });
  }
  const isThere = (await desk.show(officer, id)) !== undefined;
  if (!isThere) return NO_CASE;
  if (officer.role !== 'EXECUTING_OFFICER') return refused({ code: 'NOT_THIS_ROLE', at: 'case' });
  if (candidate === null) return desk.match(officer, { case: id, n, person: null });
  // Whoever was not found for this subject cannot be recorded as it.
  const found = (await desk.candidates(officer, { case: id, n })) ?? [];
  const named = found.find(({ person }) => secrets.nameOf({ case: id, n, person }) === candidate);
  if (named !== undefined) return desk.match(officer, { case: id, n, person: named.person });
  return refused({ code: 'UNKNOWN_CANDIDATE', at: 'candidate' });
}

/** The outcome, or the argument that it lacks. */
function outcomeFrom({ outcome, grounds, text, reason }: OutcomeGiven): Outcome | string {
  switch (outcome) {
    case 'DISCLOSED':
    case 'NOT_AVAILABLE':
      return { outcome };
    case 'REFUSED':
      if (grounds === null) return 'grounds';
      return text === null ? 'text' : { outcome, grounds, text };
    case 'WITHHELD_BY_POLICY':
      return reason === null ? 'reason' : { outcome, reason };
  }
}
