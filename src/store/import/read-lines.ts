/**
 * Lines of a file of any size, without ever holding more than one of them and one chunk. Lines come from outside: one
 * without an end, or one that is not UTF-8, is told and skipped.
 */
import { isUtf8 } from 'node:buffer';
import { MAX_LINE_BYTES } from '../../register/index.js';

/** A line that can be read, without its end; `bytes` is its size in the file. */
export interface GoodLine {
  readonly number: number;
  readonly text: string;
  readonly bytes: number;
  readonly fault?: undefined;
}

export type RawLine =
  | GoodLine
  | { readonly number: number; readonly fault: 'LINE_TOO_LONG' | 'NOT_UTF8' };

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Yields the lines of each chunk together, numbered from 1. Blank lines are numbered and left out. */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly RawLine[]> {
  const lines = new LineCutter();
  for await (const chunk of chunks) yield lines.cut(asBuffer(chunk));
  yield lines.end();
}

const asBuffer = (chunk: Uint8Array): Buffer =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

class LineCutter {
  #number = 0;
  #parts: Buffer[] = [];
  #size = 0;

  /** The lines that end in this chunk. */
  cut(chunk: Buffer): readonly RawLine[] {
    const lines: RawLine[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, at));
      lines.push(...this.end());
      from = at + 1;
    }
    this.#keep(chunk.subarray(from));
    return lines;
  }

  /** The line kept so far, if there is one and it is not blank. */
  end(): readonly RawLine[] {
    this.#number += 1;
    const [size, parts] = [this.#size, this.#parts];
    this.#size = 0;
    this.#parts = [];
    if (size > MAX_LINE_BYTES) return [{ number: this.#number, fault: 'LINE_TOO_LONG' }];
    const line = this.#strip(
      parts.length === 1 ? (parts[0] ?? Buffer.alloc(0)) : Buffer.concat(parts),
    );
    if (!isUtf8(line)) return [{ number: this.#number, fault: 'NOT_UTF8' }];
    const text = line.toString('utf8');
    return text.trim() === '' ? [] : [{ number: this.#number, text, bytes: size }];
  }

  // What is over the limit is counted, not kept: a line without an end must not fill the memory.
  #keep(part: Buffer): void {
    this.#size += part.length;
    if (this.#size > MAX_LINE_BYTES) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  #strip(line: Buffer): Buffer {
    const marked = this.#number === 1 && line.subarray(0, 3).equals(BYTE_ORDER_MARK);
    const end = line.at(-1) === CARRIAGE_RETURN ? line.length - 1 : line.length;
    return line.subarray(marked ? 3 : 0, end);
  }
}
