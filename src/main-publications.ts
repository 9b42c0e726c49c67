/** Hands the commands of publications their rooms. */
import { existsSync } from 'node:fs';
import { systemClock } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { openDatabase, settings } from './main-ground.js';
import { lawFor } from './main-law.js';
import { voice } from './main-voice.js';
import { openPublicationDesk, SAMPLE_PUBLICATIONS } from './publications/index.js';
import { inspect } from './scan/index.js';
import * as store from './store/index.js';

type PublicationTools = Pick<
  cli.Tools,
  'importPublications' | 'listPublications' | 'releasePublication' | 'withdrawPublication'
>;

export const publicationTools: PublicationTools = {
  importPublications: (file) =>
    withOwner(async (sql, config) => {
      if (!existsSync(file)) throw new cli.CommandFault((say) => say('NO_FILE'));
      const importer = store.openPublicationImporter(await deskOn(sql, config));
      return cli.importFile({ file, importer, clock: systemClock, ...voice });
    }),
  listPublications: ({ held }) =>
    withOwner((sql) =>
      held
        ? cli.listHeld(store.openPublicationKeeper(sql), voice)
        : cli.listPublications(store.openPublicationShelf(sql), voice),
    ),
  releasePublication: (wishes) => decide({ ...wishes, act: 'release' }),
  withdrawPublication: (wishes) => decide({ ...wishes, act: 'withdraw' }),
};

const decide = (decision: Parameters<typeof cli.decidePublication>[1]) =>
  withOwner(async (sql, config) =>
    cli.decidePublication(await deskOn(sql, config), decision, voice),
  );

async function deskOn(sql: store.Sql, config: Config) {
  const law = await lawFor(sql, config);
  const keeper = store.openPublicationKeeper(sql);
  const { authority: ownAuthority } = config;
  return openPublicationDesk({ keeper, law, clock: systemClock, inspect, ownAuthority });
}

/** Publishes the sample where nothing was ever published: what a reader changed in it stays as it is. */
export async function publishSample(config: Config, { owner }: store.DatabaseUrls): Promise<void> {
  const sql = store.openOwner(owner);
  try {
    if (await cli.isAnythingPublished(store.openPublicationShelf(sql))) return;
    const desk = await deskOn(sql, config);
    for (const one of SAMPLE_PUBLICATIONS) await desk.take(one, SAMPLE);
  } finally {
    await store.closePool(sql);
  }
}

const SAMPLE = 'sample';

async function withOwner(
  work: (sql: store.Sql, config: Config) => Promise<cli.ExitCode>,
): Promise<cli.ExitCode> {
  const config = settings('maintain');
  const database = await openDatabase(config, 'owner');
  const sql = store.openOwner(database.urls.owner);
  try {
    return await work(sql, config);
  } finally {
    await store.closePool(sql);
    await database.close();
  }
}
