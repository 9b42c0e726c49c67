/** Whether the record of a side stands after a destruction: the ledger, every receipt, evidence about what is gone. */
import { join } from 'node:path';
import { bundleOf } from '../../../src/auditor/evidence.js';
import { verifyLedger } from '../../../src/cli/index.js';
import { formatVkey } from '../../../src/ledger/index.js';
import {
  closePool,
  openAuditShelf,
  openLedgerReader,
  openOwner,
  readKept,
} from '../../../src/store/index.js';
import { verifyEvidence } from '../../../verifier/verify-evidence.mjs';
import { astanaPlan, type Side } from '../../rooms/exchange/stage.js';
import { testSigner } from '../../rooms/ledger/fixtures.js';

/** What is wrong with it, a line for each fault. */
export async function faultsOfRecord(
  { authority, rooms, urls, dataDir, receipts }: Side,
  cases: readonly string[],
): Promise<readonly string[]> {
  const { publicKey } = testSigner(astanaPlan.seed);
  const vkey = (name: string) => formatVkey({ name, publicKey });
  const sql = openOwner(urls.app);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const voice = { language: 'en' as const, out: () => undefined, say };
  try {
    const source = openLedgerReader(sql);
    const kept = await readKept(join(dataDir, 'ledger'));
    const domestic = vkey(`sorgu/${authority}/DOMESTIC`);
    const code = await verifyLedger({ source, kept, receipts, vkey: domestic }, voice);
    const faults = code === 0 ? [] : said.map((line) => `ledger: ${line}`);
    const { head, clock } = rooms;
    const shelf = openAuditShelf(sql, authority);
    for (const id of cases) {
      const bundle = await bundleOf({ shelf, reader: source, vkey, head, clock }, id);
      const names = [domestic, vkey(`sorgu/${authority}/AZ-SMS`)];
      const verdict = await verifyEvidence([Buffer.from(bundle ?? '')], { keys: names });
      if (!('entries' in verdict)) faults.push(`evidence: ${JSON.stringify(verdict)}`);
    }
    return faults;
  } finally {
    await closePool(sql);
  }
}
