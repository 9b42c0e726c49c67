/** A software token (SoftHSM 2) with a key of each kind, where Debian's `softhsm2` and `opensc` are installed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
];
const folders = (process.env.PATH ?? '').split(delimiter);
const isInstalled = (tool: string) => folders.some((folder) => existsSync(join(folder, tool)));
const module = MODULES.find((path) => existsSync(path));

/** What is missing for the tests of tokens; empty where they can run. */
export const missingTools: readonly string[] = [
  ...['softhsm2-util', 'pkcs11-tool'].filter((tool) => !isInstalled(tool)),
  ...(module === undefined ? ['libsofthsm2.so'] : []),
];

export interface SoftToken {
  readonly folder: string;
  readonly place: {
    readonly module: string;
    readonly token: string;
    readonly environment: Readonly<Record<string, string>>;
  };
  readonly pin: string;
  readonly keys: { readonly p256: string; readonly ed25519: string; readonly rsa: string };
  close(): void;
}

/** Makes a token with keys on P-256 and Ed25519, and an RSA key that nobody takes. */
export function openSoftToken(): SoftToken {
  const folder = mkdtempSync(join(tmpdir(), 'sorgu-token-'));
  const configuration = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(folder, 'tokens')}\nlog.level = ERROR\n`,
  );
  const environment = { SOFTHSM2_CONF: configuration, PATH: process.env.PATH ?? '' };
  const pin = '471100';
  const options = { env: { ...environment, PIN: pin }, stdio: 'pipe' } as const;
  const label = ['--label', 'sorgu-test'];
  execFileSync(
    'softhsm2-util',
    ['--init-token', '--free', ...label, '--pin', pin, '--so-pin', pin],
    options,
  );
  const keys = { p256: '01', ed25519: '02', rsa: '03' };
  const make = (kind: string, id: string) =>
    execFileSync(
      'pkcs11-tool',
      [
        ...['--module', module ?? '', '--token-label', 'sorgu-test', '--login', '--pin', 'env:PIN'],
        ...['--keypairgen', '--key-type', kind, '--id', id, '--label', id],
      ],
      options,
    );
  make('EC:prime256v1', keys.p256);
  make('EC:edwards25519', keys.ed25519);
  make('rsa:2048', keys.rsa);
  return {
    folder,
    place: { module: module ?? '', token: 'sorgu-test', environment },
    pin,
    keys,
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
