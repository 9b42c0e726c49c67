/**
 * `sorgu clock`: what the legal clock tells (10(1) to 10(3)). Figures for an operator; which cases they are, only for an
 * officer of the authority who shows his token, and only those that exist for him (11(1)).
 */
import type { ListedCase, NoticeCount } from '../store/index.js';
import type { ExitCode, Voice } from './tools.js';

export interface ClockCommand {
  readonly counts: () => Promise<readonly NoticeCount[]>;
  /** The cases of who shows a token: undefined where none was shown, null where it is not an officer's. */
  readonly noticed: () => Promise<readonly ListedCase[] | null | undefined>;
}

/** One figure a line; with a token one case a line after them. 1 where the token is not an officer's of this authority. */
export async function showClock(
  { counts, noticed }: ClockCommand,
  voice: Voice,
): Promise<ExitCode> {
  const cases = await noticed();
  if (cases === null) {
    voice.say('the token is not good now, or not of an officer of this authority');
    return 1;
  }
  const figures = await counts();
  for (const { box, notice, cases: count } of figures) voice.out(`${box}  ${notice}  ${count}\n`);
  for (const file of cases ?? []) voice.out(`${lineOf(file)}\n`);
  voice.say(summary(figures, cases));
  return 0;
}

function lineOf({ case: kept, dueBefore, notices }: ListedCase): string {
  const until =
    dueBefore === null ? 'without a term' : `until ${new Date(dueBefore).toISOString()}`;
  return `${kept.head.id}  ${kept.state}  ${until}  ${notices.join(' ')}`;
}

function summary(
  figures: readonly NoticeCount[],
  cases: readonly ListedCase[] | undefined,
): string {
  if (figures.length === 0) return 'nothing is due, late or to be reviewed';
  return cases === undefined
    ? 'which cases they are: --token <file>, with the token of an officer'
    : `${cases.length} of them are yours to see`;
}
