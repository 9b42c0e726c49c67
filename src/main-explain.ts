/** The command that explains an operation: the graph alone, and of the database no more than the life of the instruments. */
import { systemClock } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { openGraph } from './graph/index.js';
import { settings } from './main-ground.js';
import { type Law, readLaw } from './policy/index.js';
import * as store from './store/index.js';
import { type Day, dayOf, isDay, type LifeRecord } from './treaty/index.js';

const DAY = 86_400_000;

export const explainTools: Pick<cli.Tools, 'explain'> = {
  explain: async (wishes, voice) => explainBy(settings('maintain'), wishes, voice),
};

/** Explains by the settings: their instruments, and what their database has recorded. */
export async function explainBy(
  config: Pick<Config, 'authority' | 'instruments' | 'database'>,
  wishes: cli.ExplainWishes,
  to: cli.Voice,
): Promise<cli.ExitCode> {
  const law = await lawOn(config, wishes.on);
  const graph = await openGraph({
    ...law,
    openReader: () => {
      throw new Error('explain reads no register');
    },
    clock: systemClock,
    alarm: () => undefined,
  });
  const { authority } = config;
  return cli.explain({ graph, authority, instruments: law.instruments }, wishes, to);
}

/** The law by which a request received on a day was decided on that day; of today where no day is asked. */
async function lawOn(
  config: Pick<Config, 'instruments' | 'database'>,
  asked: string | undefined,
): Promise<Law> {
  const today = dayOf(asked === undefined ? systemClock.now() : startOf(asked));
  return readLaw({
    settings: config.instruments,
    grantUnconfirmed: true,
    records: await recordsOf(config),
    at: startOf(today) + DAY - 1,
    today,
  });
}

function startOf(day: Day | string): number {
  if (!isDay(day)) throw new cli.UsageFault((say) => say('DAY_FORM'));
  return Date.parse(day);
}

// Without a database of the settings nothing is recorded here: the texts stand as they were signed.
async function recordsOf({ database }: Pick<Config, 'database'>): Promise<readonly LifeRecord[]> {
  if (database.app === null) return [];
  const sql = store.openPool(database.app, POOL);
  try {
    return await store.openInstrumentRecords(sql).list();
  } finally {
    await store.closePool(sql);
  }
}

const POOL = { name: 'sorgu explain', max: 1, statementMs: 10_000, silenceMs: 15_000 } as const;
