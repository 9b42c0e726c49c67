/** The change feed as Atom (RFC 4287), in pages (RFC 5005, section 3). */
import { authorityOf } from '../../treaty/index.js';
import { publicationWords } from '../../words/index.js';
import type { ShownPublication } from '../shelf.js';
import { entryOf, urnOf } from './entry.js';
import { changedAt, type Feed, feedUrl, nextUrl } from './feed.js';
import { element } from './markup.js';

/** Writes one page of it. */
export function atomFeed(feed: Feed): string {
  const { origin, language, authority, asked, shown } = feed;
  const { PAGE } = publicationWords(language);
  const next = nextUrl('atom', feed);
  const link = (rel: string, href: string) => element('link', { rel, href, type: ATOM });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', {}, urnOf(authority, 'feed', asked.language ?? '', asked.kind ?? '')),
    element('title', {}, PAGE.TITLE),
    element('subtitle', {}, PAGE.ABOUT),
    element('updated', {}, new Date(changedAt(shown)).toISOString()),
    `<author>${element('name', {}, authorityOf(authority)?.name[language] ?? authority)}</author>`,
    link('self', feedUrl(origin, 'atom', asked)),
    element('link', { rel: 'alternate', href: `${origin}/publications`, type: 'text/html' }),
    ...(next === undefined ? [] : [link('next', next)]),
    ...shown.map((one) => entry(one, feed)),
    '</feed>\n',
  ].join('\n');
}

const ATOM = 'application/atom+xml';

function entry(shown: ShownPublication, feed: Feed): string {
  const told = entryOf(shown, feed);
  const { kind, instrument, clause, source } = shown.publication;
  const via = { rel: 'via', href: source.url, title: source.reference };
  return [
    `<entry xml:lang="${told.language}">`,
    element('id', {}, told.urn),
    element('title', {}, told.title),
    element('published', {}, told.firstAt),
    element('updated', {}, told.changedAt),
    `<author>${element('name', {}, told.publisher)}</author>`,
    element('link', { rel: 'alternate', href: told.url, type: 'text/html' }),
    element('link', via),
    element('category', { term: kind, label: told.kind }),
    element('category', { term: `${instrument} ${clause}`, scheme: 'urn:sorgu:clause' }),
    ...(shown.state === 'WITHDRAWN' ? [element('category', { term: 'WITHDRAWN' })] : []),
    ...(told.summary === '' ? [] : [element('summary', {}, told.summary)]),
    '</entry>',
  ].join('\n');
}
