/**
 * `sorgu verify-ledger` and `sorgu dump-ledger`: the ledger recomputed from a file, offline, or from the database.
 * Whoever verifies needs the verifier key of a log and, to notice what the holder of that key rewrote, checkpoints
 * that were kept elsewhere.
 */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import {
  DumpMalformed,
  describeFinding,
  type Evidence,
  formatDump,
  type LedgerReader,
  type LedgerRow,
  openDump,
  parseVkey,
  type Standing,
  type Verdict,
  verifyRows,
} from '../ledger/index.js';
import type { OpenTickets } from '../store/index.js';
import { lineWords } from '../words/index.js';
import type { ExitCode, Voice } from './tools.js';

export interface VerifyCommand {
  /** A dump's path, or a database. */
  readonly source: string | LedgerReader;
  /** Signed notes kept elsewhere; of a dump, those it holds stand in where none are given. */
  readonly kept: readonly string[] | undefined;
  /** Receipts that others hold. */
  readonly receipts?: readonly Standing[];
  /** The verifier key of any log of this ledger: all are signed by one key. */
  readonly vkey: string;
  /** Readings of the register that have no entry; left out of a dump, which holds none. */
  readonly openTickets?: () => Promise<OpenTickets>;
}

/** Verifies everything; 0 if the ledger is whole, 1 if not, each fault a line, 2 if the key is none. */
export async function verifyLedger(command: VerifyCommand, voice: Voice): Promise<ExitCode> {
  const key = parseVkey(command.vkey.trim());
  if (key === undefined) {
    voice.say(lineWords(voice.language)('NO_VERIFIER_KEY'));
    return 2;
  }
  try {
    const { rows, ...found } = await openSource(command);
    const { receipts = [] } = command;
    const evidence = { ...found, receipts, publicKey: key.publicKey };
    const verdict = await verifyRows(rows, evidence);
    await warn(command, voice);
    return tell(verdict, evidence, voice);
  } catch (error) {
    if (!(error instanceof DumpMalformed)) throw error;
    voice.say(`${error.message}: dump the ledger again, or ask how this file was changed`);
    return 1;
  }
}

/** Not a fault of the ledger: nothing is released without its entry. */
async function warn({ openTickets }: VerifyCommand, voice: Voice): Promise<void> {
  const { count, first, undone } = (await openTickets?.()) ?? { count: 0, first: [], undone: 0 };
  if (undone > 0) {
    voice.say(
      `warning: ${undone} readings of the register were taken back in the database, with their tickets: they failed, the database crashed, or somebody read past the gateway`,
    );
  }
  if (count === 0) return;
  voice.say(
    `warning: ${count} readings of the register have no entry: they were broken off before anything was released, or somebody read past the gateway`,
  );
  for (const { ticket, since, kind, request, reader, persons } of first) {
    voice.say(`  ${since} ${kind} ${request} as ${reader}, ${persons} persons (ticket ${ticket})`);
  }
  if (count > first.length) voice.say(`  and ${count - first.length} more`);
}

type Source = Omit<Evidence, 'publicKey'> & { readonly rows: AsyncIterable<LedgerRow> };

async function openSource({ source, kept }: VerifyCommand): Promise<Source> {
  if (typeof source !== 'string') {
    return { kept: kept ?? [], rows: source.rows(), hasSalts: true };
  }
  const dump = await openDump(readLines(source));
  return { kept: kept ?? dump.kept, rows: dump.rows, hasSalts: false };
}

// Not node:readline: it also splits at U+2028, which may stand inside a line of JSON.
async function* readLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function tell(
  { findings, tips }: Verdict,
  { kept, receipts = [] }: Evidence,
  voice: Voice,
): ExitCode {
  for (const finding of findings) voice.say(describeFinding(finding));
  for (const { origin, frontier } of tips) voice.out(`${origin} ${frontier.size} entries\n`);
  if (findings.length > 0) {
    voice.say(lineWords(voice.language)('LEDGER_CHANGED'));
    return 1;
  }
  const others = receipts.length === 0 ? '' : ` and ${receipts.length} receipts`;
  voice.out(
    `whole: every entry, node and checkpoint, held against ${kept.length} kept checkpoints${others}\n`,
  );
  return 0;
}

export interface DumpCommand {
  /** Made anew; one that stands is not overwritten. */
  readonly file: string;
  readonly reader: LedgerReader;
  /** Reads the notes kept elsewhere; asked before the rows are read. */
  readonly listKept: () => Promise<readonly string[]>;
}

/** Writes the ledger as one file; without the salts, but it says who asked what about whom: for auditors alone. */
export async function dumpLedger(command: DumpCommand, voice: Voice): Promise<ExitCode> {
  const kept = await command.listKept();
  const file = await openNew(command.file);
  if (file === undefined) {
    voice.say(lineWords(voice.language)('DUMP_STANDS', { path: command.file }));
    return 1;
  }
  await pipeline(formatDump(kept, command.reader.rows()), file.createWriteStream({ flush: true }));
  voice.say(lineWords(voice.language)('DUMPED', { path: command.file }));
  return 0;
}

/** A file of the dump's own; undefined where one of that name stands. */
async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}
