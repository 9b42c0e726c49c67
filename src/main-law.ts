/** The law in force, for a command: from the settings and from what is recorded in the database. */
import { systemClock } from './base/index.js';
import type { Config } from './config.js';
import { voice } from './main-voice.js';
import { type LiveLaw, openLawInForce } from './serve-law.js';
import * as store from './store/index.js';

/** Reads it over the owner's connection; rejects with Refusal(UNAVAILABLE). */
export function lawFor(sql: store.Sql, config: Config): Promise<LiveLaw> {
  const shelf = store.openAuditShelf(sql, config.authority);
  return openLawInForce({
    ...{ config, records: store.openInstrumentRecords(sql), clock: systemClock },
    entriesOf: (id) => shelf.ofRequest(id, { first: 10, after: null }),
    onDoubt: () => voice.say(DOUBTED),
  });
}

const DOUBTED =
  'a record of the life of an instrument is missing, or is not as the ledger has it: nothing goes by an instrument until it is put right';
