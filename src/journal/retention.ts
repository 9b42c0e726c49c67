/** The journal of an end (11(5)): what was received is destroyed, or its end is put off for a reason. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import { type Destruction, destructionDigest, type Holding } from '../custody/index.js';
import type { EntryDraft } from '../ledger/index.js';
import { DOMESTIC_LOG, type JournalHead, logOf } from './journal.js';

/**
 * The entry of a destruction, in the log of its provider, sealed before a key is erased. `operation` is the digest of
 * what is destroyed, by commitment, which the certificate repeats.
 */
export function destroyedEntry(
  head: JournalHead,
  destruction: Destruction,
  gateway: string,
): EntryDraft {
  const { provider, instrument, clause } = destruction;
  return {
    ...aboutHeld(head, destruction),
    log: logOf(provider, head.ownAuthority),
    outcome: 'DESTROYED',
    asking: { ...ownOf(head), unit: null, role: 'GATEWAY', officer: gateway },
    ...{ instrument, purpose: null, basis: null, clauses: [clause] },
    operation: destructionDigest(destruction),
  };
}

/** An end that an officer puts off. Its reason is the officer's own text: the entry has its digest. */
export type Extension = {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
  readonly holding: Holding;
  readonly until: number;
  readonly reason: string;
};

/** The entry of an end that is put off, in the log of the authority's own officers; sealed before it is. */
export function extendedEntry(head: JournalHead, extension: Extension): EntryDraft {
  const { officer, unit, role, holding, until, reason } = extension;
  const { case: id, source, purpose, basis, instrument, endsAt } = holding;
  const put = { case: id, source, purpose, endsAt, until, reason };
  return {
    ...aboutHeld(head, holding),
    log: DOMESTIC_LOG,
    outcome: 'EXTENDED',
    asking: { ...ownOf(head), unit, role, officer },
    ...{ instrument, purpose, basis, clauses: ['11(5)'] },
    operation: createHash('sha256').update(canonicalJson(put)).digest('hex'),
  };
}

const ownOf = ({ ownAuthority }: JournalHead) => ({ authority: ownAuthority, gateway: null });

function aboutHeld(
  { ownAuthority, policy, schema }: JournalHead,
  { case: request, digest }: Pick<Holding, 'case' | 'digest'>,
) {
  return {
    ...{ refusal: null, answering: ownAuthority, request, requestDigest: digest },
    ...{ withheld: [], subjects: [], policy, schema },
  };
}
