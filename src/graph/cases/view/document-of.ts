/** The request's document of a case: of a draft as it stands, of a signed one out of the signature that was verified. */
import { parseStrictJson, readCompact } from '../../../base/index.js';
import { type RequestDocument, readRequestDocument } from '../../../requests/index.js';
import type { CaseFile } from '../../../store/index.js';

/** In characters; what the post room takes is shorter. */
const LONGEST = 32_000_000;

/** The document; null where there is none that can be read. */
export function documentOf({
  draft,
  document,
}: Pick<CaseFile, 'draft' | 'document'>): RequestDocument | null {
  if (document === null) return draft === null ? null : readRequestDocument(draft).document;
  const payload = readCompact(document, { parts: 3, longest: LONGEST })?.[1];
  // It was verified when it was signed or received, and kept by this gateway alone.
  return payload === undefined ? null : readRequestDocument(parseStrictJson(payload)).document;
}
