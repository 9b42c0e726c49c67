/** The command that explains an operation: the graph alone, without a database. */
import { systemClock } from './base/index.js';
import * as cli from './cli/index.js';
import { openGraph } from './graph/index.js';
import { settings } from './main-ground.js';
import { voice } from './main-voice.js';
import { readLaw } from './policy/index.js';

export const explainTools: Pick<cli.Tools, 'explain'> = {
  async explain(wishes) {
    const config = settings('maintain');
    const law = readLaw({ settings: config.instruments, grantUnconfirmed: true });
    const graph = await openGraph({
      ...law,
      openReader: () => {
        throw new Error('explain reads no register');
      },
      clock: systemClock,
      alarm: () => undefined,
    });
    return cli.explain({ graph, authority: config.authority }, wishes, voice);
  },
};
