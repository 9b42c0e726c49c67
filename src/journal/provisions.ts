/** The journal of what is given unasked (8(2)): each step of a provision, and each reading of one that was received. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { EntryDraft } from '../ledger/index.js';
import type { ProvisionDocument, ProvisionMotion } from '../requests/index.js';
import { COORDINATES_OF } from '../treaty/index.js';
import { DOMESTIC_LOG, type JournalHead, logOf } from './journal.js';

/** A step of a provision as it is put into the journal. */
export interface MovedProvision {
  readonly motion: ProvisionMotion;
  readonly provision: ProvisionDocument;
  /** SHA-256 of the provision, hexadecimal. */
  readonly digest: string;
}

/** The entry of a step: in the log of the other authority, whichever side made it. */
export function movedProvisionEntry(head: JournalHead, moved: MovedProvision): EntryDraft {
  const { motion, provision, digest } = moved;
  const { provider, recipient } = provision;
  const { side, role, officer } = motion.by;
  const other = provider === head.ownAuthority ? recipient : provider;
  const authority = side === 'PROVIDER' ? provider : recipient;
  return {
    ...aboutProvision(head, provision, digest),
    log: logOf(other, head.ownAuthority),
    outcome: 'MOVED',
    asking: { authority, unit: null, role, officer, gateway: null },
    operation: sha256(canonicalJson(motion)),
    subjects: [],
  };
}

/** Who opens a provision that was received. */
export interface OpenedProvision {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
  readonly provision: ProvisionDocument;
  readonly digest: string;
}

/** Stands where the hash of a document stands: opening a provision always asks for the whole of it. */
const OPENING = sha256('provision');

/** The entry of a reading, in the log of the authority's own officers: of whom, by the provision, and what was given. */
export function openedProvisionEntry(head: JournalHead, opened: OpenedProvision): EntryDraft {
  const { officer, unit, role, provision, digest } = opened;
  return {
    ...aboutProvision(head, provision, digest),
    log: DOMESTIC_LOG,
    outcome: 'ANSWERED',
    asking: { authority: head.ownAuthority, unit, role, officer, gateway: null },
    operation: OPENING,
    subjects: provision.subjects.map(({ n, items }) => ({
      // The register here does not know the person: the tag is found again by who holds the provision.
      key: createHash('sha256').update(`${digest} ${n}`).digest(),
      released: [...new Set(items.flatMap((item) => COORDINATES_OF[item]))].sort(),
      withheld: [],
    })),
  };
}

function aboutProvision(head: JournalHead, provision: ProvisionDocument, digest: string) {
  const { id, instrument, purpose, basis } = provision;
  return {
    refusal: null,
    answering: head.ownAuthority,
    ...{ request: id, requestDigest: digest, instrument, purpose, basis },
    clauses: ['8(2)'],
    withheld: [],
    policy: head.policy,
    schema: head.schema,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
