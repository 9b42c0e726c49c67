/** The journal of the life of an instrument (Articles 12, 13, 16, 17): each act that was recorded, and by which document. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { EntryDraft } from '../ledger/index.js';
import type { LifeAct, LifeRecord } from '../treaty/index.js';
import { DOMESTIC_LOG, type JournalHead } from './journal.js';

/** The entry of an act, in the log of the authority's own officers: it binds the authority alone that records it. */
export function lifeRecordEntry(head: JournalHead, record: LifeRecord): EntryDraft {
  const { id, instrument, act, digest, officer } = record;
  return {
    log: DOMESTIC_LOG,
    outcome: 'MOVED',
    refusal: null,
    asking: {
      ...{ authority: head.ownAuthority, unit: null, role: 'COORDINATOR' },
      ...{ officer, gateway: null },
    },
    answering: head.ownAuthority,
    request: id,
    requestDigest: digest,
    ...{ instrument, purpose: null, basis: null },
    clauses: CLAUSES[act.kind],
    operation: operationOf(record),
    withheld: [],
    subjects: [],
    policy: head.policy,
    schema: head.schema,
  };
}

/** SHA-256 of the whole record in canonical form: whoever changes it in the database does not change this. */
function operationOf(record: LifeRecord): string {
  const { id, instrument, party, act, reference, digest, officer, recordedAt } = record;
  const whole = { id, instrument, party, act: { ...act }, reference, digest, officer, recordedAt };
  return createHash('sha256').update(canonicalJson(whole)).digest('hex');
}

/** Whether a leaf of the domestic log is the entry of this record as it stands now. */
export function isEntryOf(leaf: string, record: LifeRecord): boolean {
  const { outcome, request, operation } = JSON.parse(leaf) as Readonly<Record<string, unknown>>;
  return outcome === 'MOVED' && request === record.id && operation === operationOf(record);
}

/** Of the agreement of 2019; the memorandum has the same in its paragraphs 6 to 8. */
const CLAUSES: Readonly<Record<LifeAct['kind'], EntryDraft['clauses']>> = {
  NOTIFICATION: ['17'],
  CONSENT: ['7'],
  TERMINATION: ['17'],
  DISAGREEMENT: ['12'],
  DISAGREEMENT_STEP: ['12'],
  COST_NOTE: ['13'],
  ANNULMENT: ['17'],
};
