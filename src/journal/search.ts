/**
 * The journal of a search: an executing officer looked for a person in the register (10(1), 8(2)). Whom he was shown stands in
 * the entry as any reading does; what he looked for does not.
 */
import { createHash } from 'node:crypto';
import type { EntryDraft } from '../ledger/index.js';
import type { Clause } from '../treaty/index.js';
import { DOMESTIC_LOG, type JournalHead } from './journal.js';

/** What a candidate shows of a person. */
const SHOWN = ['Person.dateOfBirth', 'Person.nameCyrillic', 'Person.nameLatin'];
/** Stands where the hash of a document stands: a search is no GraphQL document, and always asks the same. */
const OPERATION = createHash('sha256').update('candidates').digest('hex');

export interface Searched {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
  readonly request: string;
  readonly requestDigest: string;
  readonly instrument: string;
  /** What it is done for: the execution of a request (10(1)), or a purpose for which something is given unasked. */
  readonly purpose: string;
  readonly clause: Clause;
  /** The tags' keys of those who were shown. */
  readonly found: readonly Uint8Array[];
  /** The tickets under which one looked. */
  readonly tickets: readonly string[];
}

/** The entry of a search, in the log of the authority's own officers. */
export function searchedEntry(head: JournalHead, searched: Searched): EntryDraft {
  const {
    officer,
    unit,
    role,
    request,
    requestDigest,
    instrument,
    purpose,
    clause,
    found,
    tickets,
  } = searched;
  const { ownAuthority, policy, schema } = head;
  return {
    log: DOMESTIC_LOG,
    outcome: 'ANSWERED',
    refusal: null,
    asking: { authority: ownAuthority, unit, role, officer, gateway: null },
    answering: ownAuthority,
    request,
    requestDigest,
    instrument,
    purpose,
    basis: clause,
    clauses: [clause],
    operation: OPERATION,
    withheld: [],
    subjects: found.map((key) => ({ key, isCandidate: true, released: SHOWN, withheld: [] })),
    tickets,
    policy,
    schema,
  };
}
