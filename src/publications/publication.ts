/**
 * A publication: what an authority makes known to everybody under an instrument (A-3.1(1), A-3.1(3), B-1a, B-2a, B-2b,
 * B-3a, B-4a). Everything in it is public already, at the source that it names; nothing in it is about a person, and no
 * member of the type could hold one.
 */
import type { Language } from '../base/index.js';
import type { Clause, Day, PublicationKind } from '../treaty/index.js';

/** Languages that a source may be written in: ours, and those of the States whose law it is. ISO 639-1. */
export const SOURCE_LANGUAGES = ['ru', 'en', 'az', 'kk', 'nl', 'fr', 'de'] as const;
export type SourceLanguage = (typeof SOURCE_LANGUAGES)[number];

/** What a publication says in one language. */
export interface PublicationText {
  readonly title: string;
  /** Null where the title says enough. */
  readonly summary: string | null;
  /** The text itself, paragraphs apart by an empty line; null where the source alone has it. */
  readonly text: string | null;
}

/** Where everybody can read it (B-1a): without one nothing is published. */
export interface PublicSource {
  /** As lawyers cite it: "Official Gazette No 12, item 345". */
  readonly reference: string;
  /** Absolute, https. */
  readonly url: string;
}

/** Days of the source, as far as they are known. */
export interface PublicationDates {
  readonly adopted: Day | null;
  readonly inForceFrom: Day | null;
  /** When the source made it public. */
  readonly published: Day;
  /** When the source last changed it. */
  readonly changed: Day | null;
}

/** What a change of legislation changes. */
export interface ChangedAct {
  readonly reference: string;
  /** Id of its publication here; null where it has none. */
  readonly publication: string | null;
}

/** A file that goes with it: a table for programs, a chart for people. */
export interface Attachment {
  /** Its address below the publication's: `table.csv`. */
  readonly name: string;
  /** UTF-8 text. */
  readonly content: string;
}

export interface Publication {
  /** Lower-case letters, digits and single hyphens; its address is made of it. */
  readonly id: string;
  readonly kind: PublicationKind;
  /** Instrument and clause it is exchanged under. */
  readonly instrument: string;
  readonly clause: Clause;
  /** Code of a competent authority of the instrument. */
  readonly publisher: string;
  /** At least one. */
  readonly texts: Readonly<Partial<Record<Language, PublicationText>>>;
  /** Languages of the source; at least one, none twice. */
  readonly languages: readonly SourceLanguage[];
  readonly source: PublicSource;
  readonly dates: PublicationDates;
  /** Of LEGISLATION_CHANGE, and of nothing else. */
  readonly changes: ChangedAct | null;
  readonly attachments: readonly Attachment[];
}

/** Why something is not published. Closed; the words stand in the catalogues. */
export const PUBLICATION_FAULTS = [
  'WRONG_FORM',
  'TOO_LONG',
  'UNKNOWN_MEMBER',
  'UNKNOWN_KIND',
  'UNKNOWN_INSTRUMENT',
  'UNKNOWN_CLAUSE',
  'UNKNOWN_PUBLISHER',
  'UNKNOWN_LANGUAGE',
  'NO_TEXT',
  'NO_SOURCE',
  'SOURCE_NOT_PUBLIC',
  'NO_CHANGED_ACT',
  'NOT_A_CHANGE',
  'DATES_OUT_OF_ORDER',
  'DATE_AHEAD',
  'DUPLICATE_ID',
  'ID_TAKEN',
  'INSTRUMENT_NOT_IN_FORCE',
  'NO_PUBLICATION',
  'NOT_THIS_ROLE',
  'NOT_HELD',
  'ALREADY_WITHDRAWN',
  'NO_REASON',
  'PERSONAL_REASON',
  'STATISTICS_BY_HAND',
  'CONFLICT',
] as const;
export type PublicationFaultCode = (typeof PUBLICATION_FAULTS)[number];

export interface PublicationFault {
  readonly code: PublicationFaultCode;
  /** The member it is about: `texts.az.title`; never what stood there. */
  readonly at: string;
}
