/**
 * A strategic report as it is written: what it is about, under which clause, for whom, how it is to be handled. Its
 * digest names exactly this version; a random salt in it keeps anybody from guessing the text by the digest.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Language } from '../base/index.js';
import type { MediaType } from '../scan/index.js';
import type { Clause, ReportKind } from '../treaty/index.js';

/** How a report is handled, from the most open to the least. */
export const CLASSIFICATIONS = ['PUBLIC', 'RESTRICTED', 'CONFIDENTIAL'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

export type ReportAttachment = {
  readonly mediaType: MediaType;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly length: number;
};

export type ReportDocument = {
  readonly v: 1;
  readonly id: string;
  /** From 1; each version needs consents of its own. */
  readonly version: number;
  readonly instrument: string;
  readonly clause: Clause;
  readonly kind: ReportKind;
  /** The authority whose report it is. */
  readonly originator: string;
  /** Authorities of the other Party, sorted. */
  readonly recipients: readonly string[];
  readonly classification: Classification;
  /** Whether passing it on needs the originator's permission. */
  readonly originatorControl: boolean;
  /** Names natural persons who organise illegal migration (Article 4): text of a document, and never a `Person`. */
  readonly namesPersons: boolean;
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  readonly attachments: readonly ReportAttachment[];
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** 32 random bytes, hexadecimal. */
  readonly salt: string;
};

/** SHA-256 of what is written in canonical form, hexadecimal. */
export const digestOf = (written: Parameters<typeof canonicalJson>[0]): string =>
  createHash('sha256').update(canonicalJson(written)).digest('hex');
