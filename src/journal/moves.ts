/**
 * The journal of a case: the ledger's entry of one move (Articles 9 and 10). Who moved a request, by which record of its
 * chain; never what was said in it.
 */
import type { EntryDraft } from '../ledger/index.js';
import type { Motion, MoveKind } from '../requests/index.js';
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
}

/** The entry of a move: in the log of the other authority, whichever side made it. */
export function movedEntry(head: JournalHead, moved: MovedCase): EntryDraft {
  const { motion, digest, instrument, requestingAuthority, requestedAuthority, unit } = moved;
  const { by, move } = motion;
  const isRequesting = by.side === 'REQUESTING';
  const other =
    requestingAuthority === head.ownAuthority ? requestedAuthority : requestingAuthority;
  return {
    log: logOf(other, head.ownAuthority),
    outcome: 'MOVED',
    refusal: null,
    asking: {
      authority: isRequesting ? requestingAuthority : requestedAuthority,
      unit: isRequesting ? unit : null,
      role: by.role,
      officer: by.officer,
      gateway: null,
    },
    answering: head.ownAuthority,
    request: motion.case,
    requestDigest: moved.request,
    instrument,
    purpose: null,
    basis: null,
    clauses: CLAUSES[move.kind],
    operation: digest,
    withheld: [],
    subjects: [],
    policy: head.policy,
    schema: head.schema,
  };
}
