/**
 * Checkpoints kept in files, where nobody who can write to the database alone can change them: one file per log,
 * `<directory>/<origin, "/" as "_">.checkpoints`, one signed note a line, as a JSON string.
 *
 * A note that comes within a second of one that stays is overwritten by the next, so that the file does not grow with the
 * load: the last note is always there, and earlier ones at least a second apart. Every note outlives this process; those
 * that stay are flushed to disk. After a power failure the newest may be missing: the log is then longer than what is
 * kept of it, which verifies.
 */
import { writeSync } from 'node:fs';
import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../base/index.js';
import type { CheckpointKeeper } from '../ledger/index.js';
import { StoreFault } from './fault.js';

export interface KeeperOptions {
  /** Made if missing, for this account alone. */
  readonly directory: string;
  readonly clock: Clock;
  /** Milliseconds between notes that stay; 0 keeps every one. */
  readonly apartMs?: number;
}

export interface FileKeeper extends CheckpointKeeper {
  close(): Promise<void>;
}

const extension = '.checkpoints';
const defaultApartMs = 1_000;

/** Opens the directory. */
export async function openFileKeeper(options: KeeperOptions): Promise<FileKeeper> {
  const { directory, clock, apartMs = defaultApartMs } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const files = new Map<string, Promise<NoteFile>>();
  const fileOf = (origin: string): Promise<NoteFile> => {
    const file = files.get(origin) ?? openNoteFile(join(directory, fileName(origin)), apartMs);
    files.set(origin, file);
    // One that could not be opened is tried anew.
    file.catch(() => files.delete(origin));
    return file;
  };
  const closeFiles = async (): Promise<void> => {
    const opened = await Promise.allSettled(files.values());
    files.clear();
    for (const file of opened) if (file.status === 'fulfilled') await file.value.close();
  };
  return {
    keep: async (origin, note) => (await fileOf(origin)).keep(note, clock.now()),
    list: async () => {
      // Asked when another process may have written: what is open no longer ends where it did.
      await closeFiles();
      return readKept(directory);
    },
    close: closeFiles,
  };
}

/** Reads every kept note of a directory, or of one file. */
export async function readKept(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw new StoreFault(`kept checkpoints cannot be read (${error.code}): ${path}`);
  });
  const files = names?.filter((name) => name.endsWith(extension)).map((name) => join(path, name));
  const lists = await Promise.all((files ?? [path]).map(readNotes));
  return lists.flat();
}

function fileName(origin: string): string {
  if (!/^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)*$/.test(origin)) {
    throw new StoreFault('kept checkpoints: an origin that names no file');
  }
  return `${origin.replaceAll('/', '_')}${extension}`;
}

async function readNotes(path: string): Promise<readonly string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  // What stands after the last newline was cut off by a crash; whoever waited for it was never answered.
  return lines.slice(0, -1).map(readNote);
}

/** A line that is none is handed on as it is: verification says so. */
function readNote(line: string): string {
  try {
    const note: unknown = JSON.parse(line);
    return typeof note === 'string' ? note : line;
  } catch {
    return line;
  }
}

interface NoteFile {
  keep(note: string, now: number): Promise<void>;
  close(): Promise<void>;
}

async function openNoteFile(path: string, apartMs: number): Promise<NoteFile> {
  const before = await readFile(path).catch(() => Buffer.alloc(0));
  // Not 'a': that would write at the end wherever it is told to write.
  const file = await open(path, before.length === 0 ? 'w' : 'r+', 0o600);
  let end = before.lastIndexOf(0x0a) + 1;
  let stayedAt = Number.NEGATIVE_INFINITY;
  await file.truncate(end);
  return {
    async keep(note, now) {
      // Sizes only grow: a line is never shorter than the one it overwrites.
      const line = Buffer.from(`${JSON.stringify(note)}\n`);
      // Into the page cache, in microseconds: a trip through the thread pool would take longer than the write.
      const written = writeSync(file.fd, line, 0, line.length, end);
      // A disk that fills within a line takes a part of it and says nothing: the next note is written in its place.
      if (written < line.length) throw new StoreFault('kept checkpoints: the disk has no room');
      // A clock set back must not keep notes from the disk until it has caught up.
      if (now >= stayedAt && now - stayedAt < apartMs) return;
      await file.datasync();
      stayedAt = now;
      end += line.length;
    },
    close: () => file.close(),
  };
}
