/** What stands where in the data folder, `DATA_DIR`: keys, kept checkpoints. */
import { join } from 'node:path';

/** Where checkpoints are kept outside the database. */
export const ledgerFolder = (dataDir: string): string => join(dataDir, 'ledger');

/** Where keys stand. */
export const keyFolder = (dataDir: string): string => join(dataDir, 'keys');

/** Where the key stands that signs the ledger's checkpoints. */
export const ledgerKeyPath = (dataDir: string): string => join(keyFolder(dataDir), 'ledger.pem');

/** Where the key stands that cosigns the logs of partners. */
export const witnessKeyPath = (dataDir: string): string => join(keyFolder(dataDir), 'witness.pem');

/** Where our own checkpoints are kept once a witness cosigned them. */
export const witnessFolder = (dataDir: string): string => join(dataDir, 'witness');

/** Where the keys of messages stand: one signs, one opens what is encrypted to us. */
export const exchangeKeyPaths = (dataDir: string) => ({
  signing: join(keyFolder(dataDir), 'exchange-signing.pem'),
  encryption: join(keyFolder(dataDir), 'exchange-encryption.pem'),
});

/** Where development keeps the key by which an authority's router signs: it makes one for each. */
export const routerKeyPath = (dataDir: string, authority: string): string =>
  join(keyFolder(dataDir), 'routers', `${authority}.pem`);

/** Where the keys stand under which what was received is held: never in a backup of the database. */
export const custodyFolder = (dataDir: string): string => join(keyFolder(dataDir), 'custody');
