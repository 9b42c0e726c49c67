/** What a file is by its bytes, whatever it is called; attacker-controlled. */
import type { Finding } from './finding.js';
import { inspect } from './inspect.js';

/** What may be attached. Text is read by the scanner; anything else may hold a picture, and a person looks at it. */
export const MEDIA_TYPES = [
  'text/plain',
  'text/csv',
  'text/markdown',
  'image/jpeg',
  'image/png',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const HEADS: Readonly<Partial<Record<MediaType, string>>> = {
  'image/jpeg': 'ffd8ff',
  'image/png': '89504e470d0a1a0a',
  'application/pdf': '255044462d',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '504b0304',
};

/** Whether the bytes are what the media type says. */
export function isOfType(mediaType: MediaType, bytes: Uint8Array): boolean {
  const head = HEADS[mediaType];
  if (head !== undefined) return hexOf(bytes).startsWith(head);
  const isOther = Object.values(HEADS).some((other) => hexOf(bytes).startsWith(other));
  return !isOther && textOf(bytes) !== undefined;
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 8)).toString('hex');

/** What is found in a file that is of its type. */
export function inspectFile(mediaType: MediaType, bytes: Uint8Array): readonly Finding[] {
  const text = HEADS[mediaType] === undefined ? textOf(bytes) : undefined;
  if (text !== undefined) return inspect(text);
  return [{ kind: 'IMAGE', from: 0, to: bytes.length, weight: 2, why: 'FILE_FORM' }];
}

/** UTF-8 without what no text holds; undefined for anything else. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /[^\P{Cc}\s]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
