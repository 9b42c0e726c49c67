/**
 * The journal of cooperation without personal data (Article 7; memorandum, paragraphs 1, 3 and 5): that a change was made,
 * by whom, and its digest. It discloses nothing about anybody; it stands here so that neither side can later say otherwise.
 */
import type { EntryDraft } from '../ledger/index.js';
import { type JournalHead, logOf } from './journal.js';

export interface MovedCooperation {
  /** The activity, or the UUID of the change where it is of a contact point. */
  readonly id: string;
  /** SHA-256 of the change in canonical form, hexadecimal. */
  readonly digest: string;
  readonly by: {
    readonly authority: string;
    readonly unit: string | null;
    readonly role: string;
    readonly officer: string;
  };
  /** The text and the clause it rests on; null where it rests on none in particular. */
  readonly instrument: string | null;
  readonly clause: string | null;
}

/** The entry of a change, in the log of one of the authorities that it concerns. */
export function movedCooperationEntry(
  head: JournalHead,
  { id, digest, by, instrument, clause }: MovedCooperation,
  concerned: string,
): EntryDraft {
  return {
    log: logOf(concerned, head.ownAuthority),
    outcome: 'MOVED',
    refusal: null,
    asking: { ...by, gateway: null },
    answering: head.ownAuthority,
    request: id,
    requestDigest: digest,
    instrument,
    ...{ purpose: null, basis: null },
    clauses: clause === null ? [] : [clause],
    operation: digest,
    withheld: [],
    subjects: [],
    policy: head.policy,
    schema: head.schema,
  };
}
