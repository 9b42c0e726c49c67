/** Files that go with a publication: tables for programs, charts for people. Text alone, of three kinds. */
import type { Json } from '../base/index.js';
import type { Attachment } from './publication.js';
import { isPlain, listOf, type Written } from './written.js';

const MOST = 5;
/** UTF-16 code units. */
const LONGEST = 1_000_000;

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
} as const;
type Extension = keyof typeof MEDIA_TYPES;

const nameForm = /^[a-z0-9]+(?:-[a-z0-9]+)*\.(csv|json|svg)$/;
const LONGEST_NAME = 64;

/** What an attachment is, by its name; undefined for a name that none may have. */
export function mediaTypeOf(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const extension = nameForm.exec(name)?.[1];
  // The pattern has no other endings.
  return extension === undefined ? undefined : MEDIA_TYPES[extension as Extension];
}

/** Reads them; none where they are left out. */
export function readAttachments(written: Written, value: Json | undefined): readonly Attachment[] {
  if (value === undefined || value === null) return [];
  const given = listOf(value);
  if (given === undefined) {
    written.fault('WRONG_FORM', 'attachments');
    return [];
  }
  if (given.length > MOST) {
    written.fault('TOO_LONG', 'attachments');
    return [];
  }
  const read = given.map((one, index) => readOne(written, one, `attachments[${index}]`));
  const names = new Set(read.map(({ name }) => name));
  if (names.size < read.length) written.fault('WRONG_FORM', 'attachments');
  return read;
}

function readOne(written: Written, value: Json, at: string): Attachment {
  const { name, content } = written.members(value, at, ['name', 'content']);
  const isNamed = typeof name === 'string' && mediaTypeOf(name) !== undefined;
  if (!isNamed) written.fault('WRONG_FORM', `${at}.name`);
  const isText = typeof content === 'string' && isPlain(content);
  if (!isText) written.fault('WRONG_FORM', `${at}.content`);
  else if (content.length > LONGEST) written.fault('TOO_LONG', `${at}.content`);
  return { name: isNamed ? name : '', content: isText ? content : '' };
}
