/**
 * What the sender of a paper request writes later (9(1)): it confirms, answers, decides, withdraws. Its letter is a move
 * of the requesting side that an officer registers, who says what he verified of it; nobody moves in its name otherwise.
 */
import {
  digestOf,
  type Enclosure,
  isOnPaper,
  lastCheck,
  MOST_ENCLOSURES,
  type Motion,
  type Mover,
  makeMove,
  moverOnPaper,
  type PaperEnclosure,
  type RequestDocument,
  SIGNED_MOVES,
} from '../requests/index.js';
import type { CaseFile, Kept } from '../store/index.js';
import { type DeskAnswer, type DeskFault, no } from './desk-answer.js';
import { checkOf, type PaperLetter, recognised } from './enclosing.js';
import { keep, leave } from './file.js';
import { type Officer, registrarOf } from './officer.js';
import { readFiled } from './read-filed.js';
import type { ExchangeRooms } from './rooms.js';

interface Registering {
  readonly officer: Officer;
  readonly asked: PaperLetter;
  readonly file: CaseFile;
}

/** Registers a letter as the move that it is. */
export async function registerLetter(
  rooms: ExchangeRooms,
  registering: Registering,
): Promise<Kept<DeskAnswer>> {
  const { officer, asked, file } = registering;
  if (!isOnPaper(file.case.chain)) return no('NOT_ON_PAPER');
  const by = registrarOf('REQUESTED', officer);
  const document = await readFiled(rooms, file);
  if (by === null || document === null) return no('NOT_THIS_ROLE');
  const paper = await paperFrom(rooms, { asked, by, document });
  return typeof paper === 'string' ? no(paper) : moveBy(rooms, { ...registering, document, paper });
}

interface Reading {
  readonly asked: PaperLetter;
  readonly by: Mover;
  readonly document: RequestDocument;
}

async function paperFrom(
  rooms: ExchangeRooms,
  { asked, by, document }: Reading,
): Promise<PaperEnclosure | DeskFault> {
  const { id, check: given } = asked;
  const { content, ...stamp } = asked.paper;
  const read = recognised(content, ['SCAN', 'PADES']);
  if (read.file === null) return read.fault;
  const at = rooms.clock.now();
  if (stamp.receivedAt > at) return 'STAMP_IN_FUTURE';
  const check = await checkOf(rooms, { document, given, by, writtenAt: stamp.receivedAt });
  const { officer, role } = by;
  return {
    kind: 'PAPER',
    id,
    move: id,
    file: read.file,
    officer,
    role,
    at,
    checks: [check],
    ...stamp,
  };
}

interface Moving extends Registering {
  readonly document: RequestDocument;
  readonly paper: PaperEnclosure;
}

async function moveBy(rooms: ExchangeRooms, moving: Moving): Promise<Kept<DeskAnswer>> {
  const { asked, file, document, paper } = moving;
  const { id, move } = asked;
  const known = file.enclosures.find((one) => one.id === id);
  if (known !== undefined && !isSamePaper(known, paper)) return no('CONFLICT');
  const by = moverOnPaper(known?.officer ?? paper.officer);
  const motion: Motion = { case: file.case.head.id, id, by, at: paper.receivedAt, move };
  const outcome = makeMove(file.case, motion, rooms.clock.now());
  if (outcome.delivery === 'DUPLICATE') return leave({ file });
  if (outcome.delivery === 'DECLINED') return no(outcome.fault);
  if (outcome.delivery !== 'TAKEN') return no('CONFLICT');
  const doubt = whyDoubted(moving);
  if (doubt !== undefined) return no(doubt);
  const next = { ...file, case: outcome.case, enclosures: [...file.enclosures, paper] };
  const scan = { sha256: paper.file.sha256, content: asked.paper.content };
  return keep(rooms, { before: file, file: next, document, outgoing: [], scan }, { file: next });
}

// What nobody verified moves nothing; and what the signatory alone may say, the lists must bear out (9(3)).
function whyDoubted({ asked: { move }, file, paper }: Moving): DeskFault | undefined {
  const check = lastCheck(paper);
  if (check?.outcome !== 'VERIFIED') return 'PAPER_NOT_VERIFIED';
  if (SIGNED_MOVES.has(move.kind) && check.lists.length > 0) return 'HAND_NOT_BORNE_OUT';
  return file.enclosures.length >= MOST_ENCLOSURES ? 'TOO_MANY_ENCLOSURES' : undefined;
}

/** Whether it is the paper that was registered under this id, whoever hands it in again and whatever he says of it. */
const isSamePaper = (one: Enclosure, other: PaperEnclosure): boolean =>
  one.kind === 'PAPER' && digestOf(partsOf(one)) === digestOf(partsOf(other));
const partsOf = ({ file, receivedAt, registryNumber, number }: PaperEnclosure) => ({
  ...{ sha256: file.sha256, receivedAt, registryNumber, number },
});
