/** Paper and national signatures (9(1), 9(3)): registered, attached, and looked at by an officer. */
import {
  type CheckOutcome,
  type PaperMove,
  REGISTRARS,
  readRequestDocument,
  type SignedPart,
  type WithdrawalReason,
} from '../../../requests/index.js';
import type { PaperGiven } from '../desk.js';
import type { InputFault } from '../faults.js';
import {
  COUNT,
  choice,
  FILE,
  LINE,
  optional,
  type Taking,
  TEXT,
  TEXTS,
  wrongFile,
  wrongLine,
  wrongText,
} from '../taking.js';
import {
  CheckOutcomeEnum,
  PaperMoveEnum,
  SignedPartEnum,
  WithdrawalReasonEnum,
} from '../types/case-enums.js';
import { LetterCheckInput, PaperInput, PaperRequestInput } from '../types/paper-input.js';
import { CASE, MOVE_NAME, type MutationRow, refused, row } from './row.js';
import { documentFrom, placed } from './stated-request.js';

const BY = `By: ${REGISTRARS.REQUESTED.join(', ')}.`;
const BY_EITHER = `By: ${[...REGISTRARS.REQUESTED, ...REGISTRARS.REQUESTING].join(', ')}.`;
const SIGNATORY = optional(
  LINE('The id, on the list of its Party (9(3)), of the person whose hand it is.'),
);

const at = (code: InputFault['code'] | undefined, place: string): readonly InputFault[] =>
  code === undefined ? [] : [{ code, at: place }];

const PAPER: Taking<PaperGiven> = {
  type: () => PaperInput,
  nullable: false,
  read(given, place) {
    const { content, receivedAt, registryNumber, number = null } = given as PaperInput;
    const faults = [
      ...at(wrongFile(content), `${place}.content`),
      ...at(Number.isNaN(receivedAt) ? 'WRONG_FORM' : undefined, `${place}.receivedAt`),
      ...at(wrongLine(registryNumber), `${place}.registryNumber`),
      ...at(number === null ? undefined : wrongLine(number), `${place}.number`),
    ];
    if (faults.length > 0) return { faults };
    return {
      value: { content: Buffer.from(content, 'base64'), receivedAt, registryNumber, number },
    };
  },
};

const CHECK: Taking<{ readonly means: string; readonly signatory: string | null }> = {
  type: () => LetterCheckInput,
  nullable: false,
  read(given, place) {
    const { means, signatory = null } = given as LetterCheckInput;
    const faults = [
      ...at(wrongText(means), `${place}.means`),
      ...at(signatory === null ? undefined : wrongLine(signatory), `${place}.signatory`),
    ];
    return faults.length > 0 ? { faults } : { value: { means, signatory } };
  },
};

const STATED: Taking<PaperRequestInput> = {
  type: () => PaperRequestInput,
  nullable: false,
  // Its form is read with the document that it becomes.
  read: (given) => ({ value: given as PaperRequestInput }),
};

interface Registered {
  readonly id: string;
  readonly document: PaperRequestInput;
  readonly paper: PaperGiven;
  readonly signatory: string | null;
}

interface LetterGiven {
  readonly case: string;
  readonly id: string;
  readonly says: PaperMove['kind'];
  readonly question: number | null;
  readonly texts: readonly string[] | null;
  readonly reason: WithdrawalReason | null;
  readonly paper: PaperGiven;
  readonly check: { readonly means: string; readonly signatory: string | null };
}

export const PAPERS: Readonly<Record<string, MutationRow>> = {
  registerPaperRequest: row<Registered>({
    description: `Registers a request that came on paper (9(1)); its 30 days run from the receipt stamp, and nothing opens before its paper is verified. ${BY}`,
    takes: { id: MOVE_NAME.id, document: STATED, paper: PAPER, signatory: SIGNATORY },
    async act({ desk, officer }, { id, document, paper, signatory }) {
      const { requestingAuthority, requestingUnit, writtenOn, ...stated } = document;
      const read = readRequestDocument(
        documentFrom(stated, {
          id,
          requesting: { authority: requestingAuthority, unit: requestingUnit ?? null },
          requested: officer.authority,
          // Noon of that day is that day at either seat.
          writtenAt: `${writtenOn}T12:00:00.000Z`,
        }),
      );
      if (read.document === null) return refused(...read.faults.map(placed));
      return desk.registerPaper(officer, { id, document: read.document, paper, signatory });
    },
  }),
  registerPaperLetter: row<LetterGiven>({
    description: `Registers what the sender of a paper request writes later: a move of its side, with the scan and what was verified. ${BY}`,
    takes: {
      ...MOVE_NAME,
      says: choice<PaperMove['kind']>(PaperMoveEnum),
      question: { ...optional(COUNT), description: 'Of CONFIRM, INFORM and PROCEED.' },
      texts: { ...optional(TEXTS), description: 'Of CONFIRM, one; of INFORM, one or more.' },
      reason: {
        ...optional(choice<WithdrawalReason>(WithdrawalReasonEnum)),
        description: 'Of WITHDRAW.',
      },
      paper: PAPER,
      check: CHECK,
    },
    async act({ desk, officer }, given) {
      const move = moveFrom(given);
      if (typeof move === 'string') return refused({ code: 'CONTENT_MISSING', at: move });
      const { case: id, id: name, paper, check } = given;
      const verified = { ...check, outcome: 'VERIFIED' } as const;
      return desk.registerLetter(officer, { case: id, id: name, move, paper, check: verified });
    },
  }),
  attachSignature: row<{ case: string; id: string; signs: SignedPart; content: Uint8Array }>({
    description: `Attaches a national signature that this gateway cannot make: a CMS, a signed PDF or a scan (9(3)). It counts as no signature of ours. ${BY_EITHER}`,
    takes: { ...MOVE_NAME, signs: choice<SignedPart>(SignedPartEnum), content: FILE },
    act: ({ desk, officer }, asked) => desk.attachSignature(officer, asked),
  }),
  recordCheck: row<{
    case: string;
    enclosure: string;
    outcome: CheckOutcome;
    means: string;
    signatory: string | null;
  }>({
    description: `Records what you verified of an enclosure, and how; the lists of 9(3) are held against it. ${BY_EITHER}`,
    takes: {
      case: CASE,
      enclosure: CASE,
      outcome: choice<CheckOutcome>(CheckOutcomeEnum),
      means: TEXT,
      signatory: SIGNATORY,
    },
    act: ({ desk, officer }, asked) => desk.checkEnclosure(officer, asked),
  }),
};

/** The move, or the argument that it lacks. */
function moveFrom({ says, question, texts, reason }: LetterGiven): PaperMove | string {
  switch (says) {
    case 'CONFIRM':
    case 'INFORM':
    case 'PROCEED':
      return question === null ? 'question' : answerFrom(says, question, texts ?? []);
    case 'WITHDRAW':
      return reason === null ? 'reason' : { kind: says, reason };
    case 'CLOSE':
      return { kind: says };
  }
}

type Answering = 'CONFIRM' | 'INFORM' | 'PROCEED';

function answerFrom(kind: Answering, question: number, texts: readonly string[]) {
  if (kind === 'PROCEED') return { kind, question };
  const [text] = texts;
  if (text === undefined || (kind === 'CONFIRM' && texts.length > 1)) return 'texts';
  return kind === 'CONFIRM' ? { kind, question, text } : { kind, question, answers: texts };
}
