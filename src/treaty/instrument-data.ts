/**
 * An instrument as its file gives it: data alone, all that the gateway needs to know of a text. A file is written in
 * JSON or in TypeScript and stands in `instruments/`; docs/adding-an-instrument.md says what each member is.
 */
import type { Language } from '../base/index.js';
import type { CooperationData } from './activities.js';
import type { Authority, CountryCode, Named, State } from './authority.js';
import type { Clause, Clauses } from './clause.js';
import type { InstrumentTexts } from './clause-text.js';
import type { Item } from './items.js';
import type { PublicationKind } from './publication-kinds.js';
import type { ReportRules } from './report-kinds.js';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;

/** Who may state a purpose: the authority that asks, or the one that executes (Article 10(1)). */
export type StatedBy = 'requesting' | 'requested';

/** What a basis demands of the person beside being a subject (A-3.1(4), A-3.1(5)). */
export const PERSON_CONDITIONS = ['VALID_PERMIT', 'GROUNDS_FOR_STAY'] as const;
export type PersonCondition = (typeof PERSON_CONDITIONS)[number];

/** The purpose of the requested authority, which weighs a request before it answers (10(1)). */
export const EXECUTION = 'REQUEST_EXECUTION';

export interface PurposeData {
  readonly purpose: string;
  readonly name: Named;
  /** The bases a request may rest this purpose on; it names one of them. */
  readonly clauses: Clauses;
  /** Term of the W3C Data Privacy Vocabulary, where one exists. */
  readonly dpv?: string;
  readonly statedBy: StatedBy;
  readonly opens: readonly Item[];
  /** What the text expressly keeps out of this purpose. */
  readonly closes?: readonly Item[];
  /** Clauses of the rules where they are not those of the item: REQUEST_EXECUTION reads under 10(1). */
  readonly under?: Clauses;
  readonly conditions?: Readonly<Partial<Record<Clause, PersonCondition>>>;
  /** Days for which what was received may be held (11(5)), with the time in which the proceedings can be contested. */
  readonly retentionDays?: number;
}

/** Row rules on top of the matrix; the store turns each into a predicate of its query. */
export interface RowRules {
  /** Only nationals of the Parties, and persons whose nationality is not known (3(1)(2), 5(1)(3)). */
  readonly nationalsOfPartiesOnly: boolean;
  readonly citizenships: 'OF_PARTIES' | 'ALL';
  readonly documents: 'TRAVEL_OR_RESIDENCE' | 'ALL';
  readonly entryBans: 'IN_FORCE' | 'ALL';
}

/** When an instrument binds: on the last of the Parties' notifications (Article 17), or on a day of its text. */
export type EntryIntoForce =
  | { readonly on: 'LAST_NOTIFICATION' }
  | { readonly on: 'DAY'; readonly day: Day };

/** By a protocol that enters into force as the text did, or by the consents of both sides in writing (B-7). */
export type AmendedBy = 'PROTOCOL' | 'WRITTEN_CONSENTS';

/** What one protocol or one exchange of consents changes. Its day of effect is recorded, never written here. */
export interface Amendment {
  /** The document, as the Parties name it. */
  readonly reference: string;
  readonly signedOn: Day;
  readonly executionDays?: number;
  /** Item -> its clauses from then on; null takes it out. */
  readonly items?: Readonly<Partial<Record<Item, Clauses | null>>>;
  /** Purposes as they are from then on: in place of those of the same name, or new ones. */
  readonly purposes?: readonly PurposeData[];
  /** Purposes that end. */
  readonly endsPurposes?: readonly string[];
}

export interface InstrumentData {
  readonly id: string;
  readonly title: Named;
  /** States and authorities that no other file gives. */
  readonly states?: readonly State[];
  readonly authorities?: readonly Authority[];
  readonly parties: readonly {
    readonly country: CountryCode;
    readonly authorities: readonly [string, ...string[]];
  }[];
  readonly bindingForce: 'TREATY' | 'NONE';
  /** False where the text was not at hand when the data were written. */
  readonly confirmed: boolean;
  readonly languages: readonly Language[];
  readonly prevailing: Language;
  readonly workingLanguage: Language;
  /** Calendar days from receipt within which a request is executed (Article 10(3)). */
  readonly executionDays?: number;
  /** Calendar days from entry into force in which the Parties exchange lists (9(3)). */
  readonly listDays?: number;
  readonly entryIntoForce: EntryIntoForce;
  /** Months from the receipt of a notice to the end (Article 17). */
  readonly terminationMonths: number;
  readonly amendedBy: AmendedBy;
  /** In the order of their signature; number 1 is the first. */
  readonly amendments?: readonly Amendment[];
  /** Item -> the clauses that are its basis in this instrument. */
  readonly items: Readonly<Partial<Record<Item, Clauses>>>;
  readonly purposes: readonly PurposeData[];
  readonly rows: RowRules;
  /** What is exchanged for everybody to read -> the clauses that say so; nothing of it is personal. */
  readonly publications?: Readonly<Partial<Record<PublicationKind, Clauses>>>;
  /** Strategic reports; none are exchanged where it is left out. */
  readonly reports?: ReportRules;
  /** The forms of cooperation without personal data; none where it is left out. */
  readonly cooperation?: CooperationData;
  /** What its clauses say, as far as the texts are at hand. */
  readonly texts?: InstrumentTexts;
}

/** What a JSON file of the folder holds; checked with all others before anything is made of it. */
export const fromFile = (data: unknown): InstrumentData => data as InstrumentData;
