/**
 * Writes the list of the files in `src/treaty/instruments`, so that adding an instrument is adding its file. Everything
 * else that `npm run emit` writes is derived from that list, so it runs first. A file with faults is named, and nothing is
 * written.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type ListedFile, listText } from '../src/treaty/check/list-text.js';

const folder = new URL('../src/treaty/instruments/', import.meta.url);

async function read(file: string): Promise<ListedFile> {
  if (file.endsWith('.json')) {
    return { file, name: null, data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) };
  }
  const exported: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href);
  const [name = ''] = Object.keys(exported);
  return { file, name, data: exported[name] };
}

const files = readdirSync(folder)
  .filter((file) => /\.(ts|json)$/.test(file) && file !== 'index.ts')
  .sort();
const listed = listText(await Promise.all(files.map(read)));
if ('faults' in listed) {
  for (const fault of listed.faults) process.stderr.write(`${fault}\n`);
  process.exitCode = 1;
} else {
  writeFileSync(new URL('index.ts', folder), listed.text);
}
