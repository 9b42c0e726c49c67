/** The parent's end of the process under measurement. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Answer, Ask, Opening } from './server.js';
import type { Way } from './ways/open-ways.js';

export interface Host {
  readonly urls: Readonly<Record<Way, string>>;
  /** Asks for a number; one question at a time. */
  ask(question: Ask): Promise<number>;
  close(): Promise<void>;
}

/** Starts the process and opens everything in it. */
export async function openHost(opening: Opening): Promise<Host> {
  const child = fork(new URL('server.ts', import.meta.url), {
    // Started as the product is (docs/decisions/0010), for every way alike.
    execArgv: ['--max-semi-space-size=64', '--expose-gc', '--import', 'tsx', ...profiling()],
  });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the server ended')));
  // Awaited with every question; between two it must not end the bench.
  ended.catch(() => undefined);
  const exchange = async (ask: Ask): Promise<Answer> => {
    const answered = once(child, 'message');
    child.send(ask);
    const [answer]: Answer[] = await Promise.race([answered, ended]);
    if (answer?.fault !== undefined) throw new Error(answer.fault);
    return answer ?? {};
  };
  try {
    const { urls } = await exchange({ kind: 'open', opening });
    if (urls === undefined) throw new Error('the server did not open');
    return {
      urls,
      ask: async (question) => (await exchange(question)).number ?? 0,
      async close() {
        await exchange({ kind: 'close' });
        child.disconnect();
        await once(child, 'exit');
      },
    };
  } catch (error) {
    child.kill();
    throw error;
  }
}

// A profile of the process under measurement: `npm run bench -- --profile`.
const profiling = (): readonly string[] =>
  process.argv.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=.data/bench'] : [];
