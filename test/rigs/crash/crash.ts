/** Ends PostgreSQL in every way that it does not expect. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../../../src/register/sample/random.js';
import { findPostmaster } from '../../../src/store/bundled/postmaster.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import type { Site } from '../../support/site.js';

/**
 * `postmaster`: kill -9 of the server itself; `backend`: of any process under it, after which it starts all of them
 * anew; `ledger`: of the one that serves the ledger's connection; `immediate`: told to stop at once.
 */
export const CRASHES = ['postmaster', 'backend', 'ledger', 'immediate'] as const;
export type Crash = (typeof CRASHES)[number];

/** The server of a site. */
export async function postmasterOf({ dataDir }: Pick<Site, 'dataDir'>): Promise<number> {
  const found = await findPostmaster(join(dataDir, 'postgres', 'cluster'));
  if (found === undefined) throw new Error('the site has no server');
  return found.pid;
}

/** The processes under the server. */
export async function childrenOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return text.trim().split(' ').map(Number);
}

/** Crashes the server of a site; resolves once the signal is sent. */
export async function crash(kind: Crash, site: Site, random: Random): Promise<void> {
  const postmaster = await postmasterOf(site);
  switch (kind) {
    case 'postmaster':
      process.kill(postmaster, 'SIGKILL');
      return;
    case 'immediate':
      process.kill(postmaster, 'SIGQUIT');
      return;
    case 'backend': {
      const children = await childrenOf(postmaster);
      process.kill(children[random.below(children.length)] ?? postmaster, 'SIGKILL');
      return;
    }
    case 'ledger':
      process.kill((await ledgerBackend(site)) ?? postmaster, 'SIGKILL');
      return;
  }
}

async function ledgerBackend(site: Pick<Site, 'urls'>): Promise<number | undefined> {
  return (await ledgerBackends(site)).at(0);
}

/** The processes that serve the ledger's connections. */
export async function ledgerBackends({ urls }: Pick<Site, 'urls'>): Promise<readonly number[]> {
  const admin = openOwner(urls.admin);
  try {
    const found = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity where application_name = 'sorgu ledger'`;
    return found.map(({ pid }) => pid);
  } finally {
    await closePool(admin);
  }
}
