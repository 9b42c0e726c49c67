/** A publication as JSON for programs: as it was published, with what became of it. */
import type { Json } from '../../base/index.js';
import { mediaTypeOf } from '../read-attachments.js';
import type { ShownPublication, ShownVersion } from '../shelf.js';
import { pathOf } from './entry.js';

/** Attachments are told by address; their texts stand there. */
export function publicationDocument(
  { publication, state, reason, firstAt, recordedAt }: ShownPublication,
  versions: readonly ShownVersion[],
  origin: string,
): Json {
  const { id, attachments, texts, source, dates, changes, languages, ...head } = publication;
  return {
    ...{ id, url: `${origin}${pathOf(id)}`, state, reason, ...head },
    texts: Object.fromEntries(Object.entries(texts).map(([spoken, text]) => [spoken, { ...text }])),
    languages: [...languages],
    source: { ...source },
    dates: { ...dates },
    changes: changes && { ...changes },
    attachments: attachments.map(({ name }) => ({
      name,
      url: `${origin}${pathOf(id)}/${name}`,
      mediaType: mediaTypeOf(name) ?? '',
    })),
    firstShownAt: new Date(firstAt).toISOString(),
    shownAt: new Date(recordedAt).toISOString(),
    versions: versions.map(({ recordedAt: at, ...version }) => ({
      ...{ ...version, shownAt: new Date(at).toISOString() },
    })),
  };
}
