/** The signed document of a case, read again out of what was kept. */
import type { RequestDocument } from '../requests/index.js';
import type { CaseFile } from '../store/index.js';
import type { ExchangeRooms } from './rooms.js';

/** The document of a filed case: it was verified when it came, and its bytes were kept. */
export async function readFiled(
  rooms: ExchangeRooms,
  { document, key, draft }: CaseFile,
): Promise<RequestDocument | null> {
  if (document === null || key === null) return rooms.post.readDocument(draft);
  const opened = await rooms.post.openRequest(document, key);
  return 'fault' in opened ? null : opened.document;
}
