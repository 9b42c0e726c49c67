/** Cursors: the number of a subject in its request, and nothing about a person. Good in any page of that request. */
const form = /^[1-9]\d{0,8}$/;

/** The cursor of the subject with this number. */
export function cursorOf(n: number): string {
  return Buffer.from(`subject:${n}`).toString('base64url');
}

/** The number in a cursor, or undefined for anything that is none. */
export function subjectNumberOf(cursor: string): number | undefined {
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const number = text.startsWith('subject:') ? text.slice('subject:'.length) : '';
  // Buffer reads loosely: only what cursorOf wrote is a cursor.
  if (!form.test(number) || cursorOf(Number(number)) !== cursor) return undefined;
  return Number(number);
}
