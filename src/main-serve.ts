/** The commands that serve. What opens the gateway's own rooms is serve.ts. */
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { buildConsole } from './console/index.js';
import {
  loadSample,
  SAMPLE_CONTACT_POINTS,
  sampleActivities,
  sampleInterviews,
} from './development/index.js';
import { type Database, openDatabase, settings } from './main-ground.js';
import { ensureKeys } from './main-keys.js';
import { publishSample } from './main-publications.js';
import { openImporter, subjectKeysOf } from './main-register.js';
import { voice } from './main-voice.js';
import { recordFact } from './requests/index.js';
import { CONSOLE_FOLDER, type Served, serve } from './serve.js';
import * as store from './store/index.js';

/** Milliseconds. */
const CONSOLE_PATIENCE = 8_000;

/** `npm start` is development, whatever the shell says. */
const DEVELOPMENT = { SORGU_MODE: 'development' } as const;

export const servingTools: Pick<cli.Tools, 'start' | 'serve'> = {
  async start() {
    return serveUntilStopped(settings('serve', DEVELOPMENT), async (config, database) => {
      const console = buildConsole({ outDir: CONSOLE_FOLDER }).catch(consoleFault);
      await store.migrate(database.urls);
      await store.wrapSubjectKeys(subjectKeysOf(config, database.urls));
      await loadSampleOnce(config, database.urls);
      await publishSample(config, database.urls);
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
};

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
    if (!(await store.isSample(owner))) return;
    await openSampleWindows(owner);
    await keepSampleCooperation(owner, config.authority);
  } finally {
    await store.closePool(owner);
  }
}

/** There are windows ahead whenever it starts, also long after the sample was made. */
async function openSampleWindows(owner: store.Sql): Promise<void> {
  await store.openInterviewWindows(owner).open(sampleInterviews(systemClock.now(), systemIds));
}

/** Where no activity was ever proposed: what a reader made of them stays as it is. */
async function keepSampleCooperation(owner: store.Sql, authority: string): Promise<void> {
  const activities = store.openActivities(owner);
  const any = await activities.list({ authority, instrument: null, after: null, first: 1 });
  if (any.activities.length > 0) return;
  const now = systemClock.now();
  for (const changes of sampleActivities(now, systemIds)) {
    for (const change of changes) {
      await activities.change(change.activity, async () => ({ change, result: undefined }));
    }
  }
  const recorded = { validFrom: now, validUntil: null, recordedAt: now, note: 'sample' };
  const standings = store.openStandings(owner);
  for (const fact of SAMPLE_CONTACT_POINTS) {
    await standings.change(fact.authority, (standing) => recordFact(standing, fact, recorded));
  }
}

function requestTools(owner: store.Sql) {
  const { insert, listFor } = store.openRequests(owner);
  return { insertRequest: insert, listRequests: listFor };
}

function consoleFault(error: unknown): void {
  voice.say(
    `/graphiql is not there: ${error instanceof Error ? error.message : 'it did not build'}`,
  );
}

const tryThis = (url: string): string => `
  open  ${url}/graphiql   and choose persona, request and purpose
  read  ${url}/publications   what everybody may read; as a feed at ${url}/publications/feed.atom
  try   npx --no-install sorgu ask --purpose IDENTITY_ESTABLISHMENT '{ subjects(first: 2) { edges { node { id nameLatin { surname } registrations { kind } } } } }'
  stop  Ctrl-C; data stay in the data folder
`;
