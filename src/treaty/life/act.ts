/**
 * What the Parties do with an instrument after its signature, each act with the document that proves it. Acts are
 * recorded one after another and never changed: what a record says holds from the moment at which it was made.
 */
import type { CountryCode } from '../authority.js';
import type { Day } from '../instrument-data.js';
import type { Item } from '../items.js';

/** A rule that the Parties read differently: what one purpose opens. */
export type DisputedRule = {
  readonly purpose: string;
  readonly item: Item;
};

export const DISAGREEMENT_STEPS = ['CONSULT', 'SETTLE', 'WITHDRAW'] as const;
export type DisagreementStep = (typeof DISAGREEMENT_STEPS)[number];

export type LifeAct =
  /** The other side received the notification (Article 17); of an amendment by its number (Article 16). */
  | { readonly kind: 'NOTIFICATION'; readonly amendment: number | null; readonly on: Day }
  /** Consent in writing to an amendment (memorandum, paragraph 7). */
  | { readonly kind: 'CONSENT'; readonly amendment: number; readonly on: Day }
  /** A notice of termination: the day that it bears, and the day on which the other side received it (Article 17). */
  | { readonly kind: 'TERMINATION'; readonly writtenOn: Day; readonly on: Day }
  /** A disagreement on application or interpretation (Article 12; memorandum, paragraph 6). */
  | {
      readonly kind: 'DISAGREEMENT';
      readonly rules: readonly DisputedRule[];
      /** Requests over which it arose. */
      readonly requests: readonly string[];
      /** Whether the rules stay closed until it is settled. */
      readonly freezes: boolean;
    }
  | {
      readonly kind: 'DISAGREEMENT_STEP';
      readonly disagreement: string;
      readonly step: DisagreementStep;
    }
  /** Costs of one request, as one side signed them (Article 13): the other signs the same document. */
  | { readonly kind: 'COST_NOTE'; readonly request: string }
  /** Takes back what was recorded by mistake, or what its author took back. */
  | { readonly kind: 'ANNULMENT'; readonly record: string };

export interface LifeRecord {
  /** UUID version 4. */
  readonly id: string;
  readonly instrument: string;
  /** The state whose act it is. */
  readonly party: CountryCode;
  readonly act: LifeAct;
  /** The document, as the Parties name it: a diplomatic note and its number. */
  readonly reference: string;
  /** SHA-256 of the document, hexadecimal. */
  readonly digest: string;
  /** Service number of the coordinator who recorded it. */
  readonly officer: string;
  /** Milliseconds since the epoch. */
  readonly recordedAt: number;
}

/** The records as they stood at an instant: without those that came later, and those that had been annulled by then. */
export function recordsAt(records: readonly LifeRecord[], at: number): readonly LifeRecord[] {
  const made = records.filter(({ recordedAt }) => recordedAt <= at);
  const gone = new Set(made.flatMap(({ act }) => (act.kind === 'ANNULMENT' ? [act.record] : [])));
  return made.filter(({ id }) => !gone.has(id));
}
