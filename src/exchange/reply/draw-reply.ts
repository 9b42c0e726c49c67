/**
 * The printed reply (9(1), 10(4), 15): the letter of an answer, or of a refusal, for an officer on the case to sign by
 * hand. An answer is read anew under its own grant, as recorded when the officer approved, decided and sealed as a query
 * is: a letter opens nothing that the answer did not.
 */
import type { AnswerLetter, LetterOutcome, RefusalLetter } from '../../letters/index.js';
import {
  bindingConditions,
  type Chain,
  calendarDay,
  fileDigest,
  type ItemOutcome,
  isBorneOut,
  toldOutcomes,
} from '../../requests/index.js';
import type { CaseFile } from '../../store/index.js';
import type { DeskFault } from '../desk-answer.js';
import { isOnCase, type Officer, registrarOf } from '../officer.js';
import { absentFrom } from '../presence.js';
import { readFiled } from '../read-filed.js';
import type { ExchangeRooms } from '../rooms.js';
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
  const ground = { rooms, file, document, officer, asked, ...concluded };
  const fault = asked.kind === 'ANSWER' ? whyClosed(ground) : undefined;
  if (fault !== undefined) return refuse(fault);
  const drawing = await asToldNow(ground);
  const frame = await frameOf(drawing);
  if (asked.kind === 'ANSWER')
    return drawn(rooms.letters.answer(await answerLetter(drawing, frame)));
  return refusesAny(drawing)
    ? drawn(rooms.letters.refusal(refusalLetter(drawing, frame)))
    : refuse('NOT_IN_THIS_STATE');
}

/** The conclusion, but for whoever was put under protection since: as of somebody whom nobody found (A-10.4c). */
async function asToldNow(drawing: Drawing): Promise<Drawing> {
  const { rooms, file, document, asOf } = drawing;
  // A refusal of everything read nothing and tells nothing of the register.
  if (asOf === null) return drawing;
  const absent = await absentFrom(rooms, { file, document, asOf });
  const { wanted } = file.case.head;
  const outcomes = toldOutcomes({ wanted, outcomes: drawing.outcomes }, absent);
  return { ...drawing, outcomes, conditions: bindingConditions(drawing.conditions, outcomes) };
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
        return [{ record, outcomes: move.outcomes, conditions: [], grantUntil: null, asOf: null }];
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

const refusesAny = ({ outcomes }: Drawing): boolean =>
  outcomes.some(({ items }) => items.some(({ outcome }) => outcome === 'REFUSED'));

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
  const seat = rooms.zoneOf(file.requestedAuthority);
  // What came on paper has no access through a gateway, so that there is no end of one to be told.
  const isLetterAlone = frame.paper !== null;
  return {
    ...frame,
    id: record.motion.id,
    subjects: await subjectsOf(drawing),
    conditions: conditions.map(({ text }) => text),
    accessUntil: isLetterAlone || grantUntil === null ? null : calendarDay(grantUntil - 1, seat),
    refusal: refusesAny(drawing) ? refusalId(drawing) : null,
  };
}
