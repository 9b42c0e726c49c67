/** A cluster of the bench's own in a temporary directory, with databases of their own for what must not meet. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BundledUrls,
  closePool,
  migrate,
  openBundledPostgres,
  openOwner,
} from '../../src/store/index.js';

export interface Stage {
  readonly dir: string;
  /** A fresh, migrated, empty database. */
  makeDatabase(name: string): Promise<BundledUrls>;
  dropDatabase(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the stage; `close` stops the cluster and removes everything. */
export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'sorgu-bench-'));
  // PostgreSQL's own account walks through it.
  await chmod(dir, 0o711);
  const cluster = await openBundledPostgres({ dataDir: dir, log: () => undefined });
  const close = async () => {
    await cluster.close();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await migrate(cluster.urls);
  } catch (error) {
    await close();
    throw error;
  }
  const admin = (statements: readonly string[]) => asAdmin(cluster.urls, statements);
  return {
    dir,
    close,
    dropDatabase: (name) => admin([`drop database ${name} with (force)`]),
    async makeDatabase(name) {
      await admin([
        `create database ${name} template sorgu owner sorgu_owner`,
        `revoke all on database ${name} from public`,
        `grant connect on database ${name} to sorgu_app, sorgu_ledger, sorgu_exchange`,
      ]);
      const url = (original: string) => original.replace('/sorgu?', `/${name}?`);
      const { admin: root, owner, app, ledger, exchange } = cluster.urls;
      return {
        admin: url(root),
        owner: url(owner),
        app: url(app),
        ledger: url(ledger),
        exchange: url(exchange),
      };
    },
  };
}

async function asAdmin(urls: BundledUrls, statements: readonly string[]): Promise<void> {
  // Beside the template, so that nobody is connected to it.
  const sql = openOwner(urls.admin.replace('/sorgu?', '/postgres?'));
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await closePool(sql);
  }
}
