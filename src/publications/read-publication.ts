/** From JSON to a publication: its form alone; what the instruments say of it is `lawFaults`'s to say. */
import { type Json, LANGUAGES } from '../base/index.js';
import { type Clause, type Day, isClause, isDay, PUBLICATION_KINDS } from '../treaty/index.js';
import {
  type Publication,
  type PublicationDates,
  type PublicationFault,
  type PublicationText,
  SOURCE_LANGUAGES,
} from './publication.js';
import { isPublicationId } from './publication-id.js';
import { readAttachments } from './read-attachments.js';
import { readChanges, readSource } from './read-source.js';
import { isObject, listOf, type Members, Written } from './written.js';

/** UTF-16 code units of a title, a summary and a text at most. */
const LONGEST = { title: 300, summary: 3_000, text: 200_000 } as const;

const MEMBERS = [
  'id',
  'kind',
  'instrument',
  'clause',
  'publisher',
  'texts',
  'languages',
  'source',
  'dates',
  'changes',
  'attachments',
];

/** Reads it whole; every fault at once. Attacker-controlled. */
export function readPublication(
  value: Json,
):
  | { readonly publication: Publication }
  | { readonly publication: null; readonly faults: readonly PublicationFault[] } {
  const written = new Written();
  const given = written.members(value, '', MEMBERS);
  const kind = written.oneOf(given.kind, PUBLICATION_KINDS, { code: 'UNKNOWN_KIND', at: 'kind' });
  const draft = {
    ...{ id: readId(written, given.id), kind, clause: readClause(written, given.clause) },
    instrument: readCode(written, given.instrument, 'instrument'),
    publisher: readCode(written, given.publisher, 'publisher'),
    texts: readTexts(written, given.texts),
    languages: readLanguages(written, given.languages),
    source: readSource(written, given.source),
    dates: readDates(written, given.dates),
    changes: readChanges(written, given.changes, kind),
    attachments: readAttachments(written, given.attachments),
  };
  // Whatever is null for want of a value has its fault.
  if (written.faults.length > 0) return { publication: null, faults: written.faults };
  return { publication: draft as Publication };
}

const codeForm = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const LONGEST_CODE = 32;

function readId(written: Written, value: Json | undefined): string | null {
  return typeof value === 'string' && isPublicationId(value)
    ? value
    : written.fault('WRONG_FORM', 'id');
}

function readCode(written: Written, value: Json | undefined, at: string): string | null {
  const isCode = typeof value === 'string' && value.length <= LONGEST_CODE && codeForm.test(value);
  return isCode ? value : written.fault('WRONG_FORM', at);
}

function readClause(written: Written, value: Json | undefined): Clause | null {
  const isOne = typeof value === 'string' && value.length <= LONGEST_CODE && isClause(value);
  return isOne ? value : written.fault('WRONG_FORM', 'clause');
}

function readTexts(written: Written, value: Json | undefined): Publication['texts'] {
  if (!isObject(value)) {
    written.fault('NO_TEXT', 'texts');
    return {};
  }
  const languages = Object.keys(value);
  if (languages.length === 0) written.fault('NO_TEXT', 'texts');
  if (languages.some((name) => !LANGUAGES.some((known) => known === name))) {
    written.fault('UNKNOWN_LANGUAGE', 'texts');
  }
  const spoken = LANGUAGES.filter((language) => value[language] !== undefined);
  return Object.fromEntries(
    spoken.map((language) => [language, readText(written, value[language], `texts.${language}`)]),
  );
}

function readText(written: Written, value: Json | undefined, at: string): PublicationText {
  const given = written.members(value, at, ['title', 'summary', 'text']);
  return {
    // A title without a value has its fault, and then nothing is published.
    title: oneLine(written, given, at) ?? '',
    summary: written.textOrNone(given.summary, `${at}.summary`, LONGEST.summary),
    text: written.textOrNone(given.text, `${at}.text`, LONGEST.text),
  };
}

function oneLine(written: Written, { title }: Members, at: string): string | null {
  const text = written.text(title, `${at}.title`, LONGEST.title);
  return text !== null && /[\n\r\t]/.test(text) ? written.fault('WRONG_FORM', `${at}.title`) : text;
}

function readLanguages(written: Written, value: Json | undefined): Publication['languages'] {
  const given = listOf(value) ?? [];
  const known = SOURCE_LANGUAGES.filter((language) => given.includes(language));
  if (given.length === 0) written.fault('WRONG_FORM', 'languages');
  else if (known.length !== given.length) written.fault('UNKNOWN_LANGUAGE', 'languages');
  return known;
}

const DAYS = ['adopted', 'inForceFrom', 'published', 'changed'] as const;

function readDates(written: Written, value: Json | undefined): PublicationDates {
  const given = written.members(value, 'dates', DAYS);
  const day = (name: (typeof DAYS)[number]): Day | null => {
    const text = given[name];
    if (text === undefined || text === null) return null;
    return typeof text === 'string' && isDay(text)
      ? text
      : written.fault('WRONG_FORM', `dates.${name}`);
  };
  const { published, ...others } = {
    ...{ adopted: day('adopted'), inForceFrom: day('inForceFrom') },
    ...{ published: day('published'), changed: day('changed') },
  };
  if (published === null) written.fault('WRONG_FORM', 'dates.published');
  return { ...others, published: published ?? '0000-00-00' };
}
