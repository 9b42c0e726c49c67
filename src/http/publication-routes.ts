/**
 * Publications for everybody, without a token: the change feed, the pages, the files. Nothing here is personal (B-2b), and
 * nothing is answered that a cache on the way may not keep.
 */
import type { IncomingMessage } from 'node:http';
import { type Clock, LANGUAGES, type Language, Refusal } from '../base/index.js';
import {
  atomFeed,
  changedAt,
  type FeedAsked,
  isPublicationId,
  jsonFeed,
  listPage,
  listPath,
  mediaTypeOf,
  PAGE_POLICY,
  type PublicationPage,
  type PublicationShelf,
  publicationDocument,
  publicationPage,
  type ShownPublication,
} from '../publications/index.js';
import { authorityOf, PUBLICATION_KINDS } from '../treaty/index.js';
import { preferred } from './accept.js';
import type { Incoming } from './incoming.js';
import { openRateLimit } from './rate-limit.js';
import { jsonReply, NOT_FOUND, type Reply, textReply } from './reply.js';
import type { Handler, Route } from './router.js';
import { type Dated, unlessKnown } from './validators.js';

export interface PublicationDoor {
  readonly shelf: PublicationShelf;
  /** Where everybody reads them; null where it is host and port. */
  readonly origin: string | null;
}

export interface PublicationRoutesOptions {
  readonly publications: PublicationDoor;
  readonly ownAuthority: string;
  readonly tlsTerminated: boolean;
  /** Where the API answers. */
  readonly url: () => string;
  readonly clock: Clock;
}

/** Entries of a page of the feed, and of the list. */
const PAGE = 50;
/** Requests a minute of one address. */
const PER_MINUTE = 600;

const FEEDS = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;
const HTML = 'text/html; charset=utf-8';

export function publicationRoutes(options: PublicationRoutesOptions): readonly Route[] {
  const admit = openAdmission(options);
  const open = (page: (incoming: Incoming) => Promise<Dated | undefined>): Handler => {
    return async (incoming) => {
      admit(incoming.request);
      const found = await page(incoming);
      return found === undefined ? NOT_FOUND : unlessKnown(found, incoming.request);
    };
  };
  const route = (path: string, page: Parameters<typeof open>[0]): Route => {
    return { path, method: 'GET', handle: open(page) };
  };
  const shelf = shelfPages(options);
  return [
    route('/publications/feed.atom', shelf.atom),
    route('/publications/feed.json', shelf.json),
    { ...route('/publications', shelf.below), isFolder: true },
  ];
}

/** Behind a proxy all have its address, and it is the proxy that bounds them. */
function openAdmission({ clock, tlsTerminated }: PublicationRoutesOptions) {
  const admit = openRateLimit({ clock, perMinute: PER_MINUTE });
  return ({ socket }: IncomingMessage): void => {
    const officer = socket.remoteAddress ?? '';
    if (!tlsTerminated) admit({ authority: '', officer, gateway: null });
  };
}

function shelfPages(options: PublicationRoutesOptions) {
  const { publications, ownAuthority: authority, url } = options;
  const { shelf } = publications;
  const origin = () => publications.origin ?? url();
  const own = authorityOf(authority)?.language ?? 'en';
  const languageFor = (asked: Language | null, { language }: Incoming): Language =>
    asked ?? language ?? own;
  const pageOf = (asked: FeedAsked): Promise<PublicationPage> =>
    shelf.page({ ...asked, first: PAGE, instrument: null, changedSince: null, search: null });
  const feedOf = async (incoming: Incoming) => {
    const asked = askedOf(incoming);
    const page = await pageOf(asked);
    const language = languageFor(asked.language, incoming);
    return { ...page, asked, language, authority, origin: origin() };
  };

  async function one(id: string, incoming: Incoming): Promise<Dated | undefined> {
    const asked = askedOf(incoming);
    const type = preferred(incoming.request.headers.accept, ['text/html', 'application/json']);
    if (type === undefined) throw new Refusal('NOT_ACCEPTABLE');
    const shown = await shelf.one(id);
    if (shown === undefined) return undefined;
    const versions = await shelf.versions(id);
    const reply =
      type === 'text/html'
        ? htmlReply(publicationPage(shown, versions, languageFor(asked.language, incoming)))
        : jsonReply(publicationDocument(shown, versions, origin()));
    return { reply: toAnybody(reply), changedAt: shown.recordedAt };
  }

  return {
    async atom(incoming: Incoming): Promise<Dated> {
      const feed = await feedOf(incoming);
      return dated(feed.shown, textReply(atomFeed(feed), FEEDS.atom));
    },
    async json(incoming: Incoming): Promise<Dated> {
      const feed = await feedOf(incoming);
      return dated(feed.shown, { ...jsonReply(jsonFeed(feed)), type: FEEDS.json });
    },
    async below(incoming: Incoming): Promise<Dated | undefined> {
      const [id, name, ...more] = incoming.path.split('/').slice(2);
      if (id === undefined) return list(incoming, { pageOf, languageFor });
      if (more.length > 0 || !isPublicationId(id)) return undefined;
      return name === undefined ? one(id, incoming) : file(shelf, { id, name });
    },
  };
}

interface Listing {
  readonly pageOf: (asked: FeedAsked) => Promise<PublicationPage>;
  readonly languageFor: (asked: Language | null, incoming: Incoming) => Language;
}

async function list(incoming: Incoming, { pageOf, languageFor }: Listing): Promise<Dated> {
  const asked = askedOf(incoming);
  const { shown, more } = await pageOf(asked);
  const language = languageFor(asked.language, incoming);
  const last = more ? shown.at(-1) : undefined;
  const next = last && listPath({ ...asked, before: last.serial });
  return dated(shown, htmlReply(listPage(shown, language, next)));
}

async function file(
  shelf: PublicationShelf,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Dated | undefined> {
  const type = mediaTypeOf(name);
  const found = type === undefined ? undefined : await shelf.attachment(id, name);
  if (type === undefined || found === undefined) return undefined;
  return { reply: toAnybody(textReply(found.content, type)), changedAt: null };
}

const htmlReply = (text: string): Reply => ({
  ...textReply(text, HTML),
  headers: { 'content-security-policy': PAGE_POLICY },
});

/** Public: any cache may keep it for some minutes, and any site's page may read it. */
function toAnybody(reply: Reply): Reply {
  const headers = {
    ...reply.headers,
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };
  return { ...reply, headers };
}

const dated = (shown: readonly ShownPublication[], reply: Reply): Dated => ({
  reply: toAnybody(reply),
  changedAt: shown.length === 0 ? null : changedAt(shown),
});

const place = /^(?:0|[1-9]\d{0,14})$/;

/** What the address narrows it to. Throws Refusal(BAD_REQUEST) for what is not on a list, or stands twice. */
function askedOf({ query }: Incoming): FeedAsked {
  const before = single(query, 'before');
  if (before !== null && !place.test(before)) throw new Refusal('BAD_REQUEST');
  return {
    language: oneOf(LANGUAGES, single(query, 'language')),
    kind: oneOf(PUBLICATION_KINDS, single(query, 'kind')),
    before: before === null ? null : Number(before),
  };
}

function single(query: URLSearchParams, name: string): string | null {
  if (query.getAll(name).length > 1) throw new Refusal('BAD_REQUEST');
  return query.get(name);
}

function oneOf<T extends string>(list: readonly T[], value: string | null): T | null {
  const known = list.find((one) => one === value);
  if (value !== null && known === undefined) throw new Refusal('BAD_REQUEST');
  return known ?? null;
}
