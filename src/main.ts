/** Hands each command its rooms. What opens the gateway's own rooms is serve.ts. */
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { buildConsole } from './console/index.js';
import { loadSample } from './development/index.js';
import { openGraph } from './graph/index.js';
import { DOMESTIC_LOG } from './journal/index.js';
import { formatVkey, originOf } from './ledger/index.js';
import { exchangeTools, messageKeysOf } from './main-exchange.js';
import { type Database, openDatabase, settings, voice } from './main-ground.js';
import { readLaw } from './policy/index.js';
import {
  CONSOLE_FOLDER,
  keyFolder,
  ledgerFolder,
  ledgerKeyPath,
  type Served,
  serve,
} from './serve.js';
import { witnessFolder, witnessKeyPath } from './serve-witness.js';
import * as store from './store/index.js';
import { AUTHORITIES, dayOf } from './treaty/index.js';

/** Years. */
const SHORTEST_RETENTION = 3;
/** Milliseconds. */
const CONSOLE_PATIENCE = 8_000;

/** `npm start` is development, whatever the shell says. */
const DEVELOPMENT = { SORGU_MODE: 'development' } as const;

/** Runs the command line of this process and sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  endWithReader();
  process.exitCode = await cli.runProgram(argv, tools, voice);
}

/** Whoever reads us may stop (`sorgu keys show | head`): then we end as if by SIGPIPE, which Node does not heed. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(ENDED_BY_PIPE);
    });
  }
}

/** 128 and the number of the signal. */
const ENDED_BY_PIPE = 141;

