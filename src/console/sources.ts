/** Which sources the console's pages are made from, as one digest: file times say nothing after a checkout. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDERS = [
  'src/console/page',
  'src/words',
  'src/words/clauses',
  'src/words/letters',
  'src/words/page',
  'src/base',
  'client/src/receipt',
  'schema/operations',
];
const FILES = ['package-lock.json', 'vite.console.config.ts', 'schema/purposes.json'];

/**
 * @param project the project's folder
 * @returns SHA-256 over names and contents, hexadecimal
 */
export async function digestOfSources(project: string): Promise<string> {
  const listed = await Promise.all(FOLDERS.map((folder) => filesIn(project, folder)));
  const hash = createHash('sha256');
  for (const name of [...listed.flat(), ...FILES].sort()) {
    const content = await readFile(join(project, name));
    hash.update(`${name}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

async function filesIn(project: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(project, folder), { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => `${folder}/${entry.name}`);
}
