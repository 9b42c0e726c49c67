/**
 * An entry as the text whose UTF-8 bytes are the leaf: canonical JSON (RFC 8785). An entry's members are known, and hold
 * strings and the number 1: written in the order of their names they are canonical as JSON.stringify writes them.
 */
import { canonicalJson } from '../base/index.js';
import type { Entry, SubjectGroup } from './entry.js';

/** Writes an entry. Throws a RangeError for a string that JSON cannot carry. */
export function formatEntry(entry: Entry): string {
  const ordered = inOrder(entry);
  const written = JSON.stringify(ordered);
  // Perhaps a lone surrogate, which JSON.stringify escapes and RFC 8785 forbids.
  return written.includes('\\ud') ? canonicalJson(ordered) : written;
}

// What is written is what is named here: members that a draft carries beside its own are none of the entry.
const inOrder = (entry: Entry): Entry => ({
  answering: entry.answering,
  asking: {
    authority: entry.asking.authority,
    gateway: entry.asking.gateway,
    officer: entry.asking.officer,
    role: entry.asking.role,
    unit: entry.asking.unit,
  },
  basis: entry.basis,
  clauses: entry.clauses,
  // Made in order (coordinates.ts).
  coordinates: entry.coordinates,
  hmac: entry.hmac,
  instrument: entry.instrument,
  operation: entry.operation,
  origin: entry.origin,
  outcome: entry.outcome,
  policy: entry.policy,
  purpose: entry.purpose,
  refusal: entry.refusal && { code: entry.refusal.code, reason: entry.refusal.reason },
  request: entry.request,
  requestDigest: entry.requestDigest,
  salt: entry.salt,
  schema: entry.schema,
  subjects: entry.subjects.map(groupInOrder),
  time: entry.time,
  v: entry.v,
  withheld: entry.withheld,
});

const groupInOrder = ({ released, tags, withheld }: SubjectGroup): SubjectGroup => ({
  released,
  tags,
  withheld,
});
