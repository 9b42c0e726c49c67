/** The change feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). What it has no member for stands under `_sorgu`. */
import type { Json } from '../../base/index.js';
import { authorityOf } from '../../treaty/index.js';
import { publicationWords } from '../../words/index.js';
import type { ShownPublication } from '../shelf.js';
import { entryOf } from './entry.js';
import { type Feed, feedUrl, nextUrl } from './feed.js';

/** Makes one page of it. */
export function jsonFeed(feed: Feed): Json {
  const { origin, language, authority, asked, shown } = feed;
  const { PAGE } = publicationWords(language);
  const next = nextUrl('json', feed);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: PAGE.TITLE,
    description: PAGE.ABOUT,
    home_page_url: `${origin}/publications`,
    feed_url: feedUrl(origin, 'json', asked),
    ...(next === undefined ? {} : { next_url: next }),
    authors: [{ name: authorityOf(authority)?.name[language] ?? authority }],
    language,
    items: shown.map((one) => item(one, feed)),
  };
}

function item(shown: ShownPublication, feed: Feed): Json {
  const told = entryOf(shown, feed);
  const { kind, instrument, clause, source, dates } = shown.publication;
  return {
    id: told.urn,
    url: told.url,
    external_url: source.url,
    title: told.title,
    // One of the two contents must be there; the text itself stands on the page.
    content_text: told.summary === '' ? told.title : told.summary,
    date_published: told.firstAt,
    date_modified: told.changedAt,
    authors: [{ name: told.publisher }],
    tags: [told.kind],
    language: told.language,
    _sorgu: {
      kind,
      instrument,
      clause,
      source: { ...source },
      dates: { ...dates },
      state: shown.state,
    },
  };
}
