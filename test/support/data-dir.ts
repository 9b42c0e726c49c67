/** A data directory for a cluster of a test's own. */
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const dataDirPrefix = 'sorgu-test-';

/** Makes an empty directory that PostgreSQL's account may walk through; the test removes it. */
export async function makeDataDir(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), dataDirPrefix));
  await chmod(directory, 0o711);
  return directory;
}
