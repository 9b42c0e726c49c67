/** What the commands stand on: the settings, the database of the settings. */
import * as cli from './cli/index.js';
import { type Config, configOfProcess, type Environment, type Task } from './config.js';
import { voice } from './main-voice.js';
import * as store from './store/index.js';

/** The settings, or every fault of them, one a line, and the end with 2. */
export function settings(task: Task, fixed: Environment = {}): Config {
  const result = configOfProcess(task, fixed);
  if (result.config !== null) return result.config;
  for (const fault of result.faults) voice.say(`setting ${fault}`);
  throw new cli.UsageFault((say) => say('SETTINGS_FAULTY'));
}

export interface Database {
  readonly urls: store.DatabaseUrls;
  readonly close: () => Promise<void>;
}

/** The database of the settings; the bundled one where they name none. What is not named stays empty: see `needs`. */
export async function openDatabase({ database, dataDir }: Config, needs: Role): Promise<Database> {
  const { app, ledger, exchange, owner } = database;
  if (app === null && owner === null) return store.openBundledPostgres({ dataDir, log: voice.say });
  const urls = {
    ...{ app: app ?? '', ledger: ledger ?? '', owner: owner ?? '' },
    ...(exchange === null ? {} : { exchange }),
  };
  if ((urls[needs] ?? '') === '') {
    throw new cli.UsageFault((say) => say('SETTING_MISSING', { setting: SETTING_OF[needs] }));
  }
  return { urls, close: async () => undefined };
}

type Role = keyof typeof SETTING_OF;
const SETTING_OF = {
  app: 'DATABASE_URL',
  exchange: 'DATABASE_EXCHANGE_URL',
  owner: 'DATABASE_OWNER_URL',
} as const;
