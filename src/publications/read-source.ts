/** The public source of a publication (B-1a), and what a change of legislation changes (B-2b). */
import type { Json } from '../base/index.js';
import type { PublicationKind } from '../treaty/index.js';
import type { ChangedAct, PublicSource } from './publication.js';
import { isPublicationId } from './publication-id.js';
import type { Written } from './written.js';

const LONGEST_REFERENCE = 500;
const LONGEST_URL = 2_000;

/** The source; one without a reference or without an address that everybody can open is none. */
export function readSource(written: Written, value: Json | undefined): PublicSource {
  if (value === undefined || value === null) {
    written.fault('NO_SOURCE', 'source');
    return { reference: '', url: '' };
  }
  const given = written.members(value, 'source', ['reference', 'url']);
  const { reference, url } = given;
  if (isBlank(reference) || isBlank(url)) written.fault('NO_SOURCE', 'source');
  return {
    reference: isBlank(reference)
      ? ''
      : (written.text(reference, 'source.reference', LONGEST_REFERENCE) ?? ''),
    url: isBlank(url) ? '' : (readUrl(written, url) ?? ''),
  };
}

const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function readUrl(written: Written, value: Json | undefined): string | null {
  if (typeof value !== 'string') return written.fault('WRONG_FORM', 'source.url');
  if (value.length > LONGEST_URL) return written.fault('TOO_LONG', 'source.url');
  return publicUrl(value) ?? written.fault('SOURCE_NOT_PUBLIC', 'source.url');
}

/** The address in its one written form; undefined for what is not https, names a user, or is no public host's. */
function publicUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(text);
  const isNamed = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(hostname);
  const isPublic = protocol === 'https:' && username === '' && password === '' && isNamed;
  return isPublic && href.length <= LONGEST_URL ? href : undefined;
}

/** What is changed: of a change of legislation it must be there, of others it must not. */
export function readChanges(
  written: Written,
  value: Json | undefined,
  kind: PublicationKind | null,
): ChangedAct | null {
  const isChange = kind === 'LEGISLATION_CHANGE';
  if (value === undefined || value === null) {
    return isChange ? written.fault('NO_CHANGED_ACT', 'changes') : null;
  }
  if (!isChange) return written.fault('NOT_A_CHANGE', 'changes');
  const given = written.members(value, 'changes', ['reference', 'publication']);
  const publication = given.publication ?? null;
  return {
    reference: written.text(given.reference, 'changes.reference', LONGEST_REFERENCE) ?? '',
    publication: publication === null ? null : readId(written, publication),
  };
}

function readId(written: Written, value: Json): string | null {
  return typeof value === 'string' && isPublicationId(value)
    ? value
    : written.fault('WRONG_FORM', 'changes.publication');
}
