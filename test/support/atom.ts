/** The rules of RFC 4287 for feeds and entries, as a list of what a document breaks. */
import { parseXml, type XmlElement } from './xml.js';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\S+$/.test(text);

/** What is wrong with a feed document, by section; nothing for one that is valid. */
export function atomFaults(document: string): readonly string[] {
  const feed = parseXml(document);
  const ids = named(feed, 'entry').map((entry) => textOf(entry, 'id'));
  return [
    ...unless(feed.name === 'feed', '4.1.1 the root is no feed'),
    ...unless(feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', '2 namespace'),
    ...common(feed, 'feed'),
    ...unless(new Set(ids).size === ids.length, '4.1.1 the same entry twice'),
    ...unless(linksOf(feed, 'self').length === 1, '4.1.1 no link to itself'),
    ...named(feed, 'entry').flatMap((entry, index) => entryFaults(entry, `entry ${index}`)),
    ...every(feed, (one) => one.name === 'entry' || FEED_PARTS.has(one.name)),
  ];
}

const FEED_PARTS = new Set(['id', 'title', 'subtitle', 'updated', 'author', 'link']);
const ENTRY_PARTS = new Set([
  ...['id', 'title', 'published', 'updated', 'author', 'link', 'category', 'summary'],
]);

function entryFaults(entry: XmlElement, at: string): readonly string[] {
  return [
    ...common(entry, at),
    // Without content there must be an alternate (4.1.2).
    ...unless(linksOf(entry, 'alternate').length === 1, `4.1.2 ${at}: alternate`),
    ...named(entry, 'published').flatMap(({ text }) =>
      unless(instant.test(text), `3.3 ${at}: published`),
    ),
    ...unless(textOf(entry, 'published') <= textOf(entry, 'updated'), `${at}: updated too early`),
    ...named(entry, 'category').flatMap(({ attributes: { term, scheme = 'urn:x:y' } }) => [
      ...unless(term !== undefined && term !== '', `4.2.2 ${at}: category`),
      ...unless(isIri(scheme), `4.2.2 ${at}: scheme`),
    ]),
    ...every(entry, (one) => ENTRY_PARTS.has(one.name)),
  ];
}

/** Of feed and entry alike: one id, one title, one instant, an author, links with an address. */
function common(element: XmlElement, at: string): readonly string[] {
  const single = ['id', 'title', 'updated'].flatMap((name) =>
    unless(named(element, name).length === 1, `4.1 ${at}: one ${name}`),
  );
  const authors = named(element, 'author');
  return [
    ...single,
    ...unless(isIri(textOf(element, 'id')), `4.2.6 ${at}: id`),
    ...unless(instant.test(textOf(element, 'updated')), `3.3 ${at}: updated`),
    ...unless(textOf(element, 'title').trim() !== '', `4.2.14 ${at}: title`),
    ...unless(authors.length > 0, `4.1 ${at}: author`),
    ...authors.flatMap((one) => unless(named(one, 'name').length === 1, `3.2 ${at}: name`)),
    ...named(element, 'link').flatMap(({ attributes: { href = '' } }) =>
      unless(URL.canParse(href), `4.2.7 ${at}: href`),
    ),
  ];
}

export const named = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child) => child.name === name);
export const textOf = (element: XmlElement, name: string): string =>
  named(element, name)[0]?.text ?? '';
export const linksOf = (element: XmlElement, rel: string): readonly string[] =>
  named(element, 'link')
    .filter(({ attributes }) => attributes.rel === rel)
    .map(({ attributes }) => attributes.href ?? '');

const unless = (holds: boolean, fault: string): readonly string[] => (holds ? [] : [fault]);
const every = (element: XmlElement, is: (child: XmlElement) => boolean): readonly string[] =>
  element.children.filter((child) => !is(child)).map(({ name }) => `no ${name} here`);
