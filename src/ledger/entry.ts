/**
 * An entry: what is kept for ever about one operation, and nothing personal. Canonical JSON (RFC 8785), UTF-8; its
 * bytes are the leaf. What it holds is modelled on EES Art 46, SIS Art 12, ECRIS-TCN Art 31, LED Art 25. Version 1:
 *
 *   v, origin, time (ISO 8601, UTC, ms), outcome, refusal, asking, answering, request, requestDigest, instrument,
 *   purpose, basis, clauses, operation, policy, schema     as in EntryDraft
 *   coordinates   every coordinate the entry names, by type: the numbering of its bitmaps (coordinates.ts)
 *   withheld      bitmap of what was withheld from the operation as a whole
 *   subjects      one member per distinct pair of sets: { released, withheld: bitmaps, tags: 16 bytes per subject }
 *   hmac          HMAC-SHA-256(salt, body); the salt is kept apart
 *   salt          SHA-256(salt): the salt kept apart cannot be exchanged; says nothing about its 256 bits
 *
 * Bitmaps, tags and digests of our own are base64url without padding. A tag is the first 16 bytes of HMAC-SHA-256(key
 * of the subject, 'YYYY-MM' in UTC LF origin LF request): receipts show it, so without the key it links a person neither
 * across months, nor across requests, nor across authorities (decision 0008). Of a candidate, whom a search showed and
 * no request may be about, the request is left empty: nobody gets a receipt of a search (decision 0019).
 */
import { createHmac, hash } from 'node:crypto';
import {
  type Bitmap,
  type CoordinateTable,
  type Numbering,
  numberCoordinates,
} from './coordinates.js';
import type { EntryDraft, SubjectDraft } from './ledger.js';

export const TAG_LENGTH = 16;
export const SALT_LENGTH = 32;

/** Subjects for whom the same was released and withheld. */
export type SubjectGroup = {
  readonly released: string;
  readonly withheld: string;
  readonly tags: string;
};

/** The content of a leaf. */
export type Entry = Omit<EntryDraft, 'log' | 'subjects' | 'withheld' | 'tickets'> & {
  readonly v: 1;
  readonly origin: string;
  readonly time: string;
  readonly coordinates: CoordinateTable;
  readonly withheld: string;
  readonly subjects: readonly SubjectGroup[];
  readonly hmac: string;
  readonly salt: string;
};

/** What an entry says beside its draft. */
export interface EntryFacts {
  readonly origin: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  /** The answer, before content encoding. */
  readonly body: Uint8Array;
}

/** What stands beside an entry for one of its subjects, in the order of its groups. */
export interface SubjectMark {
  readonly tag: Uint8Array;
  /** Two bitmaps of equal length: released, then withheld. */
  readonly coordinates: Uint8Array;
}

export interface ComposedEntry {
  readonly entry: Entry;
  readonly marks: readonly SubjectMark[];
}

/** Makes the entry of an operation. */
export const makeEntry = (draft: EntryDraft, facts: EntryFacts): Entry =>
  composeEntry(draft, facts).entry;

/** As `makeEntry`, with the marks of its subjects. */
export function composeEntry(
  draft: EntryDraft,
  facts: EntryFacts,
  number: (sets: readonly (readonly string[])[]) => Numbering = numberCoordinates,
): ComposedEntry {
  const time = new Date(facts.time).toISOString();
  const sets = setsOf(draft);
  const { table, bitmaps } = number(sets);
  const bitmapOf = new Map(sets.map((set, at) => [set, bitmaps[at] ?? NO_BITMAP]));
  const scope = { month: time.slice(0, 7), origin: facts.origin, request: draft.request };
  const groups = groupSubjects(draft.subjects, bitmapOf, scope);
  // Member by member: a spread takes as long as the hashes.
  const entry: Entry = {
    v: 1,
    origin: facts.origin,
    time,
    outcome: draft.outcome,
    refusal: draft.refusal,
    asking: draft.asking,
    answering: draft.answering,
    request: draft.request,
    requestDigest: draft.requestDigest,
    instrument: draft.instrument,
    purpose: draft.purpose,
    basis: draft.basis,
    clauses: draft.clauses,
    operation: draft.operation,
    policy: draft.policy,
    schema: draft.schema,
    coordinates: table,
    withheld: (bitmapOf.get(draft.withheld) ?? NO_BITMAP).text,
    subjects: groups.map(formatGroup),
    hmac: bodyDigest(facts.salt, facts.body).toString('base64url'),
    salt: saltText(facts.salt),
  };
  return { entry, marks: groups.flatMap(marksOf) };
}

/** HMAC-SHA-256(salt, body): with the salt, and only with it, shows which bytes were released. */
export const bodyDigest = (salt: Uint8Array, body: Uint8Array): Buffer =>
  createHmac('sha256', salt).update(body).digest();

/** What the entry says of its salt: SHA-256 in base64url. */
export const saltText = (salt: Uint8Array): string => hash('sha256', salt, 'base64url');

/** Where a tag holds: in one month (`YYYY-MM`, UTC), one log, one request. */
export interface TagScope {
  readonly month: string;
  readonly origin: string;
  readonly request: string | null;
}

/** The tag of a subject: finds its rows for the holder of its key, who knows which requests are about the person. */
export function tagOf(key: Uint8Array, { month, origin, request }: TagScope): Buffer {
  const scope = [month, origin, request ?? ''].join('\n');
  return createHmac('sha256', key).update(scope).digest().subarray(0, TAG_LENGTH);
}

const NO_BITMAP: Bitmap = { bytes: Buffer.alloc(0), text: '' };

// Most subjects of an operation share the very same lists: each list is read once.
function setsOf({ subjects, withheld }: EntryDraft): readonly (readonly string[])[] {
  const sets = new Set([withheld]);
  for (const subject of subjects) sets.add(subject.released).add(subject.withheld);
  return [...sets];
}

interface Group {
  readonly released: Bitmap;
  readonly withheld: Bitmap;
  readonly tags: Buffer[];
}

function groupSubjects(
  subjects: readonly SubjectDraft[],
  bitmapOf: ReadonlyMap<readonly string[], Bitmap>,
  scope: TagScope,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const subject of subjects) {
    const released = bitmapOf.get(subject.released) ?? NO_BITMAP;
    const withheld = bitmapOf.get(subject.withheld) ?? NO_BITMAP;
    const name = `${released.text} ${withheld.text}`;
    const group = groups.get(name) ?? { released, withheld, tags: [] };
    groups.set(name, group);
    group.tags.push(
      tagOf(subject.key, subject.isCandidate === true ? { ...scope, request: null } : scope),
    );
  }
  return [...groups.values()];
}

const formatGroup = ({ released, withheld, tags }: Group): SubjectGroup => ({
  released: released.text,
  withheld: withheld.text,
  tags: Buffer.concat(tags).toString('base64url'),
});

function marksOf({ released, withheld, tags }: Group): readonly SubjectMark[] {
  const coordinates = Buffer.concat([released.bytes, withheld.bytes]);
  return tags.map((tag) => ({ tag, coordinates }));
}
