/**
 * The journal of one query: what the ledger's entry says about it. Who asked on which request for which purpose,
 * what was released about whom, what was withheld or refused. Never a personal value, never a word of the caller's.
 */
import type { Refusal } from '../base/index.js';
import type { Answer, Judgement, Operation } from '../graph/index.js';
import type { Caller } from '../identity/index.js';
import type { EntryDraft } from '../ledger/index.js';
import type { Grant } from '../requests/index.js';
import { itemOf, PURPOSES, type Purpose } from '../treaty/index.js';

/** The log of the authority's own officers; every counterpart authority has one under its code. */
export const DOMESTIC_LOG = 'DOMESTIC';

/** What stays the same while the gateway runs. */
export interface JournalHead {
  readonly ownAuthority: string;
  /** Digests of the policy data and of the schema in force. */
  readonly policy: string;
  readonly schema: string;
}

/** One visit: who asks what, and what the headers state. */
export interface Visit {
  readonly caller: Caller;
  readonly operation: Operation;
  readonly request: string | undefined;
  readonly purpose: string | undefined;
}

/** The log a caller's operations are sealed in: one partner's traffic must not show in another's log (11(1)). */
export function logOf(authority: string, ownAuthority: string): string {
  return authority === ownAuthority ? DOMESTIC_LOG : authority;
}

/** The entry of an answer. */
export function answeredEntry(
  head: JournalHead,
  visit: Visit,
  given: { readonly grant: Grant; readonly judgement: Judgement; readonly answer: Answer },
): EntryDraft {
  const { grant, judgement, answer } = given;
  return {
    ...commonEntry(head, visit),
    outcome: 'ANSWERED',
    refusal: null,
    request: grant.request,
    requestDigest: grant.requestDigest,
    instrument: grant.instrument.id,
    purpose: grant.purpose,
    basis: grant.basis,
    clauses: clausesOf(grant, answer),
    withheld: judgement.withheld.map(({ asked }) => asked.coordinate).sort(),
    subjects: answer.journal,
    tickets: answer.tickets,
  };
}

/** The entry of a refusal. What the caller sent stands in it only where it has the form of what it should be. */
export function refusedEntry(head: JournalHead, visit: Visit, refusal: Refusal): EntryDraft {
  const { request, purpose } = visit;
  return {
    ...commonEntry(head, visit),
    outcome: 'REFUSED',
    refusal: {
      code: refusal.code,
      reason: typeof refusal.cause === 'string' ? refusal.cause : null,
    },
    request: request !== undefined && isRequestId(request) ? request : null,
    requestDigest: null,
    instrument: null,
    purpose: purpose !== undefined && isPurpose(purpose) ? purpose : null,
    basis: null,
    clauses: [],
    withheld: visit.operation.guarded.map(({ coordinate }) => coordinate).sort(),
    subjects: [],
  };
}

function commonEntry(head: JournalHead, { caller, operation }: Visit) {
  const { authority, unit, role, officer, gateway } = caller;
  return {
    log: logOf(authority, head.ownAuthority),
    asking: { authority, unit, role, officer, gateway },
    answering: head.ownAuthority,
    operation: operation.hash,
    policy: head.policy,
    schema: head.schema,
  };
}

function clausesOf({ instrument, purpose }: Grant, { journal }: Answer): readonly string[] {
  // Subjects seen alike share one list.
  const lists = new Set(journal.map((line) => line.released));
  const released = new Set([...lists].flat());
  const opens = instrument.opens.get(purpose);
  const clauses = [...released].flatMap((coordinate) => {
    const item = itemOf(coordinate);
    return item === undefined ? [] : (opens?.get(item) ?? []);
  });
  return [...new Set(clauses)].sort();
}

const requestIdForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isRequestId = (text: string): boolean => requestIdForm.test(text);
const isPurpose = (text: string): text is Purpose => PURPOSES.some((known) => known === text);
