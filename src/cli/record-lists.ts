/**
 * `sorgu lists record`: what a Party told of itself goes into the registers over time, as a notice of change would
 * (9(3), 9(4)). Nothing is recorded unless all of it can be.
 */
import type { JsonObject } from '../base/index.js';
import {
  type NoticeOfChange,
  noticeParts,
  receiveNotice,
  type Standing,
} from '../requests/index.js';
import type { Standings } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { type FactsFrame, readFactsFile, type ToldFacts } from './facts-file.js';
import { type FileFault, faultLine } from './request-file.js';
import type { ExitCode, Voice } from './tools.js';

export interface RecordCommand extends FactsFrame {
  readonly file: string;
  readonly standings: Pick<Standings, 'all' | 'change' | 'deposit' | 'key'>;
}

/** Writes the digest of the Party's list as it then is; 1, each fault a line, where nothing was recorded. */
export async function recordLists(command: RecordCommand, voice: Voice): Promise<ExitCode> {
  const read = await readFactsFile(command.file, command);
  if (read.facts === null) return refused(read.faults, voice);
  const { notice, keys } = read.facts;
  const { receipt, faults } = receiveNotice(await command.standings.all(), notice, command.now);
  const found = [
    ...faults.flatMap((fault) => ('at' in fault ? [fault] : [])),
    ...listFaults(read.facts, receipt.list),
    ...(await keyFaults(read.facts, command)),
  ];
  if (found.length > 0) return refused(found, voice);
  for (const { kid, jwk } of keys) await command.standings.deposit(kid, jwk);
  await recordNotice({ ...notice, list: receipt.list }, command);
  voice.say(
    lineWords(voice.language)('LIST_RECORDED', {
      count: notice.changes.length,
      authority: notice.from,
    }),
  );
  voice.out(`${receipt.list}\n`);
  return 0;
}

function refused(faults: readonly FileFault[], voice: Voice): ExitCode {
  for (const fault of faults) voice.say(faultLine(fault));
  voice.say(lineWords(voice.language)('LIST_REFUSED'));
  return 1;
}

const listFaults = ({ list }: ToldFacts, digest: string): readonly FileFault[] =>
  list === null || list === digest ? [] : [{ code: 'LISTS_DIFFER', at: 'list' }];

/** A gateway's key is of no use by its name alone: it comes with the file, or is there. */
async function keyFaults(
  { notice, keys }: ToldFacts,
  { standings, readKey }: RecordCommand,
): Promise<readonly FileFault[]> {
  const faults: FileFault[] = [];
  for (const [n, change] of notice.changes.entries()) {
    if (change.change !== 'RECORDED' || change.fact.register !== 'MESSAGE_KEY') continue;
    const { kid, use } = change.fact;
    const told = keys.find((key) => key.kid === kid) ?? keptKey(await standings.key(kid), readKey);
    const at = `changes[${n}].fact.kid`;
    if (told === undefined) faults.push({ code: 'KEY_MISSING', at });
    else if (!('use' in told) || told.use !== use) faults.push({ code: 'KEY_USE', at });
  }
  return faults;
}

const keptKey = (jwk: JsonObject | undefined, readKey: FactsFrame['readKey']) =>
  jwk === undefined ? undefined : readKey(jwk);

/** Each authority's changes in its own records. */
export async function recordNotice(
  notice: NoticeOfChange,
  {
    standings,
    now,
  }: Pick<RecordCommand, 'now'> & { readonly standings: Pick<Standings, 'change'> },
): Promise<void> {
  for (const { authority, part } of noticeParts(notice)) {
    const step = (standing: Standing) => receiveNotice(standing, part, now).standing;
    await standings.change(authority, step);
  }
}
