/** The commands that keep the register: its form, its people, the keys of their tags. */
import { existsSync } from 'node:fs';
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { keyFolder } from './data-folder.js';
import { type Database, openDatabase, settings } from './main-ground.js';
import { voice } from './main-voice.js';
import * as store from './store/index.js';
import { dayOf } from './treaty/index.js';

/** Years. */
const SHORTEST_RETENTION = 3;

export const registerTools: Pick<cli.Tools, 'migrate' | 'importPeople' | 'sample' | 'retireKeys'> =
  {
    migrate: () =>
      maintain(async ({ urls }, config) => {
        await store.migrate(urls);
        await store.wrapSubjectKeys(subjectKeysOf(config, urls));
        voice.say('the database has its newest form');
        return 0;
      }),

    importPeople: ({ file, isDelete }) =>
      maintain(async ({ urls }, config) => {
        if (!existsSync(file)) throw new cli.CommandFault((say) => say('NO_FILE'));
        const importer = openImporter(config, urls);
        const command = { file, importer, clock: systemClock, ...voice };
        return isDelete ? cli.deleteListed(command) : cli.importFile(command);
      }),

    async sample({ count, seed, today }) {
      const day = dayOf(today === undefined ? systemClock.now() : Date.parse(today));
      await cli.writeSample({ count, seed, today: day }, process.stdout);
      return 0;
    },

    retireKeys: ({ years }) =>
      maintain(async ({ urls }, config) => {
        if (years < SHORTEST_RETENTION) {
          throw new cli.UsageFault((say) => say('YEARS_TOO_FEW', { least: SHORTEST_RETENTION }));
        }
        const done = await store.retireSubjectKeys({ ...subjectKeysOf(config, urls), years });
        const { destroyed, rewrapped, epoch } = done;
        voice.say(`destroyed ${destroyed} keys; ${rewrapped} wrapped anew; epoch ${epoch}`);
        return 0;
      }),
  };

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

export const subjectKeysOf = ({ dataDir, authority }: Config, { owner }: store.DatabaseUrls) => ({
  ...{ url: owner, directory: keyFolder(dataDir), authority },
  ...{ clock: systemClock, ids: systemIds },
});

export function openImporter({ dataDir }: Config, { owner }: store.DatabaseUrls): store.Importer {
  const keys = store.openSubjectKeys({ directory: keyFolder(dataDir), ids: systemIds });
  return store.openImporter({ url: owner, clock: systemClock, ids: systemIds, keys });
}
