/** What the officers' desk answers, and the way every step of it takes to a case. */
import type { DraftFault, ItemPlace, MotionFault, SheetFault } from '../requests/index.js';
import type { CaseFile, Kept } from '../store/index.js';
import { leave } from './file.js';
import type { Officer } from './officer.js';

/** Why a paper or a signature is not registered (9(1), 9(3)). Closed. */
type PaperFault =
  /** The case did not come on paper: its requesting side moves by its own gateway. */
  | 'NOT_ON_PAPER'
  /** Nobody has said that a paper of the case is what it seems. */
  | 'PAPER_NOT_VERIFIED'
  /** The lists of 9(3) do not have the person, or not for this: confirmation is asked for (9(5)). */
  | 'HAND_NOT_BORNE_OUT'
  /** The answer's own end has come: no letter is drawn of it any more. */
  | 'GRANT_ENDED'
  | 'OUTSIDE_INSTRUMENT'
  /** The receipt stamp lies in the future. */
  | 'STAMP_IN_FUTURE'
  /** The bytes are of no kind that is taken here, or were cut off. */
  | 'FILE_NOT_RECOGNISED'
  | 'FILE_TOO_LARGE'
  | 'TOO_MANY_ENCLOSURES'
  | 'UNKNOWN_ENCLOSURE';

/** Why nothing was done. Closed; NO_CASE is the one answer for a case that is unknown and for one that is not yours. */
export type DeskFault =
  | MotionFault
  | SheetFault
  | PaperFault
  | 'NO_CASE'
  | 'CONFLICT'
  | 'CHAIN_AT_FAULT'
  | 'DRAFT_INCOMPLETE'
  | 'SIGNATURE_REFUSED'
  | 'MATCH_MISSING'
  | 'NOT_A_DRAFT'
  | 'REVIEW_AFTER_TERM';

/** The case after the step, or why there was none. */
export type DeskAnswer =
  | { readonly file: CaseFile }
  | {
      readonly file: null;
      readonly fault: DeskFault;
      /** What is missing from a request (9(2)), or the items that are still open (10(1)). */
      readonly faults?: readonly DraftFault[];
      readonly open?: readonly ItemPlace[];
    };

/** Changes a case that exists for the officer; to anybody else it answers as an unknown one does. */
export type ChangeCase = (
  officer: Officer,
  id: string,
  step: (file: CaseFile) => Promise<Kept<DeskAnswer>> | Kept<DeskAnswer>,
) => Promise<DeskAnswer>;

/** Nothing is done, for this reason. */
export const no = (fault: DeskFault): Kept<DeskAnswer> => leave({ file: null, fault });
