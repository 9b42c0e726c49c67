/**
 * The journal of a case: the ledger's entry of one move (Articles 9 and 10), or of what was attached to it (9(1), 9(3)).
 * Who moved a request, by which record of its chain; never what was said in it.
 */
import type { EntryDraft } from '../ledger/index.js';
import { type Enclosure, lastCheck, type Motion, type MoveKind } from '../requests/index.js';
import { type JournalHead, logOf } from './journal.js';

/** The clause on which each kind of move rests. */
const CLAUSES: Readonly<Record<MoveKind, readonly string[]>> = {
  SIGN: ['9(3)'],
  SEND: ['8(1)'],
  RECEIVE: ['10(3)'],
  ASK_CONFIRMATION: ['9(5)'],
  CONFIRM: ['9(5)'],
  ASK_INFORMATION: ['10(1)'],
  INFORM: ['10(1)'],
  TELL_DELAY: ['10(1)'],
  POSTPONE: ['10(2)'],
  RESUME: ['10(2)'],
  TELL_NOT_CONFIDENTIAL: ['11(1)'],
  PROCEED: ['11(1)'],
  WITHDRAW: ['11(1)'],
  ACCEPT: ['10(1)'],
  ANSWER: ['10(3)'],
  PARTLY_REFUSE: ['10(4)'],
  REFUSE: ['10(4)'],
  CLOSE: ['10(1)'],
};

/** A move as it is put into the journal: of the chain, or one's own before anything was sent. */
export interface MovedCase {
  readonly motion: Motion;
  /** SHA-256 of the canonical JSON of its record, or of the motion where there is none; hexadecimal. */
  readonly digest: string;
  /** SHA-256 of the signed request, hexadecimal. */
  readonly request: string;
  readonly instrument: string;
  readonly requestingAuthority: string;
  readonly requestedAuthority: string;
  readonly unit: string | null;
  /** Of a request that came on paper: whatever is moved in it, no gateway is told (9(1)). */
  readonly onPaper: boolean;
}

/** The entry of a move: in the log of the other authority, whichever side made it. */
export function movedEntry(head: JournalHead, moved: MovedCase): EntryDraft {
  const { motion, digest, requestingAuthority, requestedAuthority, unit, onPaper } = moved;
  const { by, move } = motion;
  const isRequesting = by.side === 'REQUESTING';
  return {
    ...caseEntry(head, { ...moved, id: motion.case }),
    outcome: onPaper ? 'MOVED_ON_PAPER' : 'MOVED',
    asking: {
      authority: isRequesting ? requestingAuthority : requestedAuthority,
      unit: isRequesting ? unit : null,
      role: by.role,
      officer: by.officer,
      gateway: null,
    },
    clauses: onPaper ? [...CLAUSES[move.kind], '9(1)'].sort() : CLAUSES[move.kind],
    operation: digest,
  };
}

/** An enclosure as it is put into the journal: attached, or looked at. */
export interface EnclosedPart
  extends Pick<
    MovedCase,
    'request' | 'instrument' | 'requestingAuthority' | 'requestedAuthority' | 'unit'
  > {
  /** The case. */
  readonly id: string;
  readonly enclosure: Enclosure;
  /** SHA-256 of the canonical JSON of the enclosure with its checks, hexadecimal. */
  readonly digest: string;
}

/** The entry of an enclosure (9(1), 9(3)): who attached it, or who looked at it last. Nothing of what is in it. */
export function enclosedEntry(head: JournalHead, enclosed: EnclosedPart): EntryDraft {
  const { enclosure, digest } = enclosed;
  const { officer, role } = lastCheck(enclosure) ?? enclosure;
  return {
    ...caseEntry(head, enclosed),
    outcome: 'ENCLOSED',
    asking: { authority: head.ownAuthority, unit: null, role, officer, gateway: null },
    clauses: [enclosure.kind === 'PAPER' ? '9(1)' : '9(3)'],
    operation: digest,
  };
}

function caseEntry(head: JournalHead, part: Omit<EnclosedPart, 'enclosure' | 'digest'>) {
  const { id, request, instrument, requestingAuthority, requestedAuthority } = part;
  const other =
    requestingAuthority === head.ownAuthority ? requestedAuthority : requestingAuthority;
  return {
    log: logOf(other, head.ownAuthority),
    refusal: null,
    answering: head.ownAuthority,
    request: id,
    requestDigest: request,
    instrument,
    purpose: null,
    basis: null,
    withheld: [],
    subjects: [],
    policy: head.policy,
    schema: head.schema,
  };
}
