/**
 * `npm run partner:keys -- FOLDER`: a router's certificate and signing key, and what is told to the states of them. The
 * certificate is a development authority's; in production the Party's own certifier issues one for a key made here.
 */
import { resolve } from 'node:path';
import { fingerprintOf } from '../../../src/partner/index.js';
import { makeRouterKeys } from './router-keys.js';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('say where: npm run partner:keys -- FOLDER\n');
  process.exitCode = 2;
} else {
  const { name, cert, signing } = await makeRouterKeys(resolve(folder));
  const told = { name, certificate: fingerprintOf(cert), signing };
  process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
}
