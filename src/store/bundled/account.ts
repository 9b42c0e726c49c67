/** Which account runs PostgreSQL: it refuses to run as root, so root lends it `postgres`, or `nobody`. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A user and group id; undefined where PostgreSQL simply runs as we do. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const nobody: Account = { uid: 65534, gid: 65534 };

/** The account that PostgreSQL runs as: our own unless we are root. */
export async function chooseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const uid = await idOf('-u');
  const gid = await idOf('-g');
  return uid === undefined || gid === undefined ? nobody : { uid, gid };
}

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  try {
    const id = Number((await run('id', [flag, 'postgres'])).stdout.trim());
    return Number.isInteger(id) && id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the account can enter a directory: asked of the system itself, so that ACLs and mounts count too. */
export async function canEnter(account: Account | undefined, directory: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], { ...account, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the account can run a program and the libraries it loads. */
export async function canRun(account: Account | undefined, program: string): Promise<boolean> {
  try {
    await run(program, ['--version'], { ...account, cwd: '/', env: {} });
    return true;
  } catch {
    return false;
  }
}
