/**
 * What is held of one answer, or of one provision (8(2)), for one purpose. The holding itself says nothing personal: of
 * which subjects, by number, which items; the values stand apart, each under its own key. It outlives them.
 */
import type { Item } from '../treaty/index.js';

/** A subject of whom something is held. */
export type HeldSubject = {
  /** Its number in the signed request. */
  readonly n: number;
  readonly items: readonly Item[];
  /** The subject's key in the ledger, 32 bytes in base64url: it finds the tags of readings, and has an end of its own. */
  readonly tagKey: string;
};

/** A term of the provider (10(2), 8(2)) on the items that it names; its words travel with every value. */
export type HandlingCondition = {
  readonly kind: string;
  readonly items: readonly Item[];
  readonly text: string;
  readonly until?: number | null;
};

/** READMISSION: a case that is kept here, of which the keys alone are held (decision 0040). */
export type HoldingKind = 'ANSWER' | 'PROVISION' | 'READMISSION';

/** The keys of a readmission case: of what both sides are told, and of the notes that stay with this authority. */
export type CaseKeyKind = 'CASE_KEY' | 'NOTES_KEY';

/** What a value is: an item group, a package as it came, or a key. */
export type ValueGroup = Item | 'PACKAGE' | CaseKeyKind;

/** What is held, and under which bounds. Instants in milliseconds since the epoch. Plain JSON. */
export type Holding = {
  readonly kind: HoldingKind;
  /** The request, or the provision. */
  readonly case: string;
  /** Which answer of it: the digest of the record, or of the provision; hexadecimal. Of a case its kind. */
  readonly source: string;
  readonly purpose: string;
  /** The clause on which the purpose rests. */
  readonly basis: string;
  readonly instrument: string;
  readonly provider: string;
  /** SHA-256 of the signed request or provision, hexadecimal. */
  readonly digest: string;
  readonly subjects: readonly HeldSubject[];
  /** By item: the clauses under which the provider gave it. */
  readonly clauses: Readonly<Partial<Record<Item, readonly string[]>>>;
  readonly conditions: readonly HandlingCondition[];
  readonly receivedAt: number;
  /** First instant at which it may no longer be held. */
  readonly endsAt: number;
  /** The latest to which that may be put off: the time for which the provider gave it. */
  readonly limit: number;
};

/** Where a value stands: what its encryption binds it to, so that none can be put in the place of another. */
export type ValuePlace = {
  readonly case: string;
  readonly source: string;
  readonly purpose: string;
  readonly provider: string;
  /** 0 for what is no person's. */
  readonly n: number;
  readonly group: ValueGroup;
};

export const placeOf = (
  { case: id, source, purpose, provider }: Holding,
  n: number,
  group: ValuePlace['group'],
): ValuePlace => ({ case: id, source, purpose, provider, n, group });
