/**
 * Epoch keys in files outside the database: `<directory>/subject-<epoch>.key`, 32 bytes in hexadecimal and a newline,
 * readable by their owner alone. A key that is destroyed is overwritten, flushed and unlinked.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFault } from '../fault.js';
import { type EpochKey, KEY_LENGTH } from './wrap.js';

const fileForm = /^subject-([1-9][0-9]{0,8})\.key$/;
const contentForm = /^[0-9a-f]{64}\n$/;

/** Every epoch key of a directory, by epoch. Throws a StoreFault for a file that is none, or that others may read. */
export function readEpochKeys(directory: string): readonly EpochKey[] {
  const epochs = namesIn(directory).flatMap((name) => {
    const [, epoch] = fileForm.exec(name) ?? [];
    return epoch === undefined ? [] : [{ epoch: Number(epoch), path: join(directory, name) }];
  });
  return epochs.map(readKey).sort((a, b) => a.epoch - b.epoch);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function readKey({ epoch, path }: { readonly epoch: number; readonly path: string }): EpochKey {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new StoreFault(`others may read the key at ${path}: chmod 600 it`);
  }
  const text = readFileSync(path, 'latin1');
  if (!contentForm.test(text)) {
    throw new StoreFault(`${path} holds no key of subject tags: restore it from its own backup`);
  }
  return { epoch, key: Buffer.from(text.trimEnd(), 'hex') };
}

/** Makes the file of a new epoch; resolves once file and name outlive a power failure. */
export async function createEpochKey(directory: string, made: EpochKey): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const file = await open(pathOf(directory, made.epoch), 'wx', 0o600);
  try {
    await file.writeFile(`${Buffer.from(made.key).toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncDirectory(directory);
}

/** Destroys the file of an epoch; one that is gone stays gone. */
export async function destroyEpochKey(directory: string, epoch: number): Promise<void> {
  const path = pathOf(directory, epoch);
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new StoreFault(`the key at ${path} cannot be destroyed (${error.code})`);
  });
  if (file === undefined) return;
  try {
    await file.write(Buffer.alloc(KEY_LENGTH * 2 + 1), 0, KEY_LENGTH * 2 + 1, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await unlink(path);
  await syncDirectory(directory);
}

const pathOf = (directory: string, epoch: number): string =>
  join(directory, `subject-${epoch}.key`);

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
