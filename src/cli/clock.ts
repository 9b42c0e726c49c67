/**
 * `sorgu clock`: what the legal clock tells (10(1) to 10(3)). Figures for an operator; which cases they are, only for an
 * officer of the authority who shows his token, and only those that exist for him (11(1)).
 */
import type { Language } from '../base/index.js';
import type { ListedCase, NoticeCount } from '../store/index.js';
import { exchangeWords, type TerminalWords, terminalWords } from '../words/index.js';
import type { ExitCode, Voice } from './tools.js';

export interface ClockCommand {
  /** Of who reads it; left out, codes stand without their sentence. */
  readonly language?: Language | undefined;
  readonly counts: () => Promise<readonly NoticeCount[]>;
  /** The cases of who shows a token: undefined where none was shown, null where it is not an officer's. */
  readonly noticed: () => Promise<readonly ListedCase[] | null | undefined>;
}

/** One figure a line; with a token one case a line after them. 1 where the token is not an officer's of this authority. */
export async function showClock(
  { counts, noticed, language }: ClockCommand,
  voice: Voice,
): Promise<ExitCode> {
  const say = terminalWords(language ?? voice.language);
  const cases = await noticed();
  if (cases === null) {
    voice.say(say('TOKEN_NOT_GOOD'));
    return 1;
  }
  const figures = await counts();
  for (const { box, notice, cases: count } of figures) {
    const sentence = language === undefined ? '' : `  ${exchangeWords(language).NOTICE[notice]}`;
    voice.out(`${box}  ${notice}  ${count}${sentence}\n`);
  }
  for (const file of cases ?? []) voice.out(`${lineOf(file, say)}\n`);
  voice.say(summary(figures, cases, say));
  return 0;
}

function lineOf({ case: kept, dueBefore, notices }: ListedCase, say: TerminalWords): string {
  const until =
    dueBefore === null
      ? say('WITHOUT_TERM')
      : say('UNTIL', { at: new Date(dueBefore).toISOString() });
  return `${kept.head.id}  ${kept.state}  ${until}  ${notices.join(' ')}`;
}

function summary(
  figures: readonly NoticeCount[],
  cases: readonly ListedCase[] | undefined,
  say: TerminalWords,
): string {
  if (figures.length === 0) return say('NOTHING_DUE');
  return cases === undefined
    ? say('WHICH_CASES', { option: '--token <file>' })
    : say('CASES_SEEN', { count: cases.length });
}
