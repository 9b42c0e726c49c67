/**
 * Paper at the officers' desk (9(1)): a request that came by letter is registered with its scan and receipt stamp, and so
 * is what its sender writes later; national signatures are attached; and an officer says what he verified of each. The
 * case runs on the same table and the same clock as any other, and nothing of it is sent.
 */
import { attachSignature, checkEnclosure } from './attach.js';
import type { ChangeCase, DeskAnswer } from './desk-answer.js';
import type { CheckAsked, PaperLetter, PaperRequest, SignatureGiven } from './enclosing.js';
import { isOnCase, type Officer } from './officer.js';
import { registerLetter } from './paper-letter.js';
import { registerRequest } from './paper-request.js';
import { drawReply, type HandedFile, type LetterDrawn } from './reply/draw-reply.js';
import type { LetterAsked } from './reply/ground.js';
import type { ExchangeRooms } from './rooms.js';

export interface PaperDesk {
  /** Registers a request that came on paper; its 30 days run from the stamp (10(3)). */
  registerPaper(officer: Officer, asked: PaperRequest): Promise<DeskAnswer>;
  /** Registers what its sender writes later: a confirmation, an answer, a decision, a withdrawal. */
  registerLetter(officer: Officer, asked: PaperLetter): Promise<DeskAnswer>;
  /** Attaches a national signature to the request's document, or to what concluded the case (9(3)). */
  attachSignature(officer: Officer, asked: SignatureGiven): Promise<DeskAnswer>;
  /** Records what an officer verified of an enclosure, and how. */
  checkEnclosure(officer: Officer, asked: CheckAsked): Promise<DeskAnswer>;
  /** The file of an enclosure; null where case or enclosure does not exist for this officer. */
  enclosedFile(
    officer: Officer,
    asked: { readonly case: string; readonly enclosure: string },
  ): Promise<HandedFile | null>;
  /** Draws the answer, or the refusal, as a letter to be signed by hand (9(1), 10(4)). */
  letter(officer: Officer, asked: LetterAsked): Promise<LetterDrawn>;
}

/** Opens the part of the desk that is about paper. */
export function openPaperDesk(rooms: ExchangeRooms, change: ChangeCase): PaperDesk {
  return {
    registerPaper: (officer, asked) => registerRequest(rooms, officer, asked),
    registerLetter: (officer, asked) =>
      change(officer, asked.case, (file) => registerLetter(rooms, { officer, asked, file })),
    attachSignature: (officer, asked) =>
      change(officer, asked.case, (file) => attachSignature(rooms, { officer, asked, file })),
    checkEnclosure: (officer, asked) =>
      change(officer, asked.case, (file) => checkEnclosure(rooms, { officer, asked, file })),
    letter: (officer, asked) => drawReply(rooms, officer, asked),
    async enclosedFile(officer, { case: id, enclosure }) {
      const file = await rooms.cases.load(id);
      if (file === undefined || !isOnCase(file, officer)) return null;
      const found = file.enclosures.find((one) => one.id === enclosure);
      const content = found && (await rooms.cases.scan(id, found.file.sha256));
      if (found === undefined || content === undefined) return null;
      const { mediaType, sha256 } = found.file;
      return { mediaType, sha256, content };
    },
  };
}
