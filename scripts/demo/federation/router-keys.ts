/**
 * What a router shows and signs with, in a folder of its own: a certificate with its key, and the key that signs each
 * hop. The certificate is made here by a development authority; in production the Party's own certifier makes it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PublicJwk, systemClock, systemIds } from '../../../src/base/index.js';
import { makeCertificateAuthority } from '../../../src/development/index.js';
import { createMessageKey, openFileSigner } from '../../../src/partner/index.js';
import type { RegisteredRouter } from './token-endpoint.js';

/** What the states are told of a router. */
export interface RouterKeys extends RegisteredRouter {
  readonly dir: string;
  readonly signing: PublicJwk;
}

/** The files of the folder. */
export const ROUTER_FILES = {
  cert: 'cert.pem',
  key: 'key.pem',
  ca: 'certifier.pem',
  signing: 'signing.pem',
  settings: 'settings.json',
  token: 'token',
  caseFiles: 'case-files.json',
} as const;

export interface RouterMaking {
  readonly name?: string;
  /** Days from now on; 0 or less makes a certificate that has ended. */
  readonly days?: number;
}

/** Makes what is missing in the folder, and tells what is public of it. */
export async function makeRouterKeys(
  dir: string,
  { name = 'router.kz-mia.invalid', days = 30 }: RouterMaking = {},
): Promise<RouterKeys> {
  const at = (name: keyof typeof ROUTER_FILES) => join(dir, ROUTER_FILES[name]);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!existsSync(at('cert'))) {
    const certifier = makeCertificateAuthority('Router', { clock: systemClock, ids: systemIds });
    const { cert, key } = certifier.issue({ name, hosts: [], days });
    writeFileSync(at('ca'), certifier.cert);
    writeFileSync(at('key'), key, { mode: 0o600 });
    writeFileSync(at('cert'), cert);
  }
  if (!existsSync(at('signing'))) await createMessageKey(at('signing'), 'Ed25519', 'development');
  const { publicJwk } = await openFileSigner(at('signing'), 'development');
  const [cert, ca] = [readFileSync(at('cert'), 'utf8'), readFileSync(at('ca'), 'utf8')];
  return { dir, name, cert, ca, signing: publicJwk };
}

/** The certificate and its key, as they are shown. */
export function readTls({ dir }: RouterKeys): { readonly cert: string; readonly key: string } {
  const read = (name: 'cert' | 'key') => readFileSync(join(dir, ROUTER_FILES[name]), 'utf8');
  return { cert: read('cert'), key: read('key') };
}
