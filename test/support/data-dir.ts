/** A data directory for a cluster of a test's own. */
import { constants } from 'node:fs';
import { access, chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const dataDirPrefix = 'sorgu-test-';

/** Makes an empty directory that PostgreSQL's account may walk through; the test removes it. */
export async function makeDataDir(root: string = tmpdir()): Promise<string> {
  const directory = await mkdtemp(join(root, dataDirPrefix));
  await chmod(directory, 0o711);
  return directory;
}

const SHARED_MEMORY = '/dev/shm';

/**
 * The same in memory where the system has it: a process that dies leaves there what it would leave on a disk, and
 * PostgreSQL comes back in a tenth of the time.
 */
export async function makeMemoryDir(): Promise<string> {
  const has = await access(SHARED_MEMORY, constants.W_OK).then(
    () => true,
    () => false,
  );
  return makeDataDir(has ? SHARED_MEMORY : tmpdir());
}
