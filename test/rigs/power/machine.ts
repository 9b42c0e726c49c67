/** The parts of a computer whose power can fail: a disk with a cache, a file system on it, and PostgreSQL on that. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, chmod, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** Bytes of the disk: a cluster with its write-ahead log, and room. */
const DISK = 320 * 2 ** 20;
/** A small journal and no work left for later: the disk is quiet when nobody writes. */
const MKFS = ['-q', '-F', '-J', 'size=8', '-E', 'nodiscard,lazy_itable_init=0,lazy_journal_init=0'];

/** What this machine lacks for a power failure; undefined if it has it all. */
export async function lackOf(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  for (const device of ['/dev/fuse', '/dev/loop-control']) {
    const has = await access(device, constants.R_OK | constants.W_OK).then(
      () => true,
      () => false,
    );
    if (!has) return device;
  }
  return undefined;
}

export interface Disk {
  /** Where its file system is mounted. */
  readonly mounted: string;
  /** Writes the image that a power failure would leave at this instant to a file; bytes that were at risk. */
  cut(file: string, seed: number): Promise<number>;
  close(): Promise<void>;
}

/** Makes a disk with an empty file system, under `directory`. */
export async function openDisk(directory: string): Promise<Disk> {
  const [image, file] = [join(directory, 'image'), join(directory, 'disk')];
  const blank = await open(image, 'w', 0o600);
  await blank.truncate(DISK);
  await blank.close();
  await (await open(file, 'w')).close();
  await run('mkfs.ext4', [...MKFS, image]);
  const process = await startDisk(image, file);
  const mount = await mountImage(file, join(directory, 'live'));
  const close = async () => {
    await mount.close();
    await run('umount', [file]);
    await once(process, 'exit');
  };
  return { mounted: mount.mounted, cut: (to, seed) => cut(process, to, seed), close };
}

export interface Mount {
  readonly mounted: string;
  close(): Promise<void>;
}

/** Mounts an image: its journal is replayed, as at the first start after a power failure. */
export async function mountImage(image: string, at: string): Promise<Mount> {
  await mkdir(at, { recursive: true });
  await run('mount', ['-o', 'loop', image, at]);
  await chmod(at, 0o711);
  return { mounted: at, close: async () => void (await run('umount', [at])) };
}

async function startDisk(image: string, file: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'disk-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, image, file], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => 'gone');
  const first = await Promise.race([once(child, 'message'), gone]);
  if (first === 'gone') throw new Error('the disk does not start');
  return child;
}

const cutReport = z.object({ cut: z.string(), atRisk: z.number() });

async function cut(disk: ChildProcess, file: string, seed: number): Promise<number> {
  const told = once(disk, 'message');
  disk.send({ cut: file, seed });
  const [report] = await told;
  return cutReport.parse(report).atRisk;
}
