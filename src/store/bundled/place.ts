/**
 * Where a cluster lives: `<DATA_DIR>/postgres`, with PostgreSQL's own directory `cluster` and the passwords
 * `roles.json` side by side. Run as root, PostgreSQL is another account that may not get through to DATA_DIR (say,
 * under a home of mode 0700). Then the place is `/var/lib/sorgu/<digest of DATA_DIR>-<key>`, and the file
 * `<DATA_DIR>/postgres.place` keeps that address for the next start: moving DATA_DIR keeps the data, removing it
 * begins anew.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreFault } from '../fault.js';
import { type Account, canEnter } from './account.js';

const sharedRoot = '/var/lib/sorgu';

/** Told in one line what the operator should know. */
export type Log = (line: string) => void;

export interface Seat {
  readonly account: Account | undefined;
  readonly log: Log;
}

/** The directory that holds `cluster` and `roles.json`; it may not exist yet, its parent does and can be entered. */
export async function findPlace(dataDir: string, seat: Seat): Promise<string> {
  const root = await openDataDir(dataDir, seat.account);
  const near = join(root, 'postgres');
  const pointer = join(root, 'postgres.place');
  if (existsSync(pointer)) return readPointer(pointer);
  if (await canEnter(seat.account, root)) return near;
  if (existsSync(join(near, 'cluster')))
    throw new StoreFault(
      `PostgreSQL's account can no longer enter ${root}, where its data are: open the directories above it (chmod a+x)`,
    );
  return leavePointer(root, pointer, seat.log);
}

async function openDataDir(dataDir: string, account: Account | undefined): Promise<string> {
  try {
    // Only a path may be walked through it by the other account: names in it are not to be listed.
    await mkdir(dataDir, { recursive: true, mode: account === undefined ? 0o700 : 0o711 });
    return await realpath(dataDir);
  } catch {
    throw new StoreFault(
      `the data directory ${dataDir} cannot be made: set DATA_DIR to one we may write`,
    );
  }
}

async function readPointer(pointer: string): Promise<string> {
  const place = (await readFile(pointer, 'utf8')).trim();
  if (existsSync(place)) return place;
  throw new StoreFault(
    `${pointer} names ${place}, which is gone: restore it, or remove ${pointer} to begin anew`,
  );
}

async function leavePointer(root: string, pointer: string, log: Log): Promise<string> {
  const digest = createHash('sha256').update(root).digest('hex').slice(0, 16);
  await mkdir(sharedRoot, { recursive: true, mode: 0o711 });
  for (const name of await readdir(sharedRoot))
    if (name.startsWith(`${digest}-`))
      log(`an earlier ${root} left data in ${join(sharedRoot, name)}: remove them if not needed`);
  const place = join(sharedRoot, `${digest}-${randomBytes(6).toString('hex')}`);
  log(`PostgreSQL's account cannot enter ${root}: the database is kept in ${place}`);
  await mkdir(place, { mode: 0o711 });
  await publish(pointer, `${place}\n`);
  return readPointer(pointer);
}

/** Writes a file whole or not at all; of two writers the first wins. */
async function publish(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
