/** Keeps a server alive while we live, and lets none outlive us. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './place.js';
import type { Server } from './server.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const restarts = 20;
const pauseMs = 500;

export interface WatchOptions {
  readonly server: Server;
  readonly restart: () => Promise<Server>;
  readonly log: Log;
}

export interface Watch {
  /** Ends the watch and hands back the server that runs now. */
  release(): Promise<Server>;
}

/** Starts a server again that ends by itself, and stops it when our process ends in any way but `kill -9`. */
export function watchServer({ server, restart, log }: WatchOptions): Watch {
  let current = server;
  let restarting: Promise<void> = Promise.resolve();
  let released = false;
  const stop = () => {
    released = true;
    current.child.kill('SIGINT');
  };
  const forget = leaveWithUs(stop);
  const follow = () => {
    current.child.once('exit', () => {
      if (!released) restarting = revive();
    });
  };
  const revive = async () => {
    for (let attempt = 1; attempt <= restarts && !released; attempt += 1) {
      log('PostgreSQL ended by itself: starting it again');
      try {
        current = await restart();
        return follow();
      } catch (error) {
        log(error instanceof Error ? error.message : 'PostgreSQL does not start');
        await pause(pauseMs);
      }
    }
  };
  follow();
  return {
    async release() {
      released = true;
      forget();
      await restarting;
      return current;
    },
  };
}

/** Runs `stop` when the process exits, or is told to end and nobody else here takes care of it. */
function leaveWithUs(stop: () => void): () => void {
  const stopDatabase = (signal: NodeJS.Signals) => {
    const alone = process.listeners(signal).every(({ name }) => name === stopDatabase.name);
    if (!alone) return;
    stop();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', stop);
    for (const signal of signals) process.off(signal, stopDatabase);
  };
  process.on('exit', stop);
  for (const signal of signals) process.on(signal, stopDatabase);
  return forget;
}
