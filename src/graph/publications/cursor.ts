/** Cursors of publications: the place of one in the order of changes. Good in any page of them. */
const form = /^[1-9]\d{0,14}$/;
const PREFIX = 'publication:';

/** The cursor of this place. */
export const publicationCursor = (serial: number): string =>
  Buffer.from(`${PREFIX}${serial}`).toString('base64url');

/** The place of a cursor, or undefined for anything that is none. */
export function serialOf(cursor: string): number | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const number = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : '';
  // Buffer reads loosely: only what `publicationCursor` wrote is a cursor.
  if (!form.test(number) || publicationCursor(Number(number)) !== cursor) return undefined;
  return Number(number);
}
