/** Writes what a router is started with: its settings, a token of its own authority, and its authority's case files. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerKeyPath } from '../../../src/data-folder.js';
import { DOMESTIC_LOG } from '../../../src/journal/index.js';
import { formatVkey, originOf } from '../../../src/ledger/index.js';
import { fingerprintOf } from '../../../src/partner/index.js';
import { openKeyFile } from '../../../src/store/index.js';
import { ANALYST } from '../story.js';
import { ROUTER_FILES, type RouterKeys } from './router-keys.js';
import { type State, type States, statesCa } from './states.js';

export interface RouterWishes {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Milliseconds until a state that is silent counts as away. */
  readonly patience?: number;
}

/** The files with which `src/main.ts` of the example starts, in its order. */
export async function writeRouterSettings(
  { dir, name }: RouterKeys,
  states: States,
  { port = 0, patience = 5_000 }: RouterWishes = {},
): Promise<readonly string[]> {
  const at = (name: keyof typeof ROUTER_FILES) => join(dir, ROUTER_FILES[name]);
  const [{ gateway: home }] = states.all;
  writeFileSync(statesCa(dir), states.ca);
  const settings = {
    ...{ port, patience, trace: true },
    tls: { cert: at('cert'), key: at('key'), ca: statesCa(dir) },
    signingKey: at('signing'),
    states: await Promise.all(states.all.map(stateSettings)),
  };
  // Asks for schemas, on behalf of who answers for the router.
  const token = await home.issuer.sign({
    ...{ officer: ANALYST.officer, authority: home.authority, unit: null },
    ...{ role: 'PARTNER_GATEWAY', gateway: name },
  });
  const files = [{ number: 'KZ-2026-0417', request: states.request, subjects: 1 }];
  writeFileSync(at('settings'), `${JSON.stringify(settings, null, 2)}\n`);
  writeFileSync(at('token'), token, { mode: 0o600 });
  writeFileSync(at('caseFiles'), `${JSON.stringify(files, null, 2)}\n`);
  return [at('settings'), at('token'), at('caseFiles')];
}

async function stateSettings({ code, gateway, tokens }: State) {
  const { authority, url: origin, witness, dataDir } = gateway;
  const certificates = [fingerprintOf(witness.tls.cert)];
  const { publicKey } = await openKeyFile(ledgerKeyPath(dataDir), 'development');
  // Of each state the log that is about this authority: at home, that of its own officers.
  const name = originOf(authority, code === 'KAZ' ? DOMESTIC_LOG : 'KZ-MIA');
  const log = formatVkey({ name, publicKey });
  return { code, authority, origin, certificates, log, tokens: { url: tokens.url, certificates } };
}
