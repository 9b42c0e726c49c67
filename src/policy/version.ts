/** One digest for the policy in force, so that an entry says under which rules it was decided. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { Living } from '../treaty/index.js';

/** SHA-256 over every rule of every version of every instrument, hexadecimal. Changes when a rule, a row rule or a day does. */
export function policyVersion(instruments: Iterable<Living>): string {
  const rules = [...instruments].flatMap((one) => {
    const versions = one.versions ?? [{ from: null, instrument: one }];
    return versions.map(({ from, instrument: { id, opens, rows } }) => ({
      ...{ id, from, rows: { ...rows } },
      opens: [...opens].map(([purpose, items]) => ({
        purpose,
        items: [...items].map(([item, clauses]) => ({ item, clauses: [...clauses] })),
      })),
    }));
  });
  return createHash('sha256').update(canonicalJson(rules)).digest('hex');
}
