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
 * across months, nor across requests, nor across authorities (decision 0008).
 */
import { createHmac, hash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import { type CoordinateTable, type Numbering, numberCoordinates } from './coordinates.js';
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
export type Entry = Omit<EntryDraft, 'log' | 'subjects' | 'withheld'> & {
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

/** Writes an entry as the text whose UTF-8 bytes are the leaf. */
export const formatEntry = (entry: Entry): string => canonicalJson(entry);

/** Makes the entry of an operation. */
export function makeEntry(draft: EntryDraft, facts: EntryFacts): Entry {
  const { log: _, subjects, withheld, ...rest } = draft;
  const time = new Date(facts.time).toISOString();
  const numbering = numberCoordinates(setsOf(draft));
  return {
    ...rest,
    v: 1,
    origin: facts.origin,
    time,
    coordinates: numbering.table,
    withheld: base64url(numbering.bitmap(withheld)),
    subjects: groupSubjects(subjects, numbering, {
      month: time.slice(0, 7),
      origin: facts.origin,
      request: draft.request,
    }),
    hmac: base64url(bodyDigest(facts.salt, facts.body)),
    salt: base64url(saltDigest(facts.salt)),
  };
}

/** HMAC-SHA-256(salt, body): with the salt, and only with it, shows which bytes were released. */
export const bodyDigest = (salt: Uint8Array, body: Uint8Array): Buffer =>
  createHmac('sha256', salt).update(body).digest();

/** What the entry says of its salt. */
export const saltDigest = (salt: Uint8Array): Buffer => hash('sha256', salt, 'buffer');

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

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

// Most subjects of an operation share the very same lists: each list is read once.
function setsOf({ subjects, withheld }: EntryDraft): Set<readonly string[]> {
  const sets = new Set([withheld]);
  for (const subject of subjects) sets.add(subject.released).add(subject.withheld);
  return sets;
}

function groupSubjects(
  subjects: readonly SubjectDraft[],
  numbering: Numbering,
  scope: TagScope,
): readonly SubjectGroup[] {
  const bitmaps = new Map<readonly string[], string>();
  const bitmapOf = (set: readonly string[]): string => {
    const bitmap = bitmaps.get(set) ?? base64url(numbering.bitmap(set));
    bitmaps.set(set, bitmap);
    return bitmap;
  };
  const groups = new Map<string, { released: string; withheld: string; tags: Buffer[] }>();
  for (const subject of subjects) {
    const sets = { released: bitmapOf(subject.released), withheld: bitmapOf(subject.withheld) };
    const name = `${sets.released} ${sets.withheld}`;
    const group = groups.get(name) ?? { ...sets, tags: [] };
    groups.set(name, group);
    group.tags.push(tagOf(subject.key, scope));
  }
  return [...groups.values()].map((group) => ({
    ...group,
    tags: base64url(Buffer.concat(group.tags)),
  }));
}
