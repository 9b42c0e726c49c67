/** What is attached to a case, as its officers see it. The bytes are asked for one by one (`enclosure`). */
import type { EnclosureCheck as Check, Enclosure } from '../../../requests/index.js';
import type { CaseEnclosure, EnclosureCheck } from '../types/case-enclosure.js';

/** The enclosures in the order in which they came. */
export function enclosuresOf(enclosures: readonly Enclosure[]): readonly CaseEnclosure[] {
  return enclosures.map((one) => ({
    ...{ id: one.id, kind: one.kind, officer: one.officer, role: one.role, at: one.at },
    ...{ format: one.file.format, mediaType: one.file.mediaType },
    ...{ size: one.file.size, sha256: one.file.sha256 },
    covers: one.file.covers?.sha256 ?? null,
    coversWhole: one.file.covers?.whole ?? null,
    ...kindOf(one),
    checks: one.checks.map(checkOf),
  }));
}

type OfKind = Pick<CaseEnclosure, 'signs' | 'over' | 'receivedAt' | 'registryNumber' | 'number'>;

function kindOf(one: Enclosure): OfKind {
  if (one.kind === 'SIGNATURE') {
    const { signs, over } = one;
    return { signs, over, receivedAt: null, registryNumber: null, number: null };
  }
  const { receivedAt, registryNumber, number } = one;
  return { signs: null, over: null, receivedAt, registryNumber, number };
}

function checkOf({ letterhead, verifier: _, ...check }: Check): EnclosureCheck {
  return {
    ...check,
    letterhead: letterhead?.version ?? null,
    letterheadSample: letterhead?.sha256 ?? null,
  };
}
