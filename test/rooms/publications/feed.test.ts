/** Feeds and pages of hostile texts: they stay what their formats say, and nothing of a text becomes markup. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/base/index.js';
import {
  atomFeed,
  type Feed,
  jsonFeed,
  listPage,
  type Publication,
  publicationDocument,
  publicationPage,
  type ShownPublication,
} from '../../../src/publications/index.js';
import { atomFaults, linksOf, named, textOf } from '../../support/atom.js';
import { publicationOf, TODAY } from '../../support/publications.js';
import { parseXml } from '../../support/xml.js';

const ORIGIN = 'https://migration.example.az';

function shownOf(publication: Publication, more: Partial<ShownPublication> = {}): ShownPublication {
  return {
    ...{ publication, state: 'PUBLISHED', reason: null, serial: 7 },
    ...{ firstAt: TODAY, recordedAt: TODAY + 5_000, ...more },
  };
}

const feedOf = (shown: readonly ShownPublication[], more: Partial<Feed> = {}): Feed => ({
  ...{ origin: ORIGIN, language: 'en', authority: 'AZ-SMS', shown, more: false },
  asked: { language: null, kind: null, before: null },
  ...more,
});

const HOSTILE = [
  '</title><script>alert(1)</script>',
  ']]><!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  '" onload="alert(1)',
  "' autofocus onfocus='alert(1)",
  '&lt;b&gt; &amp;amp; &#0;',
  '<![CDATA[ <entry/> ]]>',
  '<!--',
  '<?php ?>',
  'javascript:alert(1)',
  'A'.repeat(300),
];

const hostile = (title: string): ShownPublication =>
  shownOf({
    ...publicationOf(),
    texts: { en: { title, summary: title, text: `${title}\n\n${title}` } },
    source: { reference: title, url: 'https://a.example/?a=1&b="<' },
  });

const withText = (text: string): ShownPublication =>
  shownOf({ ...publicationOf(), texts: { en: { title: 'T', summary: null, text } } });

const escapedText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** The tags of a page. */
const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
const ALLOWED =
  /^<(?:!doctype html|\/?(?:html|head|title|style|body|main|p|h1|h2|dl|dt|dd|ul|li|a|time|table|caption|thead|tbody|tr|th|td)|meta|link|br|img)(?: [a-z-]+="[^"<>]*")*\/?>$/;

