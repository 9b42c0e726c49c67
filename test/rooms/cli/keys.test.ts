/** `sorgu keys`: makes what is missing, overwrites nothing, shows public halves alone. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKey, type KeysCommand, showKeys } from '../../../src/cli/index.js';
import {
  createMessageKey,
  openDecryptionKey,
  openFileSigner,
  readToldKey,
} from '../../../src/partner/index.js';
import { createKeyFile, openKeyFile } from '../../../src/store/index.js';
import { type Desk, listen, openDesk } from './desk.js';

let desk: Desk;
let command: KeysCommand;
const NAMES = ['ledger', 'witness', 'signing', 'encryption'];
const pathOf = (name: string) => desk.path(`keys/${name}.pem`);

beforeEach(() => {
  desk = openDesk();
  const signing = pathOf('signing');
  const encryption = pathOf('encryption');
  command = {
    path: pathOf('ledger'),
    witnessPath: pathOf('witness'),
    use: 'production',
    files: { create: createKeyFile, open: openKeyFile, exists: existsSync },
    authority: 'AZ-SMS',
    logs: ['DOMESTIC', 'KZ-MIA'],
    messageKeys: [
      {
        path: signing,
        create: () => createMessageKey(signing, 'Ed25519', 'production'),
        publicJwk: async () => (await openFileSigner(signing, 'production')).publicJwk,
      },
      {
        path: encryption,
        create: () => createMessageKey(encryption, 'X25519', 'production'),
        publicJwk: async () => (await openDecryptionKey(encryption, 'production')).publicJwk,
      },
    ],
  };
});
afterEach(() => desk.close());

describe('sorgu keys', () => {
  test('makes all four for their owner alone, and shows what partners are told', async () => {
    const voice = listen();
    expect(await createKey(command, voice)).toBe(0);
    const { said, written } = voice;
    expect(said).toHaveLength(4);
    for (const name of NAMES) expect(statSync(pathOf(name)).mode & 0o777).toBe(0o600);
    const [domestic, partner, witness, ...jwks] = written;
    expect(domestic).toMatch(/^sorgu\/AZ-SMS\/DOMESTIC\+/);
    expect(partner).toMatch(/^sorgu\/AZ-SMS\/KZ-MIA\+/);
    expect(witness).toMatch(/^sorgu\/AZ-SMS\/witness\+/);
    expect(jwks.map((jwk) => readToldKey(JSON.parse(jwk)))).toMatchObject([
      { use: 'SIGNATURE' },
      { use: 'ENCRYPTION' },
    ]);
    expect(written.join('')).not.toMatch(/"d"|PRIVATE/);
  });

  test.each(NAMES)('makes %s alone where it alone is missing', async (name) => {
    await createKey(command, listen());
    const before = NAMES.map((each) => readFileSync(pathOf(each), 'utf8'));
    rmSync(pathOf(name));
    const voice = listen();
    expect(await createKey(command, voice)).toBe(0);
    expect(voice.said).toHaveLength(1);
    const after = NAMES.map((each) => readFileSync(pathOf(each), 'utf8'));
    const changed = NAMES.filter((_, n) => before[n] !== after[n]);
    expect(changed).toEqual([name]);
  });

  test('rejects where every key stands', async () => {
    await createKey(command, listen());
    await expect(createKey(command, listen())).rejects.toThrow(/^every key stands already/);
  });

  test('shows the ledger’s where there are no others, and says what to do', async () => {
    await createKeyFile(command.path, 'production');
    const voice = listen();
    expect(await showKeys(command, voice)).toBe(0);
    expect(voice.written).toHaveLength(2);
    expect(voice.said).toEqual([
      expect.stringContaining('sorgu keys create'),
      expect.stringContaining('sorgu keys create'),
      expect.stringContaining('sorgu keys create'),
    ]);
  });
});
