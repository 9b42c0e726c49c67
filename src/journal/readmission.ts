/**
 * The journal of a readmission case: each step of either side, and each reading by an officer of this authority. A step
 * stands in the log of the other authority; a humanitarian note and a reading in that of the authority's own officers alone.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { EntryDraft } from '../ledger/index.js';
import { DOMESTIC_LOG, type JournalHead, logOf } from './journal.js';

/** Who acts in which case. */
export interface InReadmission {
  readonly asking: EntryDraft['asking'];
  readonly request: string;
  /** SHA-256 of the signed request, hexadecimal. */
  readonly requestDigest: string;
  readonly instrument: string;
  /** The clause on which the request rests the purpose. */
  readonly basis: string;
}

export interface SteppedReadmission extends InReadmission {
  /** The authority on the other side of the request. */
  readonly other: string;
  /** What was done, and under which id; never what was said. */
  readonly kind: string;
  readonly id: string;
  readonly isRestricted: boolean;
}

/** The entry of a step. What it says is bound by the entry's salted digest, so that nobody guesses it from here. */
export function steppedReadmissionEntry(
  head: JournalHead,
  stepped: SteppedReadmission,
): EntryDraft {
  const { other, kind, id, isRestricted, request } = stepped;
  return {
    ...common(head, stepped),
    log: isRestricted ? DOMESTIC_LOG : logOf(other, head.ownAuthority),
    outcome: kind === 'EXTEND' ? 'EXTENDED' : 'MOVED',
    operation: sha256(canonicalJson({ readmission: request, step: kind, id })),
    subjects: [],
  };
}

export interface ReadReadmission extends InReadmission {
  /** The case, or its humanitarian notes. */
  readonly coordinate: 'Query.readmission' | 'Query.humanitarianNotes';
  /** The tags' keys of the persons of the request who are in the register. */
  readonly persons: readonly Uint8Array[];
}

/** The entry of a reading, in the log of the authority's own officers. */
export function readReadmissionEntry(head: JournalHead, read: ReadReadmission): EntryDraft {
  const { coordinate, persons } = read;
  return {
    ...common(head, read),
    log: DOMESTIC_LOG,
    outcome: 'ANSWERED',
    operation: sha256(coordinate),
    subjects: persons.map((key) => ({ key, released: [coordinate], withheld: [] })),
  };
}

function common(head: JournalHead, { asking, instrument, basis, ...on }: InReadmission) {
  return {
    asking,
    refusal: null,
    answering: head.ownAuthority,
    request: on.request,
    requestDigest: on.requestDigest,
    ...{ instrument, purpose: 'READMISSION', basis },
    clauses: [],
    withheld: [],
    policy: head.policy,
    schema: head.schema,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
