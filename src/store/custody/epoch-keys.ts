/**
 * Keys of epochs, in files outside the database: `<directory>/<epoch>.key`, 32 random bytes, readable by this account
 * alone. A key is on disk before anything is wrapped by it. Erasing overwrites the file, flushes it, removes it and
 * flushes the folder; then the epoch stands in `erased`, so that a key which is gone is told from one that was lost.
 * Whoever copies this folder into a backup keeps what was to be destroyed.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFault } from '../fault.js';
import { KEY_LENGTH } from './sealing.js';

/** HELD: there; ERASED: destroyed on purpose; LOST: neither. */
export type KeyFate = 'HELD' | 'ERASED' | 'LOST';

export interface EpochKeys {
  /** Makes the key of an epoch; resolves once it is on disk. Made again it is the same key. */
  create(epoch: string): Promise<Uint8Array>;
  /** The key; undefined where there is none. */
  find(epoch: string): Promise<Uint8Array | undefined>;
  fate(epoch: string): Promise<KeyFate>;
  /** Destroys the key; resolves once that is on disk. Done again it does nothing. */
  erase(epoch: string): Promise<void>;
}

const ERASED = 'erased';
const OVERWRITTEN_TIMES = 2;

/** Opens the folder; makes it where it is missing, for this account alone. */
export async function openEpochKeys(directory: string): Promise<EpochKeys> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const known = new Map<string, Buffer>();
  const pathOf = (epoch: string): string => join(directory, `${epoch}.key`);
  const find: EpochKeys['find'] = async (epoch) => {
    const key = known.get(epoch) ?? (await readKey(pathOf(epoch)));
    if (key !== undefined) known.set(epoch, key);
    return key;
  };
  const isErased = async (epoch: string): Promise<boolean> =>
    (await readErased(directory)).includes(epoch);
  return {
    find,
    async create(epoch) {
      if (await isErased(epoch)) throw new StoreFault('custody: an epoch that was erased');
      const there = await find(epoch);
      if (there !== undefined) return there;
      const key = randomBytes(KEY_LENGTH);
      await written(pathOf(epoch), constants.O_CREAT | constants.O_TRUNC, (file) =>
        file.writeFile(key),
      );
      await flushFolder(directory);
      known.set(epoch, key);
      return key;
    },
    async fate(epoch) {
      if (await isErased(epoch)) return 'ERASED';
      return (await find(epoch)) === undefined ? 'LOST' : 'HELD';
    },
    async erase(epoch) {
      known.get(epoch)?.fill(0);
      known.delete(epoch);
      await overwrite(pathOf(epoch));
      await flushFolder(directory);
      if (await isErased(epoch)) return;
      await written(join(directory, ERASED), constants.O_CREAT | constants.O_APPEND, (file) =>
        file.writeFile(`${epoch}\n`),
      );
      await flushFolder(directory);
    },
  };
}

/** A file that was cut off while it was made wrapped nothing yet. */
async function readKey(path: string): Promise<Buffer | undefined> {
  const file = await openThere(path, constants.O_RDONLY);
  if (file === undefined) return undefined;
  try {
    const { mode } = await file.stat();
    if ((mode & 0o077) !== 0) {
      throw new StoreFault(`others may read the custody key at ${path}: chmod 600 it`);
    }
    const key = await file.readFile();
    return key.length === KEY_LENGTH ? key : undefined;
  } finally {
    await file.close();
  }
}

async function openThere(path: string, flags: number): Promise<FileHandle | undefined> {
  return open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StoreFault(`the custody key at ${path} cannot be read (${error.code})`);
  });
}

/** On the same blocks, where the file system keeps them; what copies on write is the operator's to know. */
async function overwrite(path: string): Promise<void> {
  const file = await openThere(path, constants.O_WRONLY);
  if (file === undefined) return;
  try {
    for (let times = 0; times < OVERWRITTEN_TIMES; times += 1) {
      await file.write(randomBytes(KEY_LENGTH), 0, KEY_LENGTH, 0);
      await file.sync();
    }
  } finally {
    await file.close();
  }
  await unlink(path);
}

async function readErased(directory: string): Promise<readonly string[]> {
  const text = await readFile(join(directory, ERASED), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw new StoreFault(`the erased custody keys cannot be listed (${error.code})`);
    },
  );
  return text.split('\n');
}

async function written(
  path: string,
  flags: number,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, constants.O_WRONLY | flags, 0o600);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
