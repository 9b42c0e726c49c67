/** Hands the commands of statistics their rooms. */
import { systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { openDatabase, settings } from './main-ground.js';
import { lawFor } from './main-law.js';
import { openStatisticsDesk, populationsOf, type StatisticsDesk } from './statistics/index.js';
import * as store from './store/index.js';

type StatisticsTools = Pick<
  cli.Tools,
  'listTables' | 'computeStatistics' | 'showStatistics' | 'releaseStatistics'
>;

export const statisticsTools: StatisticsTools = {
  listTables: async (voice) => cli.listTables(voice),
  computeStatistics: (wishes, voice) =>
    withDesk((desk, { statisticsThreshold: threshold }) =>
      cli.computeTables(desk, { ...wishes, threshold }, voice),
    ),
  showStatistics: (name, voice) => withDesk((desk) => cli.showTable(desk, name, voice)),
  releaseStatistics: (wishes, voice) => withDesk((desk) => cli.releaseTable(desk, wishes, voice)),
};

async function withDesk(
  work: (desk: StatisticsDesk, config: Config) => Promise<cli.ExitCode>,
): Promise<cli.ExitCode> {
  const config = settings('maintain');
  const database = await openDatabase(config, 'owner');
  const sql = store.openOwner(database.urls.owner);
  try {
    const law = await lawFor(sql, config);
    const populations = populationsOf(law.instruments);
    const { owner: url } = database.urls;
    const transact = store.openStatistics({ url, populations, clock: systemClock });
    const rooms = { transact, law, clock: systemClock, ids: systemIds };
    return await work(openStatisticsDesk({ ...rooms, authority: config.authority }), config);
  } finally {
    await store.closePool(sql);
    await database.close();
  }
}
