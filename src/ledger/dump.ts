/**
 * A ledger as one file, to be verified offline. NDJSON, UTF-8:
 *
 *   {"kind":"dump","version":2}    1 held the nodes of every level, 2 those at the heights of tiles (stored-nodes.ts)
 *   {"kind":"kept","note":...}    checkpoints kept outside the database, as they were before the rows were read
 *   one line per row, in the order of `compareRows`, bytes in base64, without the salts: with a salt in hand the
 *   answer it belongs to can be guessed
 *   {"kind":"end","lines":n}      n counts the lines between first and last: a file cut short is noticed
 */
import { canonicalJson, type Json } from '../base/index.js';
import { parseBase64 } from './note.js';
import type { EntryRow, LedgerRow } from './rows.js';

type DumpLine =
  | { readonly kind: 'dump'; readonly version: number }
  | { readonly kind: 'kept'; readonly note: string }
  | { readonly kind: 'end'; readonly lines: number }
  | DumpRow;

type DumpRow = Exclude<LedgerRow, EntryRow> | Omit<EntryRow, 'salt'>;

/** What is written; 1 is read too. */
const VERSION = 2;

/** What a dump holds. */
export interface DumpContent {
  readonly kept: readonly string[];
  readonly rows: AsyncIterable<LedgerRow>;
}

/** Writes the lines of a dump, each with its newline. */
export async function* formatDump(
  kept: readonly string[],
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
): AsyncGenerator<string> {
  let lines = kept.length;
  yield format({ kind: 'dump', version: VERSION });
  for (const note of kept) yield format({ kind: 'kept', note });
  for await (const row of rows) {
    lines += 1;
    yield format(row.kind === 'entry' ? withoutSalt(row) : row);
  }
  yield format({ kind: 'end', lines });
}

const withoutSalt = ({ salt: _, ...row }: EntryRow): DumpLine => row;

function format(line: DumpLine): string {
  const members = Object.entries(line).map(([name, value]): [string, Json] => [
    name,
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  ]);
  return `${canonicalJson(Object.fromEntries(members))}\n`;
}

/** Thrown where a dump is not whole. */
export class DumpMalformed extends Error {
  override readonly name = 'DumpMalformed';

  /** @param line where, from 1 */
  constructor(readonly line: number) {
    super(`not a whole dump: line ${line}`);
  }
}

/** Reads a dump from its lines, without their newlines. Throws DumpMalformed, at the latest when the rows are read. */
export async function openDump(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<DumpContent> {
  const parsed = parseLines(lines);
  const kept: string[] = [];
  for (;;) {
    const { value, done } = await parsed.next();
    if (done === true) return { kept, rows: only([]) };
    if (value.kind !== 'kept') return { kept, rows: rowsFrom(value, parsed) };
    kept.push(value.note);
  }
}

type Line = Exclude<DumpLine, { readonly kind: 'dump' | 'end' }>;
type RowLine = Exclude<Line, { readonly kind: 'kept' }>;

async function* parseLines(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Line, void> {
  let at = 0;
  let stage = 0;
  for await (const text of lines) {
    at += 1;
    const line = parseLine(text);
    const next = line === undefined ? undefined : stageAfter(stage, line, at);
    if (line === undefined || next === undefined) throw new DumpMalformed(at);
    stage = next;
    if (line.kind !== 'dump' && line.kind !== 'end') yield line;
  }
  if (stage !== STAGES.end) throw new DumpMalformed(at + 1);
}

// Kept notes stand before all rows: one further down would be no part of the evidence, and must not pass for it.
const STAGES = { dump: 1, kept: 2, row: 3, end: 4 } as const;

function stageOf({ kind }: DumpLine): number {
  return kind === 'dump' || kind === 'kept' || kind === 'end' ? STAGES[kind] : STAGES.row;
}

/** Whether what a line says of the dump itself holds. */
function isTrue(line: DumpLine, at: number): boolean {
  if (line.kind === 'dump') return line.version === 1 || line.version === VERSION;
  return line.kind !== 'end' || line.lines === at - 2;
}

/** The stage a dump reaches with its line `at`; undefined where the line has no place. */
function stageAfter(stage: number, line: DumpLine, at: number): number | undefined {
  const next = stageOf(line);
  const isOpen = stage > 0 && stage < STAGES.end;
  const isInOrder = next === STAGES.dump ? stage === 0 : isOpen && stage <= next;
  return isInOrder && isTrue(line, at) ? next : undefined;
}

async function* rowsFrom(first: Line, rest: AsyncIterable<Line>): AsyncGenerator<LedgerRow> {
  if (first.kind !== 'kept') yield rowOf(first);
  for await (const line of rest) if (line.kind !== 'kept') yield rowOf(line);
}

const rowOf = (line: RowLine): LedgerRow =>
  line.kind === 'entry' ? { ...line, salt: null } : line;

async function* only(rows: readonly LedgerRow[]): AsyncGenerator<LedgerRow> {
  yield* rows;
}

function parseLine(text: string): DumpLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? readLine({ ...value }) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof FieldMissing) return undefined;
    throw error;
  }
}

class FieldMissing extends Error {}

/** Reads the fields of a line by name and type. */
class Fields {
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(value: Readonly<Record<string, unknown>>) {
    this.#value = value;
  }

  text(name: string): string {
    const member = this.#value[name];
    if (typeof member !== 'string') throw new FieldMissing();
    return member;
  }

  number(name: string): number {
    const member = this.#value[name];
    if (typeof member !== 'number' || !Number.isSafeInteger(member)) throw new FieldMissing();
    return member;
  }

  bytes(name: string): Uint8Array {
    const bytes = parseBase64(this.text(name));
    if (bytes === undefined) throw new FieldMissing();
    return bytes;
  }
}

function readLine(value: Readonly<Record<string, unknown>>): DumpLine | undefined {
  const f = new Fields(value);
  const kind = f.text('kind');
  switch (kind) {
    case 'dump':
      return { kind, version: f.number('version') };
    case 'kept':
      return { kind, note: f.text('note') };
    case 'end':
      return { kind, lines: f.number('lines') };
    default:
      return readRow(kind, f);
  }
}

function readRow(kind: string, f: Fields): DumpLine | undefined {
  const logId = f.number('logId');
  switch (kind) {
    case 'log':
      return { kind, logId, origin: f.text('origin') };
    case 'entry': {
      const leaf = { leaf: f.text('leaf'), leafHash: f.bytes('leafHash') };
      return { kind, logId, seq: f.number('seq'), ...leaf };
    }
    case 'subject': {
      const subject = { n: f.number('n'), tag: f.bytes('tag') };
      return { kind, logId, seq: f.number('seq'), ...subject, coordinates: f.bytes('coordinates') };
    }
    case 'node': {
      const place = { level: f.number('level'), index: f.number('index') };
      return { kind, logId, ...place, hash: f.bytes('hash') };
    }
    case 'checkpoint': {
      const head = { size: f.number('size'), root: f.bytes('root') };
      return { kind, logId, ...head, note: f.text('note') };
    }
    default:
      return undefined;
  }
}
