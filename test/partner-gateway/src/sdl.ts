/** Asks one state for its schema, by one signed hop: `sdl.ts CODE SETTINGS TOKEN`, the files of `main.ts`. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../../../src/base/index.js';
import { openFileSigner } from '../../../src/partner/index.js';
import { openHop } from './hop.js';
import { readSettings } from './settings.js';
import { sdlOf } from './supergraph.js';
import { openTokenExchange } from './tokens.js';

const [code = '', settingsFile = '', tokenFile = ''] = process.argv.slice(2);
const settings = readSettings(settingsFile);
const state = settings.states.find((known) => known.code === code);
if (state === undefined) throw new Error('no such state in the settings');
const read = (path: string): string => readFileSync(path, 'utf8');
const { cert, key, ca } = settings.tls;
const tls = { cert: read(cert), key: read(key), ca: read(ca) };
const common = { tls, patience: settings.patience, clock: systemClock };
const signer = await openFileSigner(settings.signingKey, 'development');
const hop = openHop({ ...common, state, signer });
const tokens = openTokenExchange({ ...common, states: [state] });
const token = await tokens.exchange(read(tokenFile).trim(), state.authority);
const standing = { token, request: undefined, purpose: undefined, language: undefined };
process.stdout.write(await sdlOf(hop, standing));
hop.close();
tokens.close();
