/** What a printed reply is drawn from: the case, the conclusion that it tells, and who asks for it. */
import type {
  ChainRecord,
  Condition,
  RequestDocument,
  SubjectOutcomes,
} from '../../requests/index.js';
import type { CaseFile } from '../../store/index.js';
import type { Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';

export type LetterKind = 'ANSWER' | 'REFUSAL';

/** Which letter of which case, and who will sign it by hand. */
export interface LetterAsked {
  readonly case: string;
  readonly kind: LetterKind;
  readonly office: string;
  readonly name: string;
}

export interface Concluded {
  readonly record: ChainRecord;
  readonly outcomes: readonly SubjectOutcomes[];
  readonly conditions: readonly Condition[];
  /** First instant at which the answer is no longer read; null where nothing was given. */
  readonly grantUntil: number | null;
  /** When the officer approved; null where nothing was given. */
  readonly asOf: number | null;
}

export interface Drawing extends Concluded {
  readonly rooms: ExchangeRooms;
  readonly file: CaseFile;
  readonly document: RequestDocument;
  readonly officer: Officer;
  readonly asked: LetterAsked;
}
