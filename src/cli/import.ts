/** `sorgu import FILE` and `sorgu import --delete FILE`: people into the register, or out of it. */

import { open, rm } from 'node:fs/promises';
import type { Clock, Language } from '../base/index.js';
import type { ImportCounts, Importer } from '../store/index.js';
import { lineWords } from '../words/index.js';

/** Loads the lines of a file, whatever they are about. */
export interface LineLoader<Rejected extends object, Counts extends ImportCounts> {
  load(wish: {
    readonly lines: AsyncIterable<Uint8Array>;
    readonly reject: (line: Rejected) => Promise<void>;
    readonly progress: (counts: ImportCounts) => void;
  }): Promise<Counts>;
}

export interface ImportCommand<Loader = Importer> {
  /** Path of the file; what is rejected is written beside it. */
  readonly file: string;
  readonly importer: Loader;
  readonly clock: Clock;
  /** Takes lines of text for the operator (stderr). */
  readonly say: (line: string) => void;
  /** Of the operator. */
  readonly language: Language;
}

/** Exit codes of the contract: fine, or refused in part. */
type ExitCode = 0 | 1;

const PROGRESS_MS = 1_000;
const CHUNK_BYTES = 256 * 1024;

/** Loads the file; 1 where a line was rejected. Rejects where the file cannot be read or the database fails. */
export function importFile<Rejected extends object, Counts extends ImportCounts>(
  command: ImportCommand<LineLoader<Rejected, Counts>>,
): Promise<ExitCode> {
  return reading(command.file, (lines) => loadLines(command, lines));
}

/** Removes the people whose ids stand in the file, one a line. */
export function deleteListed({ file, importer, say, language }: ImportCommand): Promise<ExitCode> {
  return reading(file, async (lines) => {
    const { read, deleted } = await importer.remove(lines);
    say(lineWords(language)('DELETED', { read, deleted, absent: read - deleted }));
    return 0;
  });
}

// Opened before anything else: a stream that cannot open its file fails while nobody listens yet.
async function reading(
  file: string,
  work: (lines: AsyncIterable<Uint8Array>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const handle = await open(file);
  try {
    return await work(handle.createReadStream({ highWaterMark: CHUNK_BYTES, autoClose: false }));
  } finally {
    await handle.close();
  }
}

async function loadLines<Rejected extends object, Counts extends ImportCounts>(
  command: ImportCommand<LineLoader<Rejected, Counts>>,
  lines: AsyncIterable<Uint8Array>,
): Promise<ExitCode> {
  const path = `${command.file}.rejected.ndjson`;
  const rejected = openRejected(path);
  try {
    await rejected.clear();
    const progress = progressOf(command);
    const counts = await command.importer.load({ lines, reject: rejected.write, progress });
    const say = lineWords(command.language);
    const { read, loaded, changed, unchanged, rejected: count } = counts;
    command.say(say('IMPORTED', { read, loaded, changed, unchanged, rejected: count }));
    if (count === 0) return 0;
    command.say(say('REJECTED', { count, path }));
    return 1;
  } finally {
    await rejected.close();
  }
}

/** Says how far it is, and how fast, at most once a second. */
function progressOf({
  clock,
  say,
}: Pick<ImportCommand, 'clock' | 'say'>): (counts: ImportCounts) => void {
  const began = clock.now();
  let said = began;
  return ({ read }) => {
    const now = clock.now();
    if (now - said < PROGRESS_MS) return;
    said = now;
    say(`${read} lines, ${Math.round((read * 1000) / (now - began))} a second`);
  };
}

/**
 * The file of rejected lines: line number, code, field, and the line itself, which is personal data. It is made anew
 * at the first rejection, for the operator alone, and never through a link that somebody else has laid.
 */
function openRejected(path: string) {
  let opened: ReturnType<typeof open> | undefined;
  return {
    clear: () => rm(path, { force: true }),
    write: async (line: object): Promise<void> => {
      opened ??= open(path, 'wx', 0o600);
      await (await opened).write(`${JSON.stringify(line)}\n`);
    },
    close: async () => (await opened)?.close(),
  };
}
