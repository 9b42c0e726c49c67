/** `sorgu verify-ledger` on a gateway of the demo, by its own public key and its own kept checkpoints. */
import { verifyLedger } from '../../src/cli/index.js';
import { ledgerFolder, ledgerKeyPath } from '../../src/data-folder.js';
import { DOMESTIC_LOG } from '../../src/journal/index.js';
import { formatVkey, originOf } from '../../src/ledger/index.js';
import {
  closePool,
  openKeyFile,
  openLedgerReader,
  openOwner,
  readKept,
} from '../../src/store/index.js';
import type { DemoGateway } from './gateway.js';

/** Verifies; the last line that it says. */
export async function verifyLedgerOf({
  authority,
  dataDir,
  database,
}: DemoGateway): Promise<string> {
  const pool = openOwner(database.urls.app);
  try {
    const { publicKey } = await openKeyFile(ledgerKeyPath(dataDir), 'development');
    const lines: string[] = [];
    const code = await verifyLedger(
      {
        source: openLedgerReader(pool),
        kept: await readKept(ledgerFolder(dataDir)),
        vkey: formatVkey({ name: originOf(authority, DOMESTIC_LOG), publicKey }),
      },
      {
        language: 'en',
        say: (line) => lines.push(line),
        out: (text) => lines.push(text.trim()),
      },
    );
    if (code !== 0)
      throw new Error(`${authority}: the ledger does not verify: ${lines.join('; ')}`);
    return `${authority}: the ledger verifies: ${lines.join('; ')}`;
  } finally {
    await closePool(pool);
  }
}
