/** A publication as a feed and a page tell it, in one language: where it is, what it is called, what it is about. */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../../base/index.js';
import { authorityOf } from '../../treaty/index.js';
import { publicationWords } from '../../words/index.js';
import type { PublicationText } from '../publication.js';
import type { ShownPublication } from '../shelf.js';

/** Where the publications stand and how they are told. */
export interface Telling {
  /** Origin of their addresses, without a slash at its end. */
  readonly origin: string;
  /** Preferred; a publication that has no text in it speaks the first that it has. */
  readonly language: Language;
}

export interface Entry {
  /** URN that stays what it is wherever the publications move (RFC 4122, RFC 4287 4.2.6). */
  readonly urn: string;
  /** Absolute. */
  readonly url: string;
  readonly language: Language;
  readonly title: string;
  readonly summary: string;
  readonly text: PublicationText | null;
  /** Official name of the publisher, in the language. */
  readonly publisher: string;
  /** Kind, in words of the language. */
  readonly kind: string;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly changedAt: string;
}

/** Address of a publication below its origin. */
export const pathOf = (id: string, language?: Language): string =>
  `/publications/${id}${language === undefined ? '' : `?language=${language}`}`;

/** Tells it; of a withdrawn one its source stands where its title was. */
export function entryOf(shown: ShownPublication, { origin, language }: Telling): Entry {
  const { publication, state, reason, firstAt, recordedAt } = shown;
  const { id, texts, publisher, kind, source } = publication;
  const spoken = [language, ...LANGUAGES].find((one) => texts[one] !== undefined) ?? language;
  const text = texts[spoken] ?? null;
  const words = publicationWords(spoken);
  return {
    ...{ urn: urnOf(publisher, id), url: `${origin}${pathOf(id)}`, language: spoken, text },
    title:
      state === 'WITHDRAWN'
        ? `${words.STATE.WITHDRAWN}: ${source.reference}`
        : (text?.title ?? source.reference),
    summary: state === 'WITHDRAWN' ? (reason ?? '') : (text?.summary ?? ''),
    publisher: authorityOf(publisher)?.name[spoken] ?? publisher,
    kind: words.KIND[kind],
    firstAt: new Date(firstAt).toISOString(),
    changedAt: new Date(recordedAt).toISOString(),
  };
}

/** A UUID of version 8 (RFC 9562): the digest of what names it. */
export function urnOf(...names: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(names)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ] as const;
  return `urn:uuid:${parts.map(([from, to]) => hex.slice(from, to)).join('-')}`;
}
