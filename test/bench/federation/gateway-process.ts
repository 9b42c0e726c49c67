/** A gateway of the demo, stopped and started again as `sorgu serve` in a process of its own, as it stands at a state. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type DemoGateway, freePort } from '../../../scripts/demo/gateway.js';
import type { Config } from '../../../src/config.js';

export interface GatewayProcess {
  /** As before, at its new address. */
  readonly gateway: DemoGateway;
  readonly pid: number;
  close(): Promise<void>;
}

/** Starts it; rejects with what it said where it does not come up. */
export async function serveApart(
  gateway: DemoGateway,
  { partner, callers }: { readonly partner: DemoGateway; readonly callers: Config['callers'] },
): Promise<GatewayProcess> {
  await gateway.stop();
  const child = spawn(process.execPath, ['bin/sorgu.js', 'serve'], {
    env: { ...process.env, ...(await settingsOf(gateway, { partner, callers })) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${gateway.authority}: ${said.at(-1)}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
  });
  return { gateway: { ...gateway, url }, pid: child.pid ?? 0, close: () => stop(child) };
}

async function settingsOf(
  { authority, dataDir, database, witness }: DemoGateway,
  { partner, callers }: { readonly partner: DemoGateway; readonly callers: Config['callers'] },
): Promise<Readonly<Record<string, string>>> {
  const file = (name: string, text: string): string => {
    const path = join(dataDir, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const { tls: _, ...known } = partner.witness;
  const { app, ledger, exchange } = database.urls;
  const [cert, key] = [file('cert.pem', witness.tls.cert), file('key.pem', witness.tls.key)];
  return {
    ...{ SORGU_MODE: 'development', AUTHORITY: authority, DATA_DIR: dataDir },
    ...{ PORT: String(await freePort()), ADMIN_PORT: String(await freePort()) },
    ...{ DATABASE_URL: app, DATABASE_LEDGER_URL: ledger, DATABASE_EXCHANGE_URL: exchange },
    ...{ TLS_CERT: cert, TLS_KEY: key },
    ...{ EXCHANGE_TLS_CERT: cert, EXCHANGE_TLS_KEY: key },
    EXCHANGE_TLS_CA: file('ca.pem', witness.tls.ca),
    EXCHANGE_PORT: new URL(witness.origin).port,
    SUBGRAPH_CALLERS: file('callers.json', JSON.stringify(callers)),
    EXCHANGE_PARTNERS: file('partners.json', JSON.stringify([known])),
    RATE_LIMIT: '900000',
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
