/** The settings of a gateway with a door for partners and no partner yet: its desks are open. */
import { systemIds } from '../../src/base/index.js';
import type { Config } from '../../src/config.js';
import { exchangeKeyPaths } from '../../src/data-folder.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { createMessageKey } from '../../src/partner/index.js';
import { NOW } from './requests.js';

/** Makes the keys of messages in a data folder, and says where the door is. */
export async function withDoor(dataDir: string): Promise<Partial<Config>> {
  const paths = exchangeKeyPaths(dataDir);
  await createMessageKey(paths.signing, 'Ed25519', 'development');
  await createMessageKey(paths.encryption, 'X25519', 'development');
  const clock = { now: () => NOW };
  const certifier = makeCertificateAuthority('test', { clock, ids: systemIds });
  const tls = { ...certifier.issue({ name: 'AZ-SMS', hosts: ['127.0.0.1'] }), ca: certifier.cert };
  return {
    dataDir,
    exchange: { port: 0, origin: null, tls, partners: [], witnessOutOfReach: 'SERVE' },
  };
}
