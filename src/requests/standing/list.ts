/**
 * The list of 9(3) as both sides can compare it: who signs and on which letterhead, at an instant. What each side noted
 * for itself (when it learned of it, from which note) is left out, so that the same list has the same digest on both.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../base/index.js';
import { authorityOf, type CountryCode } from '../../treaty/index.js';
import { type Fact, recordsOf, type Standing } from './facts.js';
import { holding, type Moment, type Recorded } from './recorded.js';

/** SHA-256, hexadecimal, of a Party's list at a moment: its version. */
export function listDigest(standing: Standing, party: CountryCode, moment: Moment): string {
  const records: readonly Recorded<Fact>[] = [
    ...recordsOf(standing, 'SIGNATORY'),
    ...recordsOf(standing, 'LETTERHEAD'),
  ];
  const lines = holding(records, moment)
    .filter(({ fact }) => authorityOf(fact.authority)?.country === party)
    .map(({ fact, validFrom, validUntil }) => canonicalJson({ fact, validFrom, validUntil }));
  return createHash('sha256').update(canonicalJson(lines.sort())).digest('hex');
}
