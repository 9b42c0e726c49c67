/**
 * Reading the register for one operation under one grant. Every statement selects only columns that were asked and
 * granted, as recorded at the grant's `asOf`, with the row rules as predicates. A reader lives for one operation.
 */
import type { Grant, GrantSubject } from '../requests/index.js';

/** A subject that is found, in scope and not protected. Carries no personal value. */
export interface FoundSubject {
  readonly subject: GrantSubject;
  /** The record as of `asOf`; internal to the store. */
  readonly record: string;
  /** The subject's ledger key, 32 bytes. */
  readonly key: Uint8Array;
}

export interface ReadOptions {
  readonly grant: Grant;
  /** Guarded and inherited coordinates the operation asks (`Person.sex`, `PersonName.surname`). Others are never selected. */
  readonly asked: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A child record as selected: only the fields asked, named as in the schema, plus the subject it belongs to. */
export type Row = Readonly<Record<string, unknown>> & { readonly subject: GrantSubject };

export interface RegisterReader {
  /** The page of found subjects with n > after, in order of n; `more` tells whether another follows. */
  list(page: { readonly first: number; readonly after: number }): Promise<{
    readonly found: readonly FoundSubject[];
    readonly more: boolean;
  }>;
  /** The found subject with this number, or undefined. */
  load(n: number): Promise<FoundSubject | undefined>;
  /** A value of the person's own row (`sex`, `civilStatus`, `dateOfBirth`, `placeOfBirth`); null where it has none or is withheld. */
  fact(found: FoundSubject, field: string): Promise<string | null>;
  /** A record (`nameLatin`, `photograph`) or null. */
  record(found: FoundSubject, field: string): Promise<Row | null>;
  /** A list (`documents`, `entryBans`); null where the register has none, or it is withheld for this subject. */
  records(found: FoundSubject, field: string): Promise<readonly Row[] | null>;
  /** YES, NO or UNDETERMINED; UNDETERMINED for every state whose nationals the instrument does not speak of. */
  isNationalOf(found: FoundSubject, state: string): Promise<'YES' | 'NO' | 'UNDETERMINED' | null>;
}

/** Opens a reader for one operation. */
export type OpenReader = (options: ReadOptions) => RegisterReader;
