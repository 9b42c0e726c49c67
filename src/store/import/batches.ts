/** People of an import, gathered into batches that are loaded or lost as a whole. */
import { createHash } from 'node:crypto';
import { type FaultyLine, type PersonRecord, parsePerson } from '../../register/index.js';
import type { GoodLine, RawLine } from './read-lines.js';

/** A person of the file, and the digest by which the same content is known again. */
export interface ReadPerson {
  readonly person: PersonRecord;
  /** SHA-256 of the canonical content, 32 bytes. */
  readonly digest: Uint8Array;
}

/** A line that was not taken. `text` is the line itself where it can be read at all. */
export interface RejectedLine extends FaultyLine {
  readonly line: number;
  readonly text?: string;
}

export interface Batch {
  readonly people: readonly ReadPerson[];
  readonly rejected: readonly RejectedLine[];
}

/** The size of a batch; whichever is reached first closes it. */
export interface BatchLimits {
  readonly people: number;
  readonly bytes: number;
}

// Counts into every digest: raised, the same file is loaded anew (columns or search keys made in another way).
const CONTENT_VERSION = '2';

/**
 * Gathers lines into batches. No id stands twice in one: a later line of the same id opens the next batch, so that it
 * replaces the earlier one as it would in a later import.
 */
export async function* gatherBatches(
  chunks: AsyncIterable<readonly RawLine[]>,
  limits: BatchLimits,
): AsyncGenerator<Batch> {
  let batch = new OpenBatch();
  for await (const lines of chunks) {
    for (const line of lines) {
      const read = readPerson(line);
      if (batch.isFull(limits) || batch.holds(read)) {
        yield batch;
        batch = new OpenBatch();
      }
      batch.add(read);
    }
  }
  if (!batch.isEmpty) yield batch;
}

type ReadLine = (ReadPerson & { readonly bytes: number }) | RejectedLine;

function readPerson(line: RawLine): ReadLine {
  if (line.fault !== undefined) return { line: line.number, code: line.fault, field: '' };
  const { person, fault } = parsePerson(line.text);
  if (fault !== undefined) return { line: line.number, ...fault, text: line.text };
  return { person, digest: digestOf(person), bytes: line.bytes };
}

function digestOf(person: PersonRecord): Uint8Array {
  return createHash('sha256').update(CONTENT_VERSION).update(JSON.stringify(person)).digest();
}

class OpenBatch implements Batch {
  readonly people: ReadPerson[] = [];
  readonly rejected: RejectedLine[] = [];
  readonly #ids = new Set<string>();
  #bytes = 0;

  get isEmpty(): boolean {
    return this.people.length === 0 && this.rejected.length === 0;
  }

  isFull({ people, bytes }: BatchLimits): boolean {
    return this.people.length + this.rejected.length >= people || this.#bytes >= bytes;
  }

  holds(read: ReadLine): boolean {
    return 'person' in read && this.#ids.has(read.person.id);
  }

  add(read: ReadLine): void {
    if ('person' in read) {
      this.people.push(read);
      this.#ids.add(read.person.id);
      this.#bytes += read.bytes;
    } else {
      this.rejected.push(read);
      this.#bytes += read.text?.length ?? 0;
    }
  }
}

/** Ids to delete, one a line, gathered as batches of people are. */
export async function* gatherIds(
  chunks: AsyncIterable<readonly RawLine[]>,
  most: number,
): AsyncGenerator<readonly string[]> {
  let ids: string[] = [];
  for await (const lines of chunks) {
    ids.push(...lines.filter(isGood).map(({ text }) => text.trim()));
    if (ids.length < most) continue;
    yield ids;
    ids = [];
  }
  if (ids.length > 0) yield ids;
}

const isGood = (line: RawLine): line is GoodLine => line.fault === undefined;
