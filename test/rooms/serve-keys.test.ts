/** A key of messages that is lost: the start names its file, and what can still be done. */
import { chmodSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exchangeKeyPaths } from '../../src/data-folder.js';
import { createMessageKey } from '../../src/partner/index.js';
import { openMessageKeys } from '../../src/serve-keys.js';
import { type Desk, openDesk } from './cli/desk.js';

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
