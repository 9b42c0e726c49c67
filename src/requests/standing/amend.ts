/** How the registers change: by new records alone, so that every earlier answer can be given again (A-2.2, 9(4)). */
import { type Fact, keyOf, type Register, type Standing } from './facts.js';
import type { Recorded } from './recorded.js';

/** When a change holds, when we learned of it, and on what it rests. */
export interface Amendment {
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly recordedAt: number;
  readonly note: string;
}

/** From `validFrom` on this is the fact: an earlier version ends there, a later one that was announced is withdrawn. */
export function recordFact(
  standing: Standing,
  fact: Fact,
  amendment: Amendment & { readonly validUntil: number | null },
): Standing {
  const { validFrom, validUntil, recordedAt, note } = amendment;
  return [
    ...endFact(standing, { register: fact.register, key: keyOf(fact) }, amendment),
    { fact, validFrom, validUntil, recordedAt, withdrawnAt: null, note },
  ];
}

/** From `validFrom` on the thing is no more. The same standing where there is no such thing. */
export function endFact(
  standing: Standing,
  thing: { readonly register: Register; readonly key: string },
  amendment: Amendment,
): Standing {
  return standing.flatMap((record) =>
    record.fact.register === thing.register && keyOf(record.fact) === thing.key
      ? shortened(record, amendment)
      : [record],
  );
}

function shortened(
  record: Recorded<Fact>,
  { validFrom: end, recordedAt, note }: Amendment,
): readonly Recorded<Fact>[] {
  const isTouched = record.validUntil === null || record.validUntil > end;
  if (record.withdrawnAt !== null || !isTouched) return [record];
  const withdrawn = { ...record, withdrawnAt: recordedAt };
  if (record.validFrom >= end) return [withdrawn];
  return [withdrawn, { ...record, validUntil: end, recordedAt, note }];
}
