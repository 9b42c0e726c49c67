/**
 * An evidence bundle: entries of one or more logs with what proves them, in one file that a stranger verifies without
 * the database (verifier/verify-evidence.mjs has its own reading of this format). UTF-8, one line each:
 *
 *   sorgu-evidence 1
 *   about <JSON>                       what was asked for; states nothing that the rest proves
 *   log <verifier key>                 C2SP signed-note; its name is the origin of the log
 *   checkpoint <JSON string>           C2SP signed note, with whatever cosignatures it carries
 *   entry <index> <check> <salt> <leaf>
 *   node <level> <index> <hash>        a complete subtree of which nothing is shown
 *   end <lines before this one>
 *
 * The entries and nodes of a log stand in the order of the tree and cover it without a gap, so that they lead to the
 * signed root in one pass with the tree's right edge alone in memory. Every line but an entry ends with a space and the
 * first 10 characters of base64url(SHA-256 of what stands before); an entry's `check` is that of its leaf hash, and its
 * salt is bound by the leaf. They say where a file was damaged; what holds against a forger is the root. Hashes and
 * salts are base64url without padding; a salt that is kept back is `-`.
 */
import { hash } from 'node:crypto';
import { canonicalJson, type Json } from '../base/index.js';
import { type HashReader, type Subtree, subtreesOf, textLeafHash } from './merkle.js';

/** An entry as it is shown. */
export interface ShownEntry {
  readonly index: number;
  readonly leaf: string;
  /** 32 bytes: with it the holder of an answer shows which bytes were released. Null keeps it back. */
  readonly salt: Uint8Array | null;
}

/** What is shown of one log. */
export interface EvidenceSection {
  /** Verifier key of the log (C2SP signed-note). */
  readonly vkey: string;
  /** The signed note of the checkpoint that all is proved by. */
  readonly note: string;
  /** Its size. */
  readonly size: number;
  /** By index, ascending, each below `size`. */
  readonly entries: Iterable<ShownEntry> | AsyncIterable<ShownEntry>;
  /** The hashes of the subtrees that `evidenceSubtrees` names. */
  readonly hashes: HashReader;
}

/** The complete subtrees that stand for what is not shown of a log of `size` entries. */
export function evidenceSubtrees(indices: readonly number[], size: number): readonly Subtree[] {
  const starts = [0, ...indices.map((index) => index + 1)];
  const ends = [...indices, size];
  return starts.flatMap((start, at) => subtreesOf(start, ends[at] ?? size));
}

/** Writes the lines of a bundle, each with its newline. Throws a RangeError where entries are out of order. */
export async function* formatEvidence(
  about: Json,
  sections: Iterable<EvidenceSection> | AsyncIterable<EvidenceSection>,
): AsyncGenerator<string> {
  let lines = 0;
  for await (const line of bodyLines(about, sections)) {
    lines += 1;
    yield line;
  }
  yield checked(`end ${lines}`);
}

async function* bodyLines(
  about: Json,
  sections: Iterable<EvidenceSection> | AsyncIterable<EvidenceSection>,
): AsyncGenerator<string> {
  yield checked('sorgu-evidence 1');
  yield checked(`about ${canonicalJson(about)}`);
  for await (const section of sections) yield* sectionLines(section);
}

async function* sectionLines(section: EvidenceSection): AsyncGenerator<string> {
  const { vkey, note, size, entries, hashes } = section;
  yield checked(`log ${vkey}`);
  yield checked(`checkpoint ${JSON.stringify(note)}`);
  let next = 0;
  for await (const entry of entries) {
    if (entry.index < next || entry.index >= size) throw new RangeError('evidence: out of order');
    yield* nodeLines(next, entry.index, hashes);
    yield entryLine(entry);
    next = entry.index + 1;
  }
  yield* nodeLines(next, size, hashes);
}

function* nodeLines(start: number, end: number, hashes: HashReader): Generator<string> {
  for (const { level, index } of subtreesOf(start, end)) {
    yield checked(`node ${level} ${index} ${base64url(hashes.hashAt(level, index))}`);
  }
}

function entryLine({ index, leaf, salt }: ShownEntry): string {
  const check = base64url(textLeafHash(leaf)).slice(0, CHECK_LENGTH);
  return `entry ${index} ${check} ${salt === null ? '-' : base64url(salt)} ${leaf}\n`;
}

/** 60 bits: characters of base64url that hold six bits each, so that one file has one form. */
const CHECK_LENGTH = 10;

const checked = (line: string): string =>
  `${line} ${hash('sha256', line, 'base64url').slice(0, CHECK_LENGTH)}\n`;

const base64url = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');
