/** A key of the exchange that is lost: the start names its file, and what can still be done. */
import { chmodSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PartnerGateway } from '../../src/config/partners-file.js';
import { exchangeKeyPaths, witnessKeyPath } from '../../src/data-folder.js';
import { formatVkey } from '../../src/ledger/index.js';
import { createMessageKey } from '../../src/partner/index.js';
import { openMessageKeys } from '../../src/serve-keys.js';
import { openWitnessDesk } from '../../src/serve-witness.js';
import { closePool, createKeyFile, openExchangePool, type Sql } from '../../src/store/index.js';
import { type Desk, openDesk } from './cli/desk.js';
import { stillClock, testSigner } from './ledger/fixtures.js';

let desk: Desk;
let paths: ReturnType<typeof exchangeKeyPaths>;
beforeEach(async () => {
  desk = openDesk();
  paths = exchangeKeyPaths(desk.path('data'));
  await createMessageKey(paths.signing, 'Ed25519', 'production');
  await createMessageKey(paths.encryption, 'X25519', 'production');
});
afterEach(() => desk.close());

test('both there open', async () => {
  const { signer, decryption } = await openMessageKeys(paths, 'production');
  expect(signer.publicJwk.kid).not.toBe(decryption.publicJwk.kid);
});

const LOST = [
  ['signing', 'until it stands in their lists'],
  ['encryption', 'has to be asked for again'],
] as const;

test.each(LOST)(
  'without %s it says which, to put it back, and what is left',
  async (name, left) => {
    rmSync(paths[name]);
    const opening = openMessageKeys(paths, 'production');
    await expect(opening).rejects.toMatchObject({
      name: 'KeyFault',
      message: expect.stringMatching(
        new RegExp(
          `^[^\\n]+${name}\\.pem: there is no key file, [^\\n]+put it back[^\\n]+${left}$`,
        ),
      ),
    });
  },
);

test.each(LOST)('%s that others may read is named too', async (name) => {
  chmodSync(paths[name], 0o644);
  await expect(openMessageKeys(paths, 'production')).rejects.toThrow(
    `${paths[name]}: others may read the key file`,
  );
});

describe('the key that cosigns the logs of partners', () => {
  // No connection is opened before somebody asks.
  let sql: Sql;
  beforeEach(() => {
    sql = openExchangePool('postgres://localhost/none');
  });
  afterEach(() => closePool(sql));

  const log = formatVkey({ name: 'sorgu/KZ-MIA/AZ-SMS', publicKey: testSigner(1).publicKey });
  const opened = (agreed: Partial<PartnerGateway> = { log }) => {
    const partner = {
      authority: 'KZ-MIA',
      origin: 'https://kz.example',
      certificates: [],
      ...agreed,
    };
    return openWitnessDesk({
      ...{ sql, clock: stillClock, mode: 'production', ownAuthority: 'AZ-SMS' },
      ...{ partners: [partner], dataDir: desk.path('data') },
    });
  };

  test('opens where it stands, and need not stand where nothing is witnessed', async () => {
    expect(await opened({})).toBeUndefined();
    await createKeyFile(witnessKeyPath(desk.path('data')), 'production');
    expect(await opened()).toBeDefined();
  });

  test('lost, it is named, to be put back, and what is left', async () => {
    await expect(opened()).rejects.toMatchObject({
      name: 'KeyFault',
      message: expect.stringMatching(
        /^no key at [^\n]+witness\.pem \(ENOENT\): put it back from its backup, [^\n]+ once they have its verifier key \(sorgu keys show\)$/,
      ),
    });
  });
});
