/**
 * Records over two times: when something holds (valid time), and when we knew it (recorded time), so that what was
 * right to think on a day can be asked again. A record is never altered: it is withdrawn, and another takes its place.
 */

/** Instants in milliseconds since the epoch; a span holds from its first instant to before its last. */
export interface Recorded<Fact> {
  readonly fact: Fact;
  readonly validFrom: number;
  /** The first instant at which it no longer holds; null while no end is known. */
  readonly validUntil: number | null;
  readonly recordedAt: number;
  /** The instant from which another record says it; null for what is thought now. */
  readonly withdrawnAt: number | null;
  /** The diplomatic note or notice it rests on (2, 9(4)). */
  readonly note: string;
}

/** As it held at one instant, as it was known at another. */
export interface Moment {
  readonly validAt: number;
  readonly knownAt: number;
}

/** Where an instant lies to everything known of a thing. */
export type Timing = 'UNKNOWN' | 'NOT_YET' | 'VALID' | 'NO_LONGER';

/** Whether the record was what we thought at the instant. */
export function isKnown({ recordedAt, withdrawnAt }: Recorded<unknown>, at: number): boolean {
  return recordedAt <= at && (withdrawnAt === null || at < withdrawnAt);
}

/** Whether the record says that its fact holds at the instant. */
function isValid({ validFrom, validUntil }: Recorded<unknown>, at: number): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

/** The records that hold at a moment. */
export function holding<Fact>(
  records: readonly Recorded<Fact>[],
  { validAt, knownAt }: Moment,
): readonly Recorded<Fact>[] {
  return records.filter((record) => isKnown(record, knownAt) && isValid(record, validAt));
}

/** Where a moment lies to the records of one thing; between two of its spans, it holds no longer. */
export function timingOf(
  records: readonly Recorded<unknown>[],
  { validAt, knownAt }: Moment,
): Timing {
  const known = records.filter((record) => isKnown(record, knownAt));
  if (known.length === 0) return 'UNKNOWN';
  if (known.some((record) => isValid(record, validAt))) return 'VALID';
  return known.every(({ validFrom }) => validFrom > validAt) ? 'NOT_YET' : 'NO_LONGER';
}
