/**
 * A copy of the product with one file more in it: what adding an instrument is. Everything that is written from the
 * instruments is written anew, as `npm run emit` does, and nothing else is touched.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface CopiedTree {
  readonly folder: string;
  /** Runs a script of the copy; gives what it wrote. Rejects where it ends with another code than 0. */
  run(script: string, ...args: readonly string[]): Promise<string>;
  /** The text of a file of the copy. */
  read(path: string): Promise<string>;
  close(): Promise<void>;
}

/** Copies the product, and adds this file to its instruments. */
export async function copyTreeWith(file: URL): Promise<CopiedTree> {
  const folder = await mkdtemp(join(tmpdir(), 'sorgu-copy-'));
  await chmod(folder, 0o711);
  for (const name of ['src', 'drizzle', 'schema', 'scripts', 'package.json', 'tsconfig.json']) {
    await cp(join(root, name), join(folder, name), { recursive: true });
  }
  await mkdir(join(folder, 'test'));
  for (const name of ['support', 'invented', 'cases']) {
    await cp(join(root, 'test', name), join(folder, 'test', name), { recursive: true });
  }
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const path = fileURLToPath(file);
  await cp(path, join(folder, 'src/treaty/instruments', basename(path)));
  const runScript: CopiedTree['run'] = async (script, ...args) => {
    const argv = ['--import', 'tsx', script, ...args];
    const { stdout } = await run(process.execPath, argv, { cwd: folder, maxBuffer: 16_777_216 });
    return stdout;
  };
  return {
    folder,
    run: runScript,
    read: (path) => readFile(join(folder, path), 'utf8'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
