/**
 * Reading the register for one operation under one grant. Every statement selects only columns that were asked and
 * granted, as recorded at the grant's `asOf`, with the row rules as predicates. A reader lives for one operation.
 */
import type { Language } from '../base/index.js';
import type { Grant, GrantSubject } from '../requests/index.js';
import type { Item } from '../treaty/index.js';
import type { Outline } from './register/compiled/outline.js';

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
  /** The tickets under which it has read so far, for the entry of the operation. */
  readonly tickets: readonly string[];
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

/** A page asked whole: the register answers with the text of each person. */
export interface CompiledAsk {
  readonly grant: Grant;
  /** At most `first` of the subjects whose numbers are asked. */
  readonly page: { readonly first: number; readonly isAsked: (n: number) => boolean };
  /** What is asked of each person, as many times as the answer holds it. */
  readonly outlines: readonly Outline[];
  /** Guarded coordinates that the verdicts withhold from who holds these items. */
  readonly withheldFrom: (items: ReadonlySet<Item>) => ReadonlySet<string>;
  /** The caller's, for names of bodies. */
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A subject that is found, as JSON text: UTF-8 bytes, one for each outline. */
export interface CompiledSubject {
  readonly subject: GrantSubject;
  /** The subject's ledger key, 32 bytes. */
  readonly key: Uint8Array;
  readonly texts: readonly (Buffer | null)[];
}

export interface CompiledPage {
  /** The ticket under which it was read; null where nobody was found. */
  readonly ticket: string | null;
  /** In order of n. */
  readonly found: readonly CompiledSubject[];
  readonly more: boolean;
}

/**
 * Answers a page with one statement, in the very bytes that the resolvers and JSON.stringify would make of it.
 * Undefined where the subjects of the grant differ in too many ways for one statement: then nothing was read.
 */
export type ReadCompiled = (asked: CompiledAsk) => Promise<CompiledPage | undefined>;

/** The numbers of the subjects that a grant of this request would find; opens nothing, and leaves no ticket. */
export type FindPresent = (grant: Grant) => Promise<ReadonlySet<number>>;
