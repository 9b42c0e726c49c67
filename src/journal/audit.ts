/** The journal of an auditor's look at the record (11(4)): that he looked, for whom or for what, by which question. */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.js';
import type { EntryDraft } from '../ledger/index.js';
import { DOMESTIC_LOG, type JournalHead } from './journal.js';

export interface Looked {
  readonly officer: string;
  readonly unit: string | null;
  /** The question's name, and what was asked with it: no name of a person among it. */
  readonly question: string;
  readonly asked: Json;
  /** The request looked at, where it is one. */
  readonly request: string | null;
  /** The tags' keys of the persons who were looked up. */
  readonly persons: readonly Uint8Array[];
}

/** What stands in the entry for a question and what was asked with it: SHA-256, hexadecimal. */
export const lookDigest = (question: string, asked: Json): string =>
  createHash('sha256').update(canonicalJson({ question, asked })).digest('hex');

/** The entry of a look, in the log of the authority's own officers. What he was told is bound by the entry's digest. */
export function lookedEntry(head: JournalHead, looked: Looked): EntryDraft {
  const { officer, unit, question, asked, request, persons } = looked;
  const { ownAuthority, policy, schema } = head;
  return {
    log: DOMESTIC_LOG,
    outcome: 'ANSWERED',
    refusal: null,
    asking: { authority: ownAuthority, unit, role: 'AUDITOR', officer, gateway: null },
    answering: ownAuthority,
    request,
    requestDigest: null,
    instrument: null,
    purpose: null,
    basis: '11(4)',
    clauses: ['11(4)'],
    operation: lookDigest(question, asked),
    withheld: [],
    subjects: persons.map((key) => ({ key, isCandidate: true, released: [], withheld: [] })),
    policy,
    schema,
  };
}
