import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildConsole } from '../../../src/console/index.js';
import { digestOfSources } from '../../../src/console/sources.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sorgu-console-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('buildConsole', () => {
  it('replaces old pages, also for two processes at once, and leaves current ones alone', async () => {
    const outDir = join(folder, 'console');
    await mkdir(outDir);
    await writeFile(join(outDir, 'built-from.txt'), 'other sources');
    await writeFile(join(outDir, 'index.html'), 'old page');
    const both = await Promise.all([buildConsole({ outDir }), buildConsole({ outDir })]);

    expect(both).toEqual(['built', 'built']);
    expect(await buildConsole({ outDir })).toBe('current');
    expect(await readdir(folder)).toEqual(['console']);
    expectOwnOriginOnly(await readFile(join(outDir, 'index.html'), 'utf8'));
  }, 60_000);
});

/** No inline script, and no address that is not under /graphiql/. */
function expectOwnOriginOnly(page: string): void {
  const scripts = page.match(/<script[^>]*>[^<]*/g) ?? [];
  expect(scripts).toHaveLength(1);
  expect(scripts[0]).toMatch(
    /^<script type="module" crossorigin src="\/graphiql\/assets\/[^"]+">$/,
  );
  expect(page.match(/(?:src|href)="(?!\/graphiql\/|data:)/g)).toBeNull();
}

describe('digestOfSources', () => {
  it('changes with an operation, a page and the lock file', async () => {
    const project = join(folder, 'project');
    for (const part of [
      'src/console/page',
      'src/words',
      'src/base',
      'client/src/receipt',
      'schema/operations',
      'schema/purposes.json',
      'package-lock.json',
      'vite.console.config.ts',
    ]) {
      await cp(part, join(project, part), { recursive: true });
    }
    const seen = [await digestOfSources(project)];
    for (const part of [
      'schema/operations/explain.graphql',
      'src/console/page/style.css',
      'src/words/page/kk.ts',
      'client/src/receipt/verify.ts',
      'package-lock.json',
    ]) {
      await writeFile(join(project, part), 'changed');
      seen.push(await digestOfSources(project));
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen[0]).toBe(await digestOfSources('.'));
  });
});
