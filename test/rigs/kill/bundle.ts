/** The child's code as one file: to load it from its sources takes longer than to try it. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

const PROJECT = join(import.meta.dirname, '../../..');
/** Inside the project, where what is bundled finds its packages. */
const DATA = join(PROJECT, '.data');

/** Bundles the child, hands its script to `work`, and removes it after. */
export async function withChild<T>(work: (script: string) => Promise<T>): Promise<T> {
  await mkdir(DATA, { recursive: true });
  const outDir = await mkdtemp(join(DATA, 'child-'));
  try {
    await bundleInto(outDir);
    return await work(join(outDir, 'child.js'));
  } finally {
    await rm(outDir, { recursive: true });
  }
}

async function bundleInto(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: PROJECT,
    plugins: [FROM_ITS_SOURCE],
    build: { ssr: join(import.meta.dirname, 'child.ts'), outDir, target: 'node20', minify: false },
  });
}

/** What a module finds beside itself it finds from the bundle too. */
const FROM_ITS_SOURCE: Plugin = {
  name: 'from its source',
  transform: (code, id) =>
    id.includes('/node_modules/')
      ? undefined
      : code
          .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
          .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
};