describe('B-2b the change feed', () => {
  test.each(HOSTILE)('keeps to RFC 4287 with the title %s', (title) => {
    const written = atomFeed(feedOf([hostile(title)]));
    expect(atomFaults(written)).toEqual([]);
    const [entry] = named(parseXml(written), 'entry');
    expect(entry && textOf(entry, 'title')).toBe(title);
  });

  test('with whatever texts there are, well formed as a whole', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const publication = { ...publicationOf(), texts: { kk: { title, summary, text: null } } };
        const reason = summary;
        const shown = [
          shownOf(publication),
          shownOf({ ...publication, id: 'b' }, { state: 'WITHDRAWN', reason }),
        ];
        expect(() => parseXml(atomFeed(feedOf(shown)))).not.toThrow();
        const page = publicationPage(shownOf(publication), [], 'kk');
        for (const tag of tagsOf(page)) expect(tag).toMatch(ALLOWED);
      }),
      { numRuns: 100 },
    );
  });

  test('pages follow each other, and each says where it is', () => {
    const asked = { language: 'az', kind: 'METHOD', before: 90 } as const;
    const written = parseXml(atomFeed(feedOf([shownOf(publicationOf())], { asked, more: true })));
    const own = `${ORIGIN}/publications/feed.atom?language=az&kind=METHOD&before=90`;
    expect(linksOf(written, 'self')).toEqual([own]);
    expect(linksOf(written, 'next')).toEqual([own.replace('90', '7')]);
  });

  test('an id stays through changes, and differs between publications, publishers and feeds', () => {
    const id = (one: ShownPublication) => textOf(entryIn(one), 'id');
    const first = id(shownOf(publicationOf()));
    expect(first).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(id(shownOf(publicationOf({ kind: 'METHOD' }), { recordedAt: TODAY * 2 }))).toBe(first);
    const others = [publicationOf({ id: 'another' }), publicationOf({ publisher: 'BE-IO' })];
    expect(new Set([first, ...others.map((one) => id(shownOf(one)))]).size).toBe(3);
  });

  test('an empty feed is one', () => {
    expect(atomFaults(atomFeed(feedOf([])))).toEqual([]);
  });

  test('a withdrawn one says so and why, in the language of the feed', () => {
    const tombstone = { ...publicationOf(), texts: {} };
    const shown = shownOf(tombstone, { state: 'WITHDRAWN', reason: 'Repealed' });
    const entry = entryIn(shown, 'ru');
    expect(textOf(entry, 'title')).toBe('Отозвано: Official Gazette No 12');
    expect(textOf(entry, 'summary')).toBe('Repealed');
  });

  test('as JSON Feed 1.1', () => {
    const shown = [hostile('<b>'), shownOf(publicationOf({ id: 'two' }))];
    const feed = JSON.parse(JSON.stringify(jsonFeed(feedOf(shown, { more: true }))));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${ORIGIN}/publications/feed.json`,
      next_url: `${ORIGIN}/publications/feed.json?before=7`,
    });
    expect(feed.items).toHaveLength(2);
    for (const item of feed.items) {
      expect(item.id).toMatch(/^urn:uuid:/);
      expect(URL.canParse(item.url)).toBe(true);
      expect(item.content_text).not.toBe('');
      expect(Date.parse(item.date_modified)).toBeGreaterThanOrEqual(
        Date.parse(item.date_published),
      );
    }
  });
});

describe('pages', () => {
  test.each(HOSTILE)('hold no markup of the title %s', (title) => {
    for (const html of [
      publicationPage(hostile(title), [], 'en'),
      listPage([hostile(title)], 'en', undefined),
    ]) {
      for (const tag of tagsOf(html)) expect(tag).toMatch(ALLOWED);
      expect(html).not.toMatch(/<script|javascript:[^<]*"/);
    }
  });

  test('speak the language asked for, else one that there is; name the others, files and versions', () => {
    const file = { name: 'chart.svg', content: '' };
    const shown = shownOf({ ...publicationOf(), attachments: [file] });
    const versions = [{ number: 1, state: 'PUBLISHED', recordedAt: TODAY } as const];
    const az = publicationPage(shown, versions, 'az');
    expect(az).toContain('<html lang="az">');
    expect(az).toContain('hreflang="en"');
    expect(az).toContain('<img src="/publications/law-on-migration/chart.svg"');
    expect(az).toContain('<p>Maddə 2. İş icazəsi.</p>');
    expect(az).toContain('Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti');
    expect(publicationPage(shown, versions, 'kk')).toMatch(/<html lang="(?:en|az)">/);
  });

  test.each([
    ['Permits\nAge\tMen\n15\t7', 'a caption, headers of columns and of rows, cells'],
    ['<b>\n"\t&\n\'\t</td>', 'hostile cells'],
  ])('%j is a table: %s', (text) => {
    const html = publicationPage(withText(text), [], 'en');
    for (const tag of tagsOf(html)) expect(tag).toMatch(ALLOWED);
    const [caption, corner, column, row, cell] = text.split(/[\n\t]/).map(escapedText);
    expect(html.replaceAll('\n', '')).toContain(
      `<table><caption>${caption}</caption>` +
        `<thead><tr><th scope="col">${corner}</th><th scope="col">${column}</th></tr></thead>` +
        `<tbody><tr><th scope="row">${row}</th><td>${cell}</td></tr></tbody></table>`,
    );
  });

  test.each([
    ['one\ttwo\nthree\tfour\nfive\tsix', 'has no caption'],
    ['Permits\nAge\tMen', 'has no rows'],
    ['Permits\nAge\tMen\n15\t7\t8', 'has a row that is longer'],
    ['Permits\nAge\n15', 'has one column'],
  ])('%j is no table: it %s', (text) => {
    const html = publicationPage(withText(text), [], 'en');
    expect(html).not.toContain('<table');
    expect(html).toContain(`<p>${text}</p>`);
  });

  test('as JSON they are what was published', () => {
    const document = publicationDocument(shownOf(publicationOf()), [], ORIGIN);
    expect(document).toMatchObject({
      id: 'law-on-migration',
      url: `${ORIGIN}/publications/law-on-migration`,
      state: 'PUBLISHED',
      source: { url: 'https://e-qanun.example.az/12' },
    });
  });
});

function entryIn(shown: ShownPublication, language: Language = 'en') {
  const [entry] = named(parseXml(atomFeed(feedOf([shown], { language }))), 'entry');
  if (entry === undefined) throw new Error('no entry');
  return entry;
}
