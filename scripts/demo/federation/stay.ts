/**
 * `npm run demo:federation -- --stay FOLDER`: the two states alone, for a partner's own router to ask; until Ctrl-C. The
 * folder has the router's keys (`npm run partner:keys`), and gets what the states tell a partner.
 */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ANALYST } from '../story.js';
import { makeRouterKeys } from './router-keys.js';
import { writeRouterSettings } from './router-settings.js';
import { openStates, type States } from './states.js';

/** Where the guide has its reader start the router. */
const ROUTER_PORT = 4600;

export interface Stay {
  /** The states' own files. */
  readonly dir: string;
  /** The partner's. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Starts both, writes the partner's files, and waits to be stopped. */
export async function stay({ dir, folder, say }: Stay): Promise<void> {
  const own = resolve(folder);
  const keys = await makeRouterKeys(own);
  const states = await openStates({ dir, routers: [{ authority: 'KZ-MIA', keys }], say });
  try {
    await writeRouterSettings(keys, states, { port: ROUTER_PORT });
    await writeForShell(own, states);
    say(`ready: what both states tell a partner stands in ${folder}; Ctrl-C stops them`);
    await Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  } finally {
    await states.close();
  }
}

/** What the guide's commands name: addresses, the request that both know, and an officer's token of Astana's issuer. */
async function writeForShell(folder: string, states: States): Promise<void> {
  const [kaz, aze] = states.all;
  const token = await kaz.gateway.issuer.sign({
    ...{ ...ANALYST, authority: 'KZ-MIA', unit: null, gateway: null },
  });
  const named = {
    BAKU: aze.gateway.url,
    BAKU_TOKENS: aze.tokens.url,
    ASTANA: kaz.gateway.url,
    ROUTER: `http://127.0.0.1:${ROUTER_PORT}`,
    REQUEST: states.request,
    PURPOSE: states.purpose,
    OFFICER: token,
  };
  const lines = Object.entries(named).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(join(folder, 'env'), lines.join(''), { mode: 0o600 });
}