const tools: cli.Tools = {
  ...exchangeTools,

  async start() {
    return serveUntilStopped(settings('serve', DEVELOPMENT), async (config, database) => {
      const console = buildConsole({ outDir: CONSOLE_FOLDER }).catch(consoleFault);
      await store.migrate(database.urls);
      await store.wrapSubjectKeys(subjectKeysOf(config, database.urls));
      await loadSampleOnce(config, database.urls);
      await ensureKeys(config);
      const served = await serve({ config, urls: database.urls, log: voice.out });
      // The API does not wait for its explorer for long: on a slow machine /graphiql says 503 a little more.
      await Promise.race([console, pause(CONSOLE_PATIENCE, undefined, { ref: false })]);
      voice.out(`ready ${served.url}\n${tryThis(served.url)}`);
      return served;
    });
  },

  async serve() {
    return serveUntilStopped(settings('serve'), async (config, { urls }) => {
      const served = await serve({ config, urls, log: voice.out });
      voice.out(`ready ${served.url}\n`);
      return served;
    });
  },

  migrate: () =>
    maintain(async ({ urls }, config) => {
      await store.migrate(urls);
      await store.wrapSubjectKeys(subjectKeysOf(config, urls));
      voice.say('the database has its newest form');
      return 0;
    }),

  importPeople: ({ file, isDelete }) =>
    maintain(async ({ urls }, config) => {
      if (!existsSync(file)) throw new Error('there is no such file');
      const importer = openImporter(config, urls);
      const command = { file, importer, clock: systemClock, say: voice.say };
      return isDelete ? cli.deleteListed(command) : cli.importFile(command);
    }),

  async sample({ count, seed, today }) {
    const day = dayOf(today === undefined ? systemClock.now() : Date.parse(today));
    await cli.writeSample({ count, seed, today: day }, process.stdout);
    return 0;
  },

  async explain(wishes) {
    const config = settings('maintain');
    const law = readLaw({ settings: config.instruments, grantUnconfirmed: true });
    const graph = await openGraph({
      ...law,
      openReader: () => {
        throw new Error('explain reads no register');
      },
      clock: systemClock,
      alarm: () => undefined,
    });
    return cli.explain({ graph, authority: config.authority }, wishes, voice);
  },

  ask: (wishes) => cli.ask(wishes, voice),

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

  audit: (wishes) => cli.audit(wishes, voice),

  exportReceived: (wishes) => cli.exportReceived(wishes, voice),

  retireKeys: ({ years }) =>
    maintain(async ({ urls }, config) => {
      if (years < SHORTEST_RETENTION) {
        throw new cli.UsageFault('--years is 3 at least: a complaint or a court must be answered');
      }
      const done = await store.retireSubjectKeys({ ...subjectKeysOf(config, urls), years });
      const { destroyed, rewrapped, epoch } = done;
      voice.say(`destroyed ${destroyed} keys; ${rewrapped} wrapped anew; epoch ${epoch}`);
      return 0;
    }),

  createKey: async () => cli.createKey(keysOf(settings('maintain')), voice),
  // Only the public half is shown: a development key may be read in any mode.
  showKeys: async () =>
    cli.showKeys({ ...keysOf(settings('maintain')), use: 'development' }, voice),
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

async function maintain(
  work: (database: Database, config: Config) => Promise<cli.ExitCode>,
): Promise<cli.ExitCode> {
  const config = settings('maintain');
  const database = await openDatabase(config, 'owner');
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
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

async function serveUntilStopped(
  config: Config,
  open: (config: Config, database: Database) => Promise<Served>,
): Promise<cli.ExitCode> {
  const stopped = nextStopSignal();
  const database = await openDatabase(config, 'app');
  try {
    const served = await open(config, database);
    await stopped;
    voice.say('stopping: finishing what is in flight');
    await served.close();
    return 0;
  } finally {
    await database.close();
  }
}

function nextStopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

const subjectKeysOf = ({ dataDir, authority }: Config, { owner }: store.DatabaseUrls) => ({
  ...{ url: owner, directory: keyFolder(dataDir), authority },
  ...{ clock: systemClock, ids: systemIds },
});

function openImporter({ dataDir }: Config, { owner }: store.DatabaseUrls): store.Importer {
  const keys = store.openSubjectKeys({ directory: keyFolder(dataDir), ids: systemIds });
  return store.openImporter({ url: owner, clock: systemClock, ids: systemIds, keys });
}

async function loadSampleOnce(config: Config, urls: store.DatabaseUrls): Promise<void> {
  const owner = store.openOwner(urls.owner);
  try {
    const importer = openImporter(config, urls);
    await loadSample({
      isMarked: () => store.isSample(owner),
      isEmpty: () => store.isEmpty(owner),
      importPeople: async (people) => {
        await importer.load({ lines: cli.personLines(people), reject: () => undefined });
      },
      ...requestTools(owner),
      mark: () => store.markSample(owner),
      clock: systemClock,
    });
  } finally {
    await store.closePool(owner);
  }
}

function requestTools(owner: store.Sql) {
  const { insert, listFor } = store.openRequests(owner);
  return { insertRequest: insert, listRequests: listFor };
}

async function ensureKeys(config: Config): Promise<void> {
  const { dataDir, mode } = config;
  const sealing = [ledgerKeyPath(dataDir), witnessKeyPath(dataDir)].map((path) => ({
    path,
    create: () => store.createKeyFile(path, mode),
  }));
  for (const key of [...sealing, ...messageKeysOf(config)]) {
    if (!existsSync(key.path)) await key.create();
  }
}

const keysOf = ({ dataDir, mode, authority }: Config): cli.KeysCommand => ({
  path: ledgerKeyPath(dataDir),
  witnessPath: witnessKeyPath(dataDir),
  use: mode,
  files: { create: store.createKeyFile, open: store.openKeyFile, exists: existsSync },
  messageKeys: messageKeysOf({ dataDir, mode }),
  authority,
  logs: [DOMESTIC_LOG, ...Object.keys(AUTHORITIES).filter((code) => code !== authority)],
});

async function ownKey({ dataDir, authority }: Config): Promise<string> {
  // Verifying only reads the public half: a development key may be read in any mode.
  const { publicKey } = await store.openKeyFile(ledgerKeyPath(dataDir), 'development');
  return formatVkey({ name: originOf(authority, DOMESTIC_LOG), publicKey });
}

function consoleFault(error: unknown): void {
  voice.say(
    `/graphiql is not there: ${error instanceof Error ? error.message : 'it did not build'}`,
  );
}

const tryThis = (url: string): string => `
  open  ${url}/graphiql   and choose persona, request and purpose
  try   npx --no-install sorgu ask --purpose IDENTITY_ESTABLISHMENT '{ subjects(first: 2) { edges { node { id nameLatin { surname } registrations { kind } } } } }'
  stop  Ctrl-C; data stay in the data folder
`;
