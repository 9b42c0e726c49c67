/** A small file system of its own, and something on it that takes the room. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, open, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SmallDisk {
  /** Takes all room but so many bytes. */
  fill(left: number): Promise<void>;
  /** Gives it back. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** What this machine lacks to mount one; undefined if it has it all. */
export async function lackOf(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'root on Linux';
  const probe = await mkdtemp(join(tmpdir(), 'sorgu-rig-'));
  try {
    await (await mountSmall(probe, BLOCK)).close();
    return undefined;
  } catch {
    return 'the right to mount a tmpfs';
  } finally {
    await rm(probe, { recursive: true });
  }
}

const BLOCK = 1 << 20;
const NOTHING = Buffer.alloc(BLOCK);

/** Mounts one of so many bytes on a directory, made if it is missing; PostgreSQL's account may walk through it. */
export async function mountSmall(at: string, bytes: number): Promise<SmallDisk> {
  await mkdir(at, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'sorgu-small', at]);
  await chmod(at, 0o711);
  const ballast = join(at, 'ballast');
  const clear = () => rm(ballast, { force: true });
  return {
    clear,
    async fill(left) {
      await clear();
      const { bavail, bsize } = await statfs(at);
      await take(ballast, Math.max(0, bavail * bsize - left));
    },
    close: async () => void (await run('umount', ['-l', at])),
  };
}

/** Fills a file until it is so long, or there is no more room: others take of it too. */
async function take(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for (let left = bytes; left > 0; left -= BLOCK) {
      await file.write(NOTHING, 0, Math.min(left, BLOCK));
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    await file.close();
  }
}
