/**
 * Bundles the console's pages into a folder of static files, which the door under /graphiql serves. Development only:
 * Vite is a development package, and nothing here runs in production.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressAll } from './compress.js';
import { digestOfSources } from './sources.js';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
/** Says beside the pages which sources they were made from. */
const BUILT_FROM = 'built-from.txt';

export interface ConsoleFolder {
  /** Where the pages go, normally dist/console. Replaced as a whole. */
  readonly outDir: string;
}

/** `current`: the folder was made from these very sources and lock file, and was left as it is. */
export type BuildOutcome = 'built' | 'current';

/**
 * Makes the pages if the folder is missing or was made from other sources. Takes 4 to 5 seconds on two cores, in a
 * process of its own; call it beside the start of the database, not before. Safe to call from several processes.
 *
 * @throws Error with one line that says what to do, if Vite is not installed or fails.
 */
export async function buildConsole({ outDir }: ConsoleFolder): Promise<BuildOutcome> {
  const target = resolve(outDir);
  const digest = await digestOfSources(PROJECT);
  if ((await builtFrom(target)) === digest) return 'current';
  const fresh = `${target}.${randomUUID()}`;
  try {
    await runVite(fresh);
    await compressAll(fresh);
    await writeFile(join(fresh, BUILT_FROM), digest);
    await replace(target, fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return 'built';
}

async function builtFrom(folder: string): Promise<string | undefined> {
  return readFile(join(folder, BUILT_FROM), 'utf8').catch(() => undefined);
}

/** Nobody sees a half-built folder: the old one steps aside, the new one takes its name. */
async function replace(target: string, fresh: string): Promise<void> {
  const old = `${fresh}.old`;
  await rename(target, old).catch(ignoreMissing);
  await rename(fresh, target).catch(ignoreTaken);
  await rm(old, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Another process was first, with the same sources. */
function ignoreTaken(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
}

/**
 * In a process of its own: Vite sets NODE_ENV of the process it runs in, which changes what Apollo Server does, and a
 * test runner's NODE_ENV would put React's development build into the pages.
 */
async function runVite(outDir: string): Promise<void> {
  const config = join(PROJECT, 'vite.console.config.ts');
  const options = ['build', '--config', config, '--configLoader', 'runner', '--outDir', outDir];
  const vite = spawn(process.execPath, [viteProgram(), ...options], {
    cwd: PROJECT,
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  vite.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise<number | null>((done, fail) => {
    vite.once('error', fail).once('close', done);
  });
  if (code !== 0) throw new Error(`the console's pages were not built: ${firstLine(said)}`);
}

function firstLine(said: readonly string[]): string {
  const line = said
    .join('')
    .split('\n')
    .find((text) => text.trim() !== '');
  return line?.trim() ?? 'vite stopped without a word';
}

function viteProgram(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('vite/package.json');
    return join(dirname(manifest), 'bin', 'vite.js');
  } catch (cause) {
    throw new Error("the console's pages need the development packages: run npm ci", { cause });
  }
}
