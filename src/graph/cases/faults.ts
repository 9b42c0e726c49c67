/** What can be wrong with what an officer sent: a code and the argument it is about, never a word of what was sent. */
import {
  DRAFT_FAULTS,
  type DraftFault,
  MESSAGE_FAULTS,
  type MessageFault,
} from '../../requests/index.js';
import { DESK_FAULTS, type DeskAnswer, type DeskFault } from './desk.js';

export type FaultCode =
  | DeskFault
  | MessageFault['code']
  | DraftFault['code']
  | 'UNKNOWN_CANDIDATE'
  | 'PACKAGE_REFUSED'
  | 'PACKAGE_DESTROYED';

/** Every code of a fault: of the desk, of the form of what was sent, of a draft (9(2)). Closed. */
export const FAULT_CODES: readonly FaultCode[] = [
  ...DESK_FAULTS,
  /** No candidate of this subject has this name now. */
  'UNKNOWN_CANDIDATE',
  /** An answer package that is not there, not whole, or not by the authority that answered. */
  'PACKAGE_REFUSED',
  /** Its retention ended (11(5)). */
  'PACKAGE_DESTROYED',
  ...MESSAGE_FAULTS,
  ...DRAFT_FAULTS,
];

/** A code and the argument it is about: `document.subjects[0].names[1].surname`. */
export interface InputFault {
  readonly code: FaultCode;
  readonly at: string;
}

/** The argument that each fault of the desk is about; the case itself where it is none. */
const ABOUT: Partial<Readonly<Record<DeskFault, string>>> = {
  CONFLICT: 'id',
  OTHER_QUESTION: 'question',
  NOT_WANTED: 'n',
  UNKNOWN_INQUIRY: 'inquiry',
  INQUIRY_TWICE: 'id',
  SIGNATURE_REFUSED: 'jws',
  REVIEW_AFTER_TERM: 'reviewAt',
  HAND_NOT_BORNE_OUT: 'signatory',
  STAMP_IN_FUTURE: 'paper.receivedAt',
  UNKNOWN_ENCLOSURE: 'enclosure',
};

/** The faults of an answer of the desk: its own first, then what it is made of. */
export function faultsOf(answer: Extract<DeskAnswer, { file: null }>): readonly InputFault[] {
  const { fault, faults = [], open = [] } = answer;
  return [
    { code: fault, at: ABOUT[fault] ?? 'case' },
    ...faults.map(({ code, at }) => ({ code, at: `document.${at}` })),
    ...open.map(({ n, item }) => ({ code: fault, at: `outcomes[${n}].${item}` })),
  ];
}
