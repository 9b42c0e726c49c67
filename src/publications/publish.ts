/**
 * The life of a publication as versions, each kept: published, held for what was found in it, withdrawn. Nothing is ever
 * changed in place. Whether it may be published at all, its instrument says (`lawFaults`).
 */
import { canonicalJson, type Json } from '../base/index.js';
import { dayOf } from '../treaty/index.js';
import { lawFaults, type PublicationLaw } from './law-faults.js';
import type { Publication, PublicationFault, PublicationFaultCode } from './publication.js';
import { isPlain } from './written.js';

/** HELD: something personal may stand in it; nobody sees it before a coordinator released it. */
export const PUBLICATION_STATES = ['PUBLISHED', 'HELD', 'WITHDRAWN'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** Something personal that may stand in a text, and where; never what it is. UTF-16 offsets, `to` excluded. */
export interface Finding {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** Looks through one text. Pure. */
export type Inspect = (text: string) => readonly Finding[];

/** A finding and the member it stands in. */
export interface PlacedFinding extends Finding {
  readonly at: string;
}

export interface PublicationVersion {
  /** From 1, each one more than the one before. */
  readonly version: number;
  readonly state: PublicationState;
  readonly publication: Publication;
  /** Milliseconds since the epoch. */
  readonly recordedAt: number;
  /** Service number of the officer, or `import`; never published. */
  readonly recordedBy: string;
  /** Of a release, and of a withdrawal, where it is published. */
  readonly reason: string | null;
  readonly findings: readonly PlacedFinding[];
}

/** Who publishes, when, and what was kept last under this id. */
export interface Publishing {
  readonly law: PublicationLaw;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly by: string;
  readonly current: PublicationVersion | undefined;
  /** Nothing is found where it is left out. */
  readonly inspect?: Inspect;
}

export type Published =
  | { readonly outcome: 'NEW'; readonly version: PublicationVersion }
  | { readonly outcome: 'UNCHANGED'; readonly version: PublicationVersion }
  | { readonly outcome: 'REFUSED'; readonly faults: readonly PublicationFault[] };

/**
 * Publishes, or changes what was published. The same content again is no new version, also where it is held or was
 * withdrawn; what is found in it holds it back.
 */
export function publish(publication: Publication, on: Publishing): Published {
  const { law, now, by, current, inspect = () => [] } = on;
  if (current !== undefined && isSame(current.publication, publication)) {
    return { outcome: 'UNCHANGED', version: current };
  }
  if (current !== undefined && current.publication.publisher !== publication.publisher) {
    return refused('ID_TAKEN', 'id');
  }
  const faults = lawFaults(publication, law, dayOf(now));
  if (faults.length > 0) return { outcome: 'REFUSED', faults };
  const findings = findingsIn(publication, inspect);
  const state = findings.length > 0 ? 'HELD' : 'PUBLISHED';
  return next(current, { state, publication, recordedBy: by, reason: null, findings, now });
}

/** How an officer decides on a version that is there. */
export interface Deciding {
  readonly now: number;
  readonly by: string;
  readonly reason: string;
  readonly current: PublicationVersion | undefined;
  /** Nothing is found where it is left out. */
  readonly inspect?: Inspect;
}

/** Releases what was held. */
export function release({ now, by, reason, current }: Deciding): Published {
  if (current === undefined) return refused('NO_PUBLICATION', 'id');
  if (current.state !== 'HELD') return refused('NOT_HELD', 'id');
  if (!isReason(reason)) return refused('NO_REASON', 'reason');
  const { publication, findings } = current;
  return next(current, { state: 'PUBLISHED', publication, recordedBy: by, reason, findings, now });
}

/** Withdraws it: its address says so from then on, and no text of it is shown. */
export function withdraw({ now, by, reason, current, inspect = () => [] }: Deciding): Published {
  if (current === undefined) return refused('NO_PUBLICATION', 'id');
  if (current.state === 'WITHDRAWN') return refused('ALREADY_WITHDRAWN', 'id');
  if (!isReason(reason)) return refused('NO_REASON', 'reason');
  // Everybody reads it.
  if (inspect(reason).length > 0) return refused('PERSONAL_REASON', 'reason');
  const { publication } = current;
  const left = { publication, recordedBy: by, reason: reason.trim(), findings: [], now };
  return next(current, { state: 'WITHDRAWN', ...left });
}

const LONGEST_REASON = 1_000;
const isReason = (reason: string): boolean =>
  reason.trim() !== '' && reason.length <= LONGEST_REASON && isPlain(reason);

const refused = (code: PublicationFaultCode, at: string): Published => ({
  outcome: 'REFUSED',
  faults: [{ code, at }],
});

function next(
  current: PublicationVersion | undefined,
  { now, ...left }: Omit<PublicationVersion, 'version' | 'recordedAt'> & { readonly now: number },
): Published {
  // A clock set back does not make a version older than the one that it follows.
  const recordedAt = Math.max(now, (current?.recordedAt ?? 0) + 1);
  const version = (current?.version ?? 0) + 1;
  return { outcome: 'NEW', version: { ...left, version, recordedAt } };
}

/** Every text a person reads of it, by the member it stands in. */
function textsIn({ texts, source, changes, attachments }: Publication) {
  const inTexts = Object.entries(texts).flatMap(([language, { title, summary, text }]) => [
    { at: `texts.${language}.title`, text: title },
    { at: `texts.${language}.summary`, text: summary ?? '' },
    { at: `texts.${language}.text`, text: text ?? '' },
  ]);
  return [
    ...inTexts,
    { at: 'source.reference', text: source.reference },
    { at: 'source.url', text: source.url },
    { at: 'changes.reference', text: changes?.reference ?? '' },
    ...attachments.map(({ content }, index) => ({ at: `attachments[${index}]`, text: content })),
  ].filter(({ text }) => text !== '');
}

const findingsIn = (publication: Publication, inspect: Inspect): readonly PlacedFinding[] =>
  textsIn(publication).flatMap(({ at, text }) =>
    inspect(text).map(({ kind, from, to }) => ({ at, kind, from, to })),
  );

const isSame = (one: Publication, other: Publication): boolean =>
  contentOf(one) === contentOf(other);

/** Canonical JSON of a publication (RFC 8785). */
export const contentOf = (publication: Publication): string =>
  canonicalJson(JSON.parse(JSON.stringify(publication)) as Json);
