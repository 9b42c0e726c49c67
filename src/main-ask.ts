/** The command that asks a gateway in development, and the keys of the sample's routers that it may sign with. */
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import { routerKeyPath } from './data-folder.js';
import { settings } from './main-ground.js';
import { voice } from './main-voice.js';
import { openFileSigner, signQuery } from './partner/index.js';

export const askTools: Pick<cli.Tools, 'ask'> = {
  ask: (wishes) =>
    cli.ask(wishes, {
      voice,
      async sign(authority, query) {
        const { dataDir } = settings('maintain');
        const signer = await openFileSigner(routerKeyPath(dataDir, authority), 'development');
        return (await signQuery(query, { signer, clock: systemClock, ids: systemIds })).fields;
      },
    }),
};
