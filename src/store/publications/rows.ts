/** From a version to the row that keeps it, and back. */
import { LANGUAGES, type Language } from '../../base/index.js';
import {
  type Attachment,
  askedTerms,
  contentOf,
  type PlacedFinding,
  type Publication,
  type PublicationQuery,
  type PublicationState,
  type PublicationVersion,
  type ShownPublication,
  termsOf,
} from '../../publications/index.js';

export interface VersionRow {
  readonly version: number;
  readonly state: PublicationState;
  readonly content: string;
  readonly body: string;
  readonly reason: string | null;
  readonly findings: string;
  readonly recordedBy: string;
  readonly recordedAt: number;
  readonly attachments: readonly Attachment[];
}

export interface ShownRow {
  readonly serial: number;
  readonly state: ShownPublication['state'];
  readonly content: string;
  /** Null where the longer texts were not asked for, or are not shown. */
  readonly body?: string | null;
  readonly reason: string | null;
  readonly firstAt: number;
  readonly recordedAt: number;
  readonly names: readonly string[];
}

/** The longer texts, by language. */
export type Bodies = Readonly<Partial<Record<Language, string>>>;

// Written by `sentVersion` alone.
export const bodiesIn = (body: string): Bodies => JSON.parse(body) as Bodies;

function publicationIn(content: string, body: string): Publication {
  const publication = JSON.parse(content) as Publication;
  return { ...publication, texts: mapTexts(publication, bodiesIn(body)) };
}

const mapTexts = ({ texts }: Publication, bodies: Bodies): Publication['texts'] =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = texts[language];
      return text === undefined ? [] : [[language, { ...text, text: bodies[language] ?? null }]];
    }),
  );

export function versionOf(row: VersionRow): PublicationVersion {
  const { version, state, reason, recordedBy, recordedAt } = row;
  const { content, body, findings, attachments } = row;
  return {
    ...{ version, state, reason, recordedBy, recordedAt },
    publication: { ...publicationIn(content, body), attachments },
    findings: JSON.parse(findings) as readonly PlacedFinding[],
  };
}

export function shownOf({ content, body, names, ...row }: ShownRow): ShownPublication {
  const attachments = names.map((name) => ({ name, content: '' }));
  return { ...row, publication: { ...publicationIn(content, body ?? '{}'), attachments } };
}

/** What `KEEP` takes. */
export function sentVersion(version: PublicationVersion): object {
  const { publication, recordedAt, recordedBy: by, findings, ...row } = version;
  const { id, kind, instrument, texts, attachments } = publication;
  const spoken = languagesOf(publication);
  return {
    ...{ ...row, id, kind, instrument, by, attachments },
    content: contentOf({ ...publication, texts: mapTexts(publication, {}), attachments: [] }),
    body: JSON.stringify(Object.fromEntries(spoken.map((one) => [one, texts[one]?.text]))),
    at: new Date(recordedAt).toISOString(),
    findings: JSON.stringify(findings),
    languages: spoken.join(' '),
    words: row.state === 'PUBLISHED' ? wordsOf(publication, spoken) : { tags: [] },
  };
}

const languagesOf = ({ texts }: Publication): readonly Language[] =>
  LANGUAGES.filter((language) => texts[language] !== undefined);

function wordsOf({ kind, instrument, texts }: Publication, spoken: readonly Language[]) {
  const terms = spoken.flatMap((language) => {
    const text = texts[language];
    return text === undefined ? [] : [[language, termsOf(language, text)] as const];
  });
  return { ...Object.fromEntries(terms), tags: tagsOf({ kind, instrument, spoken }) };
}

interface Tagged {
  readonly kind: string | null;
  readonly instrument: string | null;
  readonly spoken: readonly Language[];
}

/** Kind, instrument and languages, as words among the others. */
function tagsOf({ kind, instrument, spoken }: Tagged): readonly string[] {
  const languages = spoken.map((language) => `l:${language}`);
  return [
    ...(kind === null ? [] : [`k:${kind}`]),
    ...(instrument === null ? [] : [`i:${instrument}`]),
    ...languages,
  ];
}

/** What `publication.search` takes; undefined where no word is asked for. */
export function sentSearch(query: PublicationQuery, search: string): string {
  const { first, before, kind, instrument, language, changedSince } = query;
  const spoken = language === null ? [] : [language];
  return JSON.stringify({
    ...{ first, before, words: askedTerms(search, language) },
    tags: tagsOf({ kind, instrument, spoken }),
    since: changedSince === null ? null : new Date(changedSince).toISOString(),
  });
}
