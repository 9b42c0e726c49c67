/** The commands that read the ledger. */
import { existsSync } from 'node:fs';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { ledgerFolder, witnessFolder } from './data-folder.js';
import { openDatabase, settings } from './main-ground.js';
import { ownKey } from './main-keys.js';
import { voice } from './main-voice.js';
import * as store from './store/index.js';

export const ledgerTools: Pick<cli.Tools, 'verifyLedger' | 'dumpLedger'> = {
  async verifyLedger({ dump, kept, receipts: file, key }) {
    const config = settings('maintain');
    const keptNotes = kept === undefined ? undefined : await store.readKept(kept);
    const vkey = key ?? (await ownKey(config));
    const receipts = file === undefined ? [] : await cli.readStandings(file);
    const held = { receipts, vkey };
    if (dump !== undefined) {
      return cli.verifyLedger({ source: dump, kept: keptNotes, ...held }, voice);
    }
    return readLedger(config, async (reader, pool) => {
      const notes = keptNotes ?? (await keptNotesOf(config));
      const openTickets = () => store.listOpenTickets(pool);
      return cli.verifyLedger({ source: reader, kept: notes, openTickets, ...held }, voice);
    });
  },

  async dumpLedger(file) {
    const config = settings('maintain');
    const listKept = () => keptNotesOf(config);
    return readLedger(config, (reader) => cli.dumpLedger({ file, reader, listKept }, voice));
  },
};

/** What was kept here, and what witnesses cosigned. */
async function keptNotesOf({ dataDir }: Config): Promise<readonly string[]> {
  const folders = [ledgerFolder(dataDir), witnessFolder(dataDir)];
  // A gateway that nobody witnesses has none of theirs.
  const lists = folders.map((folder, at) =>
    at > 0 && !existsSync(folder) ? [] : store.readKept(folder),
  );
  return (await Promise.all(lists)).flat();
}

async function readLedger(
  config: Config,
  work: (
    reader: ReturnType<typeof store.openLedgerReader>,
    pool: store.Sql,
  ) => Promise<cli.ExitCode>,
): Promise<cli.ExitCode> {
  const database = await openDatabase(config, 'app');
  const pool = store.openOwner(database.urls.app);
  try {
    return await work(store.openLedgerReader(pool), pool);
  } finally {
    await store.closePool(pool);
    await database.close();
  }
}
