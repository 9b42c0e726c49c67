/**
 * The printed reply (9(1), 10(4), 15): the letter of an answer, or of a refusal, for an officer on the case to sign by
 * hand. An answer is read anew under its own grant, as recorded when the officer approved, decided and sealed as a query
 * is: a letter opens nothing that the answer did not.
 */
import type { AnswerLetter, LetterOutcome, RefusalLetter } from '../../letters/index.js';
import {
  type Chain,
  calendarDay,
  fileDigest,
  type ItemOutcome,
  isBorneOut,
} from '../../requests/index.js';
import type { CaseFile } from '../../store/index.js';
import type { DeskFault } from '../desk-answer.js';
import { isOnCase, type Officer, registrarOf } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { readFiled } from '../take.js';
import { subjectsOf } from './content.js';
import { type Frame, frameOf } from './frame.js';
import type { Concluded, Drawing, LetterAsked, LetterKind } from './ground.js';

/** A file as it is handed out. */
export interface HandedFile {
  readonly mediaType: string;
  readonly sha256: string;
  readonly content: Uint8Array;
}

export type LetterDrawn =
  | { readonly letter: HandedFile }
  | { readonly letter: null; readonly fault: DeskFault };

const refuse = (fault: DeskFault): LetterDrawn => ({ letter: null, fault });

/** Draws it. Changes nothing of the case. */
export async function drawReply(
  rooms: ExchangeRooms,
  officer: Officer,
  asked: LetterAsked,
): Promise<LetterDrawn> {
  const file = await rooms.cases.load(asked.case);
  if (file === undefined || !isOnCase(file, officer)) return refuse('NO_CASE');
  if (file.case.side !== 'REQUESTED') return refuse('NOT_THIS_SIDE');
  if (registrarOf('REQUESTED', officer) === null) return refuse('NOT_THIS_ROLE');
  const document = await readFiled(rooms, file);
  const concluded = concludedIn(file, asked.kind);
  if (document === null || concluded === undefined) return refuse('NOT_IN_THIS_STATE');
  const drawing = { rooms, file, document, officer, asked, ...concluded };
  const frame = await frameOf(drawing);
  if (asked.kind === 'REFUSAL') return drawn(rooms.letters.refusal(refusalLetter(drawing, frame)));
  const fault = whyClosed(drawing);
  if (fault !== undefined) return refuse(fault);
  return drawn(rooms.letters.answer(await answerLetter(drawing, frame)));
}

function drawn(content: Uint8Array): LetterDrawn {
  return { letter: { mediaType: 'application/pdf', sha256: fileDigest(content), content } };
}

/** What the letter is about: the conclusion in force; a refusal is told of after the closing, too. */
function concludedIn(
  { case: { state, chain } }: CaseFile,
  kind: LetterKind,
): Concluded | undefined {
  const concluded = lastConclusion(chain);
  if (concluded === undefined) return undefined;
  const isRefusal = concluded.record.motion.move.kind !== 'ANSWER';
  const isInForce = state === concluded.record.state;
  if (kind === 'REFUSAL')
    return isRefusal && (isInForce || state === 'CLOSED') ? concluded : undefined;
  return isInForce && concluded.grantUntil !== null ? concluded : undefined;
}

function lastConclusion(chain: Chain): Concluded | undefined {
  return chain
    .flatMap((record): readonly Concluded[] => {
      const { move } = record.motion;
      if (move.kind === 'REFUSE') {
        return [{ record, outcomes: move.outcomes, conditions: [], grantUntil: null }];
      }
      if (move.kind !== 'ANSWER' && move.kind !== 'PARTLY_REFUSE') return [];
      return [{ record, ...move }];
    })
    .at(-1);
}

function whyClosed({ rooms, file, grantUntil }: Drawing): DeskFault | undefined {
  if (!isBorneOut(file.case.chain, file.enclosures)) return 'PAPER_NOT_VERIFIED';
  return (grantUntil ?? 0) <= rooms.clock.now() ? 'GRANT_ENDED' : undefined;
}

// One conclusion makes two letters where it refuses in part: the second has a number of its own.
const refusalId = ({ record: { motion } }: Drawing): string =>
  motion.move.kind === 'REFUSE' ? motion.id : `${motion.id}/2`;

function refusalLetter(drawing: Drawing, frame: Frame): RefusalLetter {
  const subjects = drawing.outcomes.map(({ n, items }) => ({ n, items: items.map(withoutFacts) }));
  return { ...frame, id: refusalId(drawing), clause: '10(4)', subjects };
}

const withoutFacts = (one: ItemOutcome): LetterOutcome =>
  one.outcome === 'DISCLOSED' ? { ...one, facts: [] } : one;

async function answerLetter(drawing: Drawing, frame: Frame): Promise<AnswerLetter> {
  const { rooms, file, record, conditions, grantUntil } = drawing;
  const isRefused = record.state === 'PARTLY_REFUSED';
  const seat = rooms.zoneOf(file.requestedAuthority);
  // What came on paper has no access through a gateway, so that there is no end of one to be told.
  const isLetterAlone = frame.paper !== null;
  return {
    ...frame,
    id: record.motion.id,
    subjects: await subjectsOf(drawing),
    conditions: conditions.map(({ text }) => text),
    accessUntil: isLetterAlone || grantUntil === null ? null : calendarDay(grantUntil - 1, seat),
    refusal: isRefused ? refusalId(drawing) : null,
  };
}
