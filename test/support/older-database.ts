/** A database as an older version left it: some of the migrations, as they stand in the repository. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from '../../src/store/index.js';

export const drizzleFolder = join(import.meta.dirname, '../../drizzle');

interface Migration {
  readonly idx: number;
  readonly tag: string;
}

/** Applies the first of them, while they are wanted. */
export async function migrateWhile(
  sql: Sql,
  isWanted: (migration: Migration) => boolean,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sorgu-older-'));
  try {
    await cp(drizzleFolder, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal: { entries: Migration[] } = JSON.parse(await readFile(path, 'utf8'));
    const end = journal.entries.findIndex((one) => !isWanted(one));
    if (end < 1) throw new Error('all migrations are wanted, or none');
    const entries = journal.entries.slice(0, end);
    await writeFile(path, JSON.stringify({ ...journal, entries }));
    await migrate(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await rm(folder, { recursive: true });
  }
}
