/** What PostgreSQL's processes have spent so far, from the kernel's own accounts (proc(5)): Linux alone. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findPostmaster } from '../../../src/store/bundled/postmaster.js';

/** Milliseconds of the kernel's clock tick, in which it counts. */
const TICK = 10;

/** Opens the account of a cluster: milliseconds of CPU of its server, of every process of it, and of those that ended. */
export async function openDatabaseCpu(dataDir: string): Promise<() => Promise<number>> {
  const server = await findPostmaster(join(dataDir, 'postgres', 'cluster'));
  if (server === undefined) throw new Error('no cluster to be measured');
  return async () => {
    const accounts = await Promise.all((await processes()).map(accountOf));
    const own = accounts.find((one) => one?.pid === server.pid);
    if (own === undefined) throw new Error('the kernel gives no account of the database');
    const children = accounts.filter((one) => one?.parent === server.pid);
    const ticks = children.reduce((sum, one) => sum + (one?.spent ?? 0), own.spent + own.ended);
    return ticks * TICK;
  };
}

const processes = async (): Promise<readonly string[]> =>
  (await readdir('/proc')).filter((name) => /^\d+$/.test(name));

interface Account {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of its own. */
  readonly spent: number;
  /** Ticks of children that have ended. */
  readonly ended: number;
}

async function accountOf(pid: string): Promise<Account | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The second field is the name in parentheses and may hold anything; after it: state, parent, ..., the 14th to 17th.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15).map(Number);
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    spent: user + system,
    ended: endedUser + endedSystem,
  };
}
