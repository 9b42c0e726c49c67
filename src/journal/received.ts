/**
 * The journal of custody (11(2) to 11(5)): each step of a matter between two gateways, and each use and transfer of what
 * was received, refused or not. Who, on which holding, under which clause; never a value, never what was said.
 */
import { createHash } from 'node:crypto';
import {
  type About,
  type CustodyMessage,
  coordinatesTold,
  custodyDigest,
  type MatterKind,
  type SubjectValues,
} from '../custody/index.js';
import type { EntryDraft } from '../ledger/index.js';
import { COORDINATES_OF, type Item } from '../treaty/index.js';
import { DOMESTIC_LOG, type JournalHead, logOf } from './journal.js';

/** The clause on which each kind of matter rests. */
const CLAUSES: Readonly<Record<MatterKind, string>> = {
  PURPOSE_CHANGE: '11(2)',
  ONWARD_TRANSFER: '11(3)',
  TRANSFER: '11(3)',
  CORRECTION: '11(4)',
  RECALL: '11(5)',
  RECTIFICATION: '11(4)',
  BREACH: '11(4)',
  DESTRUCTION: '11(5)',
};

/** The entry of a step: in the log of the other authority, whichever side made it. */
export function movedCustodyEntry(head: JournalHead, message: CustodyMessage): EntryDraft {
  const { from, to, by, act } = message;
  return {
    ...aboutHolding(head, message),
    log: logOf(from === head.ownAuthority ? to : from, head.ownAuthority),
    outcome: 'MOVED',
    refusal: null,
    asking: { authority: from, unit: null, role: by.role, officer: by.officer, gateway: null },
    purpose: null,
    clauses: [CLAUSES[act.kind]],
    operation: custodyDigest(message),
    withheld: [],
    subjects: [],
  };
}

/** What an officer did, or was refused, with what was received. */
export interface Handled {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
  readonly about: About;
  readonly instrument: string;
  readonly purpose: string;
  readonly clause: '11(2)' | '11(3)' | '11(4)';
  /** SHA-256 of the consent, the transfer or the record that the act stands on, hexadecimal. */
  readonly record: string;
}

/** The entry of values that were shown, passed on, or registered as passed on: in the log of one's own officers. */
export function handledEntry(
  head: JournalHead,
  handled: Handled,
  told: readonly SubjectValues[],
): EntryDraft {
  return {
    ...byOfficer(head, handled),
    outcome: 'ANSWERED',
    refusal: null,
    withheld: [],
    subjects: told.map((subject) => ({
      // The register here does not know the person: the tag is found again by who holds the signed document.
      key: createHash('sha256').update(`${handled.about.digest} ${subject.n}`).digest(),
      released: coordinatesTold(subject),
      withheld: [],
    })),
  };
}

/** The entry of what was refused: which items were asked, and the code. */
export function refusedHandlingEntry(
  head: JournalHead,
  handled: Handled,
  refused: { readonly code: string; readonly items: readonly Item[] },
): EntryDraft {
  return {
    ...byOfficer(head, handled),
    outcome: 'REFUSED',
    refusal: { code: 'NO_GRANT', reason: refused.code },
    withheld: [...new Set(refused.items.flatMap((item) => COORDINATES_OF[item]))].sort(),
    subjects: [],
  };
}

function byOfficer(head: JournalHead, handled: Handled) {
  const { officer, unit, role, purpose, clause, record } = handled;
  return {
    ...aboutHolding(head, handled),
    log: DOMESTIC_LOG,
    asking: { authority: head.ownAuthority, unit, role, officer, gateway: null },
    purpose,
    clauses: [clause],
    operation: record,
  };
}

function aboutHolding(
  { ownAuthority, policy, schema }: JournalHead,
  { about, instrument }: Pick<Handled, 'about' | 'instrument'>,
) {
  return {
    answering: ownAuthority,
    ...{ request: about.id, requestDigest: about.digest, instrument, basis: null },
    ...{ policy, schema },
  };
}
