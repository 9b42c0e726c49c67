/**
 * The part of Structured Field Values (RFC 9651) in which HTTP signatures are written: a dictionary of byte sequences,
 * or of inner lists of strings, with parameters. Only the one form in which RFC 9651 section 4.1 serialises a value is
 * read, so that what was parsed and what was signed cannot differ; a key twice is refused, where the RFC takes the last.
 */
export type Bare = string | number | true;
export type Parameters = ReadonlyMap<string, Bare>;

/** A string with its parameters. */
export interface Item {
  readonly value: string;
  readonly parameters: Parameters;
}

export interface InnerList {
  readonly items: readonly Item[];
  readonly parameters: Parameters;
}

const KEY = /[a-z*][a-z0-9_.*-]*/y;
const STRING = /"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"/y;
const INTEGER = /0|-?[1-9][0-9]{0,14}/y;
const BYTES = /:([A-Za-z0-9+/]*={0,2}):/y;

/** Thrown inside this file alone, where a text leaves the grammar. */
class Malformed extends Error {}

/** Where reading stands in a text. */
class Cursor {
  #at = 0;

  constructor(readonly text: string) {}

  get isAtEnd(): boolean {
    return this.#at === this.text.length;
  }

  /** Passes over `symbol` if it stands here. */
  skip(symbol: string): boolean {
    const stands = this.text.startsWith(symbol, this.#at);
    if (stands) this.#at += symbol.length;
    return stands;
  }

  expect(symbol: string): void {
    if (!this.skip(symbol)) throw new Malformed();
  }

  /** What a sticky pattern matches here: its group, or all of it. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) throw new Malformed();
    this.#at += match[0].length;
    return match[1] ?? match[0];
  }

  peek(): string {
    return this.text.charAt(this.#at);
  }
}

/** Reads a dictionary of inner lists, as in Signature-Input; undefined for anything else. */
export const parseInnerLists = (text: string): ReadonlyMap<string, InnerList> | undefined =>
  parseDictionary(text, innerList);

/** Reads a dictionary of byte sequences, as in Signature and Content-Digest; undefined for anything else. */
export const parseByteSequences = (text: string): ReadonlyMap<string, Uint8Array> | undefined =>
  parseDictionary(text, byteSequence);

/** Writes an inner list (RFC 9651 section 4.1.1.1). Throws a RangeError for what no string can carry. */
export function formatInnerList({ items, parameters }: InnerList): string {
  return `(${items.map(formatItem).join(' ')})${formatParameters(parameters)}`;
}

/** Writes a string with its parameters (RFC 9651 section 4.1.3). */
export const formatItem = ({ value, parameters }: Item): string =>
  formatString(value) + formatParameters(parameters);

/** Writes a byte sequence (RFC 9651 section 4.1.8). */
export const formatBytes = (bytes: Uint8Array): string =>
  `:${Buffer.from(bytes).toString('base64')}:`;

function parseDictionary<T>(
  text: string,
  member: (cursor: Cursor) => T,
): ReadonlyMap<string, T> | undefined {
  const cursor = new Cursor(text);
  try {
    const members = new Map<string, T>();
    do {
      const key = freshKey(cursor, members);
      cursor.expect('=');
      members.set(key, member(cursor));
    } while (cursor.skip(', '));
    return cursor.isAtEnd ? members : undefined;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function freshKey(cursor: Cursor, known: ReadonlyMap<string, unknown>): string {
  const key = cursor.take(KEY);
  if (known.has(key)) throw new Malformed();
  return key;
}

function innerList(cursor: Cursor): InnerList {
  const items: Item[] = [];
  cursor.expect('(');
  while (!cursor.skip(')')) {
    if (items.length > 0) cursor.expect(' ');
    items.push({ value: string(cursor), parameters: parameters(cursor) });
  }
  return { items, parameters: parameters(cursor) };
}

function parameters(cursor: Cursor): Parameters {
  const read = new Map<string, Bare>();
  while (cursor.skip(';')) {
    const key = freshKey(cursor, read);
    read.set(key, cursor.skip('=') ? bare(cursor) : true);
  }
  return read;
}

const bare = (cursor: Cursor): Bare =>
  cursor.peek() === '"' ? string(cursor) : Number(cursor.take(INTEGER));

const string = (cursor: Cursor): string => cursor.take(STRING).replace(/\\(.)/g, '$1');

function byteSequence(cursor: Cursor): Uint8Array {
  const encoded = cursor.take(BYTES);
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.toString('base64') !== encoded) throw new Malformed();
  return bytes;
}

const formatParameters = (given: Parameters): string =>
  [...given]
    .map(([key, value]) => `;${key}${value === true ? '' : `=${formatBare(value)}`}`)
    .join('');

const formatBare = (value: string | number): string =>
  typeof value === 'number' ? String(value) : formatString(value);

function formatString(value: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new RangeError('structured field: not ASCII');
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
