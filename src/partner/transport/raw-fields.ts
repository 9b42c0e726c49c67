import type { Fields } from '../http-signature/message.js';

/** Node's `rawHeaders` (name, value, name, value ...) as the fields of a message. */
export const fieldsOf = (rawHeaders: readonly string[]): Fields =>
  rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : [],
  );
