/** The example router, in a process and with packages of its own: installed where they are missing, started, stopped. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const HOME = fileURLToPath(new URL('../../../test/partner-gateway', import.meta.url));

/** One hop of a query, as the router tells it; times in milliseconds. */
export interface HopTrace {
  /** Which query of the router's, from 1 on. */
  readonly query: number;
  readonly state: string;
  readonly began: number;
  readonly ended: number;
  /** The id of the key that signed it (RFC 9421), and the fingerprint of the certificate that was shown. */
  readonly signedBy: string;
  readonly certificate: string;
  /** `RECEIPT`, or the code of why there is no answer. */
  readonly outcome: string;
}

export interface RouterProcess {
  readonly url: string;
  readonly pid: number;
  /** Every hop so far. */
  readonly trace: readonly HopTrace[];
  close(): Promise<void>;
}

/** Installs the example's packages where they are not there yet. */
export async function installRouter(say: (line: string) => void): Promise<void> {
  if (existsSync(join(HOME, 'node_modules/@graphql-hive/gateway-runtime'))) return;
  say('installing the example router (npm ci in test/partner-gateway, once: 78 MB)');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: HOME });
}

/** Starts the router with these files; rejects with what it said where it does not come up. */
export async function startRouter(files: readonly string[]): Promise<RouterProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...files], {
    cwd: HOME,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const trace: HopTrace[] = [];
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(faultIn(said))));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
      else trace.push(JSON.parse(line) as HopTrace);
    });
  });
  return { url, pid: child.pid ?? 0, trace, close: () => stop(child) };
}

const faultIn = (said: readonly string[]): string =>
  said.find((line) => /Error: /.test(line))?.replace(/^.*?Error: /, '') ??
  'the router did not start';

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
