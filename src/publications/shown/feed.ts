/** What a feed is made of, whatever its format: a page of changes, the newest first, and where the next one stands. */
import type { Language } from '../../base/index.js';
import type { PublicationKind } from '../../treaty/index.js';
import type { ShownPublication } from '../shelf.js';

export type FeedFormat = 'atom' | 'json';

export interface Feed {
  /** Without a slash at its end. */
  readonly origin: string;
  /** In which it speaks. */
  readonly language: Language;
  /** Code of the authority whose gateway tells it. */
  readonly authority: string;
  readonly asked: FeedAsked;
  /** The newest change first. */
  readonly shown: readonly ShownPublication[];
  readonly more: boolean;
}

/** What a feed was narrowed to. */
export interface FeedAsked {
  readonly language: Language | null;
  readonly kind: PublicationKind | null;
  readonly before: number | null;
}

/** Absolute address of a page of the feed. */
export const feedUrl = (origin: string, format: FeedFormat, asked: FeedAsked): string =>
  `${origin}/publications/feed.${format}${queryOf(asked)}`;

/** Address of a page of the list, below the origin. */
export const listPath = (asked: FeedAsked): string => `/publications${queryOf(asked)}`;

function queryOf(asked: FeedAsked): string {
  const given = Object.entries(asked).filter(([, value]) => value !== null);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? '' : `?${query}`;
}

/** The page that follows; undefined behind the last. */
export function nextUrl(
  format: FeedFormat,
  { origin, asked, shown, more }: Feed,
): string | undefined {
  const last = shown.at(-1);
  return more && last !== undefined
    ? feedUrl(origin, format, { ...asked, before: last.serial })
    : undefined;
}

/** When the newest of them was changed: milliseconds since the epoch, which itself stands for an empty page. */
export const changedAt = (shown: readonly ShownPublication[]): number =>
  shown.reduce((newest, { recordedAt }) => Math.max(newest, recordedAt), 0);
