/** A child of the rig, seen from its parent. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Order, type Report, reportSchema } from './order.js';

export interface GatewayProcess {
  /** Serves as ordered; its URL, `undefined` where it died before it answered. Rejects where it cannot serve. */
  serve(order: Order): Promise<string | undefined>;
  kill(): void;
  readonly pid: number;
  /** Resolves when it is gone. */
  readonly gone: Promise<void>;
}

/** Gateways, each of which loads its code while the one before is tried. */
export interface Processes {
  next(): GatewayProcess;
  close(): void;
}

/** Starts children of this script (bundle.ts), two at first. */
export function openProcesses(script: string): Processes {
  const waiting = [startProcess(script)];
  return {
    next() {
      waiting.push(startProcess(script));
      return waiting.shift() ?? startProcess(script);
    },
    close() {
      for (const process of waiting) process.kill();
    },
  };
}

/** Starts a child of this script (bundle.ts), which loads its code and then waits: while one gateway is tried, the next one loads. */
function startProcess(script: string): GatewayProcess {
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => undefined);
  const loaded = nextReport(child, gone);
  return {
    gone,
    pid: child.pid ?? 0,
    kill: () => void child.kill('SIGKILL'),
    async serve(order) {
      if ((await loaded)?.kind !== 'loaded') throw new Error('a child of the rig does not load');
      const report = nextReport(child, gone);
      child.send(order);
      const said = await report;
      if (said?.kind === 'fault') throw new Error(said.fault);
      return said?.kind === 'ready' ? said.url : undefined;
    },
  };
}

function nextReport(child: ChildProcess, gone: Promise<void>): Promise<Report | undefined> {
  const report = new Promise<Report>((resolve) => {
    child.once('message', (message) => resolve(reportSchema.parse(message)));
  });
  return Promise.race([report, gone.then(() => undefined)]);
}
