/** Publications from a file, one a line: each line is weighed by the desk and kept as a whole, or told why not. */
import { type Json, parseStrictJson } from '../../base/index.js';
import type { PublicationDesk } from '../../publications/index.js';
import { type RawLine, readLines } from '../import/read-lines.js';

/** Lines so far, and what became of each. Those held are among those loaded or changed. */
export interface PublicationCounts {
  readonly read: number;
  readonly loaded: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly held: number;
  readonly rejected: number;
}

/** A line that was not taken: its number, the first fault and all of them. */
export interface RejectedPublication {
  readonly line: number;
  readonly code: string;
  readonly field: string;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
  readonly text?: string;
}

export interface PublicationImportWish {
  /** The file in chunks of any size: one publication a line (JSON), UTF-8. */
  readonly lines: AsyncIterable<Uint8Array>;
  /** Takes each line that was not kept, in the order of the file; awaited. */
  readonly reject: (line: RejectedPublication) => Promise<void> | void;
  /** Told after each batch. */
  readonly progress?: (counts: PublicationCounts) => void;
}

export interface PublicationImporter {
  /** Rejects with Refusal(UNAVAILABLE) where the database fails: what was kept stays, and the file can be taken again. */
  load(wish: PublicationImportWish): Promise<PublicationCounts>;
}

/** Lines that are on their way to the database at once. */
const AT_ONCE = 64;
/** Who recorded what came from a file. */
const IMPORT = 'import';

const NONE: PublicationCounts = {
  ...{ read: 0, loaded: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 },
};

/** Opens it over the desk that weighs and keeps. */
export function openPublicationImporter(desk: PublicationDesk): PublicationImporter {
  return {
    async load({ lines, reject, progress }) {
      const seen = new Set<string>();
      let counts = NONE;
      for await (const batch of batches(readLines(lines))) {
        const taken = await Promise.all(batch.map((line) => takeLine(desk, line, seen)));
        for (const { rejected } of taken) if (rejected !== null) await reject(rejected);
        counts = taken.reduce(add, counts);
        progress?.(counts);
      }
      return counts;
    },
  };
}

async function* batches(chunks: AsyncIterable<readonly RawLine[]>) {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += AT_ONCE) yield chunk.slice(at, at + AT_ONCE);
  }
}

interface Taken {
  readonly outcome: 'loaded' | 'changed' | 'unchanged' | 'rejected';
  readonly isHeld: boolean;
  readonly rejected: RejectedPublication | null;
}

async function takeLine(desk: PublicationDesk, line: RawLine, seen: Set<string>): Promise<Taken> {
  if (line.fault !== undefined) return rejectedFor(line.number, [{ code: line.fault, at: '' }]);
  const written = jsonIn(line.text);
  if (written === undefined) return told(line, [{ code: 'NOT_JSON', at: '' }]);
  if (standsTwice(written, seen)) return told(line, [{ code: 'DUPLICATE_ID', at: 'id' }]);
  const done = await desk.take(written, IMPORT);
  if (done.outcome === 'REFUSED') return told(line, done.faults);
  const { version, state } = done.version;
  const isHeld = done.outcome === 'NEW' && state === 'HELD';
  if (done.outcome === 'UNCHANGED') return { outcome: 'unchanged', isHeld, rejected: null };
  return { outcome: version === 1 ? 'loaded' : 'changed', isHeld, rejected: null };
}

type Faults = readonly { readonly code: string; readonly at: string }[];

const told = ({ number, text }: { number: number; text: string }, faults: Faults): Taken =>
  rejectedFor(number, faults, text);

function rejectedFor(line: number, faults: Faults, text?: string): Taken {
  const [first = { code: 'WRONG_FORM', at: '' }] = faults;
  const rejected = { line, code: first.code, field: first.at, faults };
  return {
    ...{ outcome: 'rejected', isHeld: false },
    rejected: text === undefined ? rejected : { ...rejected, text },
  };
}

function jsonIn(text: string): Json | undefined {
  try {
    return parseStrictJson(Buffer.from(text));
  } catch {
    // Which fault it has is the writer's to find: the line stands beside its number.
    return undefined;
  }
}

/** Whether its id stood in the file before: which of the two is meant, the file does not say. */
function standsTwice(written: Json, seen: Set<string>): boolean {
  const id = typeof written === 'object' && written !== null && 'id' in written ? written.id : null;
  if (typeof id !== 'string') return false;
  const stood = seen.has(id);
  seen.add(id);
  return stood;
}

const add = (counts: PublicationCounts, { outcome, isHeld }: Taken): PublicationCounts => ({
  ...counts,
  read: counts.read + 1,
  held: counts.held + (isHeld ? 1 : 0),
  [outcome]: counts[outcome] + 1,
});
