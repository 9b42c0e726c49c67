/** A publication, and the list of them, as plain pages: no script, nothing from elsewhere. Texts are attacker-controlled. */
import { createHash } from 'node:crypto';
import { LANGUAGES, type Language } from '../../base/index.js';
import { publicationWords } from '../../words/index.js';
import type { ShownPublication, ShownVersion } from '../shelf.js';
import { type Entry, entryOf, pathOf } from './entry.js';
import { element, escaped } from './markup.js';
import { tableIn } from './table.js';

const STYLE =
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 serif;color:#111;background:#fff}dt{font-weight:bold}dd{margin:0 0 .5rem}li{margin:.5rem 0}img{max-width:100%}table{margin:1rem 0;font-size:.9rem;border-collapse:collapse;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:bold}th,td{padding:.15rem 1rem .15rem 0;border-bottom:1px solid #999;text-align:left}thead th+th,td{text-align:right}a{color:#036}';

/** What a page may load: its own style, and charts of ours as images. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** One publication in the language preferred. */
export function publicationPage(
  shown: ShownPublication,
  versions: readonly ShownVersion[],
  language: Language,
): string {
  const told = entryOf(shown, { origin: '', language });
  const { PAGE } = publicationWords(told.language);
  const { id, texts } = shown.publication;
  const others = LANGUAGES.filter((one) => one !== told.language && texts[one] !== undefined);
  const alternates = [told.language, ...others].map((one) =>
    element('link', { rel: 'alternate', hreflang: one, href: pathOf(id, one) }),
  );
  const body = [
    element('p', {}, told.kind),
    element('h1', {}, told.title),
    ...paragraphs(told.summary),
    ...paragraphs(told.text?.text ?? ''),
    ...charts(shown, told),
    facts(shown, told),
    ...linked(PAGE.FILES, filesOf(shown)),
    ...linked(
      PAGE.OTHER_LANGUAGES,
      others.map((one) => languageLink(id, one)),
    ),
    ...linked(
      PAGE.VERSIONS,
      versions.map((version) => versionLine(version, told.language)),
    ),
  ];
  return page({ language: told.language, title: told.title, links: alternates, body });
}

/** A page of the list, the newest change first; `next` is the address of the page that follows. */
export function listPage(
  shown: readonly ShownPublication[],
  language: Language,
  next: string | undefined,
): string {
  const { PAGE } = publicationWords(language);
  const feeds = [
    element('link', { rel: 'alternate', type: 'application/atom+xml', href: FEED }),
    element('link', {
      rel: 'alternate',
      type: 'application/feed+json',
      href: '/publications/feed.json',
    }),
  ];
  const entries = shown.map((one) => {
    const told = entryOf(one, { origin: '', language });
    const link = element('a', { href: told.url, lang: told.language }, told.title);
    return `<li>${link}<br>${escaped(told.kind)}, ${day(told.changedAt)}</li>`;
  });
  const body = [
    element('h1', {}, PAGE.TITLE),
    element('p', {}, PAGE.ABOUT),
    `<ul>${entries.join('\n')}</ul>`,
    `<p>${element('a', { href: FEED }, 'Atom')}</p>`,
    ...(next === undefined ? [] : [`<p>${element('a', { href: next, rel: 'next' }, '→')}</p>`]),
  ];
  return page({ language, title: PAGE.TITLE, links: feeds, body });
}

const FEED = '/publications/feed.atom';

interface PageParts {
  readonly language: Language;
  readonly title: string;
  readonly links: readonly string[];
  readonly body: readonly string[];
}

function page({ language, title, links, body }: PageParts): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    element('title', {}, title),
    ...links,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body><main>',
    ...body,
    '</main></body>',
    '</html>\n',
  ].join('\n');
}

const paragraphs = (text: string): readonly string[] =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((one) => one.trim())
    .flatMap((one) => (one === '' ? [] : [tableIn(one) ?? element('p', {}, one)]));

const day = (instant: string): string =>
  element('time', { datetime: instant }, instant.slice(0, 10));

/** What it is, as terms and what is said of them. */
function facts(
  { publication, state, reason }: ShownPublication,
  { language, publisher }: Entry,
): string {
  const { PAGE, LANGUAGE } = publicationWords(language);
  const { source, dates, changes, instrument, clause, languages } = publication;
  const link = element('a', { href: source.url, rel: 'noopener noreferrer' }, source.reference);
  const rows: readonly (readonly [string, string | null])[] = [
    [PAGE.SOURCE, link],
    [PAGE.SOURCE_LANGUAGES, escaped(languages.map((one) => LANGUAGE[one]).join(', '))],
    [PAGE.PUBLISHER, escaped(publisher)],
    [PAGE.INSTRUMENT, escaped(`${instrument} ${clause}`)],
    [PAGE.CHANGES, changes && changedAct(changes)],
    [PAGE.ADOPTED, dates.adopted],
    [PAGE.IN_FORCE_FROM, dates.inForceFrom],
    [PAGE.PUBLISHED_ON, dates.published],
    [PAGE.CHANGED_ON, dates.changed],
    [PAGE.WITHDRAWN_BECAUSE, state === 'WITHDRAWN' ? escaped(reason ?? '') : null],
  ];
  const told = rows.flatMap(([term, said]) =>
    said === null ? [] : [`${element('dt', {}, term)}<dd>${said}</dd>`],
  );
  return `<dl>${told.join('\n')}</dl>`;
}

const changedAct = ({
  reference,
  publication,
}: {
  reference: string;
  publication: string | null;
}) =>
  publication === null
    ? escaped(reference)
    : element('a', { href: pathOf(publication) }, reference);

const charts = ({ publication: { id, attachments } }: ShownPublication, { title }: Entry) =>
  attachments
    .filter(({ name }) => name.endsWith('.svg'))
    .map(({ name }) => `<p>${element('img', { src: `${pathOf(id)}/${name}`, alt: title })}</p>`);

const filesOf = ({ publication: { id, attachments } }: ShownPublication): readonly string[] =>
  attachments.map(({ name }) => element('a', { href: `${pathOf(id)}/${name}` }, name));

const languageLink = (id: string, language: Language): string =>
  element(
    'a',
    { href: pathOf(id, language), hreflang: language, lang: language },
    publicationWords(language).LANGUAGE[language],
  );

const versionLine = ({ number, state, recordedAt }: ShownVersion, language: Language): string =>
  `${number}. ${escaped(publicationWords(language).STATE[state])}, ${day(new Date(recordedAt).toISOString())}`;

const linked = (label: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [element('h2', {}, label), `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`];
