/** `sorgu interviews`: the windows of this authority, as its operator opens, sees and takes them back (memorandum, 4(b)). */
import type { Ids } from '../base/index.js';
import { type InterviewChannel, type NewChannel, readChannels } from '../readmission/index.js';
import type { InterviewWindows } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { faultLine, readJsonFile } from './request-file.js';
import type { ExitCode, Voice } from './tools.js';

export interface InterviewsCommand {
  readonly interviews: InterviewWindows;
  readonly now: number;
  readonly ids: Ids;
}

/** Opens what a file says, all of it or nothing; what is open already stays as it is. 1 with every fault a line. */
export async function openInterviewWindows(
  { interviews, now, ids, file }: InterviewsCommand & { readonly file: string },
  voice: Voice,
): Promise<ExitCode> {
  const { json, ...rest } = await readJsonFile(file);
  if ('faults' in rest) return refused(rest.faults.map(faultLine), voice);
  const read = readChannels(json, now);
  if (read.channels === null) return refused(read.faults, voice);
  const others = anotherChannels(read.channels, await interviews.channels(null));
  if (others.length > 0) return refused(others, voice);
  const named = read.channels.map((one) => ({
    ...one,
    ids: one.windows.map(() => ids.uuid()),
  }));
  const opened = await interviews.open(named);
  const given = named.reduce((count, { windows }) => count + windows.length, 0);
  voice.say(lineWords(voice.language)('WINDOWS_OPENED', { opened, stood: given - opened }));
  return 0;
}

// A channel is offered to one authority for good: windows under its code would be told to the other.
const anotherChannels = (
  given: readonly NewChannel[],
  open: readonly InterviewChannel[],
): readonly string[] =>
  given.flatMap(({ channel: { code, offeredTo, kind } }, at) =>
    open.some((one) => one.code === code && (one.offeredTo !== offeredTo || one.kind !== kind))
      ? [`[${at}].code: is another channel's, of another kind or for another authority`]
      : [],
  );

function refused(faults: readonly string[], voice: Voice): ExitCode {
  for (const fault of faults) voice.say(fault);
  voice.say(lineWords(voice.language)('WINDOWS_REFUSED'));
  return 1;
}

/** One window ahead a line; nothing of who has taken one. */
export async function listInterviewWindows(
  { interviews, now }: InterviewsCommand,
  voice: Voice,
): Promise<ExitCode> {
  const windows = await interviews.list(now);
  for (const { id, from, until, channel, languages, isTaken } of windows) {
    const span = `${instant(from)} to ${instant(until)}`;
    const where = `${channel.code}  for ${channel.offeredTo}  ${languages.join(' ')}`;
    voice.out(`${id}  ${span}  ${where}  ${isTaken ? 'taken' : 'free'}\n`);
  }
  const say = lineWords(voice.language);
  const count = windows.length;
  voice.say(count === 0 ? say('NO_WINDOWS') : say('WINDOWS_AHEAD', { count }));
  return 0;
}

/** Offers a window no longer; an interview that is booked in it stays. 1 where none is offered under this id. */
export async function withdrawInterviewWindow(
  { interviews, now, id }: InterviewsCommand & { readonly id: string },
  voice: Voice,
): Promise<ExitCode> {
  const isDone = await interviews.withdraw(id, now);
  voice.say(lineWords(voice.language)(isDone ? 'WINDOW_WITHDRAWN' : 'NO_SUCH_WINDOW'));
  return isDone ? 0 : 1;
}

const instant = (at: number): string => new Date(at).toISOString();
