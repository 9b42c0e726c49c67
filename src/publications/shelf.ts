/** What is shown of publications, and the shelf that keeps them: declared here, kept by a store. */
import type { Language } from '../base/index.js';
import type { PublicationKind } from '../treaty/index.js';
import type { Attachment, Publication } from './publication.js';
import type { PublicationState, PublicationVersion } from './publish.js';

/** What everybody sees of a publication. */
export interface ShownPublication {
  /** As it stands; of a withdrawn one no text, no attachment. */
  readonly publication: Publication;
  readonly state: Exclude<PublicationState, 'HELD'>;
  /** Why it was withdrawn. */
  readonly reason: string | null;
  /** When it was first shown, and when as it now stands: milliseconds since the epoch. */
  readonly firstAt: number;
  readonly recordedAt: number;
  /** Its place in the order of changes: the newest has the greatest. */
  readonly serial: number;
}

/** A version as everybody is told of it: numbered among those that were shown. */
export interface ShownVersion {
  readonly number: number;
  readonly state: Exclude<PublicationState, 'HELD'>;
  readonly recordedAt: number;
}

export interface PublicationQuery {
  /** At most so many. */
  readonly first: number;
  /** Only what stands after this place: what was changed earlier. */
  readonly before: number | null;
  readonly kind: PublicationKind | null;
  /** Only what says something in this language. */
  readonly language: Language | null;
  readonly instrument: string | null;
  /** Milliseconds since the epoch. */
  readonly changedSince: number | null;
  /** Words as they were typed; null where nothing is looked for. */
  readonly search: string | null;
}

export interface PublicationPage {
  /** The newest change first. */
  readonly shown: readonly ShownPublication[];
  readonly more: boolean;
}

/** What everybody may read. Rejects with Refusal(UNAVAILABLE). */
export interface PublicationShelf {
  /** Without the longer texts; attachments have their names, no content. */
  page(query: PublicationQuery): Promise<PublicationPage>;
  /** Undefined for an id that nothing was shown under; `id` may be anything. Attachments have their names, no content. */
  one(id: string): Promise<ShownPublication | undefined>;
  /** The longer texts of one, by language; none where there are none. Those asked for together are read together. */
  body(id: string): Promise<Readonly<Partial<Record<Language, string>>>>;
  attachment(id: string, name: string): Promise<Attachment | undefined>;
  /** Those that were shown, the oldest first. */
  versions(id: string): Promise<readonly ShownVersion[]>;
}

/** What writes it. Rejects with Refusal(UNAVAILABLE). */
export interface PublicationKeeper {
  /** The newest version, held ones too, with its attachments. */
  current(id: string): Promise<PublicationVersion | undefined>;
  /** Keeps a version and shows it, unless it is held: all of it or nothing; false where the version is there already. */
  keep(version: PublicationVersion): Promise<boolean>;
  /** Those whose newest version is held, by id, after one. */
  held(page: {
    readonly first: number;
    readonly after: string | null;
  }): Promise<{ readonly versions: readonly PublicationVersion[]; readonly more: boolean }>;
}
