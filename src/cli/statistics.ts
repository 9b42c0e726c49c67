/** `sorgu statistics`: the agreed tables, computed, shown and released. */
import type { Language } from '../base/index.js';
import {
  csvOf,
  DEFINITIONS,
  type ReleasedTable,
  type StatisticsDesk,
  type TableName,
} from '../statistics/index.js';
import type { Day } from '../treaty/index.js';
import { type StatisticsFault, statisticsWords, terminalWords } from '../words/index.js';
import { type ComputeTableWishes, type ExitCode, UsageFault, type Voice } from './tools.js';

/** Writes a line for each table that is agreed. */
export function listTables({ out }: Voice): ExitCode {
  for (const { id, instrument, clause, dimensions } of DEFINITIONS) {
    out(`${id}\t${instrument} ${clause}\tKIND ${dimensions.join(' ')}\n`);
  }
  return 0;
}

/** Drafts the tables wished for, each by itself; 1 with the reasons where one is refused. */
export async function computeTables(
  desk: StatisticsDesk,
  { period, table, recorded, threshold }: ComputeTableWishes & { readonly threshold: number },
  voice: Voice,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const id of table === undefined ? DEFINITIONS.map((one) => one.id) : [table]) {
    // The command line lets calendar days alone pass.
    const day = (recorded ?? null) as Day | null;
    const done = await desk.compute({ table: id, period, threshold, recorded: day });
    if (done.fault === null) voice.say(drafted(done.table, voice.language));
    else code = refusedWith(done.fault, { table: id, period }, voice);
  }
  return code;
}

/** Writes a draft as CSV, as it would be published. */
export async function showTable(
  desk: StatisticsDesk,
  name: TableName,
  voice: Voice,
): Promise<ExitCode> {
  const found = await desk.show(name);
  if (found.fault !== null) return refusedWith(found.fault, name, voice);
  voice.out(csvOf(found.table));
  return 0;
}

/** Publishes a draft. */
export async function releaseTable(
  desk: StatisticsDesk,
  { source, ...name }: TableName & { readonly source: string },
  voice: Voice,
): Promise<ExitCode> {
  if (!URL.canParse(source) || new URL(source).protocol !== 'https:') {
    throw new UsageFault((say) => say('SOURCE_FORM'));
  }
  const done = await desk.release(name, source);
  if (done.fault !== null) return refusedWith(done.fault, name, voice);
  voice.say(terminalWords(voice.language)('PUBLISHED', { id: done.publication }));
  return 0;
}

function drafted(
  { definition: { id: table }, period, figures }: ReleasedTable,
  language: Language,
): string {
  const hidden = figures.filter(({ persons }) => persons === null).length;
  return terminalWords(language)('DRAFTED', { table, period, cells: figures.length, hidden });
}

function refusedWith(
  fault: StatisticsFault,
  { table, period }: TableName,
  { say, language }: Voice,
): ExitCode {
  const { FAULT } = statisticsWords(language);
  // What was written is not repeated where it names nothing that is known.
  const named =
    fault === 'UNKNOWN_TABLE' || fault === 'UNKNOWN_PERIOD' ? '' : `${table} ${period}: `;
  say(`${named}${fault}: ${FAULT[fault]}`);
  return 1;
}
