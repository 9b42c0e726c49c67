/** One digest for the policy in force, so that an entry says under which rules it was decided. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { Instrument } from '../treaty/index.js';

/** SHA-256 over every rule of every instrument, hexadecimal. Changes when a rule or a row rule does. */
export function policyVersion(instruments: Iterable<Instrument>): string {
  const rules = [...instruments].map(({ id, opens, rows }) => ({
    id,
    rows: { ...rows },
    opens: [...opens].map(([purpose, items]) => ({
      purpose,
      items: [...items].map(([item, clauses]) => ({ item, clauses: [...clauses] })),
    })),
  }));
  return createHash('sha256').update(canonicalJson(rules)).digest('hex');
}
