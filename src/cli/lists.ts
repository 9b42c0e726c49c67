/** `sorgu lists`: the digest of each Party's list and where its 45 days stand (9(3)). */
import type { Clock } from '../base/index.js';
import {
  calendarDay,
  historyOf,
  type ListClock,
  listClock,
  listDigest,
  type Standing,
  zoneOf,
} from '../requests/index.js';
import {
  authorityOf,
  type CountryCode,
  type Instrument,
  type InstrumentStatus,
} from '../treaty/index.js';
import { type LineWords, lineWords } from '../words/index.js';
import type { ExitCode, Voice } from './tools.js';

export interface ListsCommand {
  readonly standing: Standing;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** The authority that answers: its days are counted. */
  readonly authority: string;
  readonly clock: Clock;
}

/** One line for each Party of each instrument that asks for lists. */
export async function showLists(command: ListsCommand, voice: Voice): Promise<ExitCode> {
  const { standing, instruments, status, authority, clock } = command;
  const now = clock.now();
  const zone = zoneOf(authority);
  const today = calendarDay(now, zone);
  for (const instrument of instruments.values()) {
    for (const { country } of instrument.parties) {
      const came = firstList(standing, country, now);
      const exchangedOn = came === undefined ? {} : { exchangedOn: calendarDay(came, zone) };
      const at = { today, ...exchangedOn };
      const clock = listClock(instrument, status.get(instrument.id) ?? {}, at);
      const words = clockLine(clock, lineWords(voice.language));
      if (words === null) continue;
      const digest = listDigest(standing, country, { validAt: now, knownAt: now });
      voice.out(`${instrument.id}  ${country}  ${digest}  ${words}\n`);
    }
  }
  return 0;
}

/** The instant at which the first list of a Party was recorded. */
function firstList(standing: Standing, party: CountryCode, now: number): number | undefined {
  return historyOf(standing, 'LIST_RECEIVED', now).find(
    ({ fact }) => authorityOf(fact.authority)?.country === party,
  )?.validFrom;
}

function clockLine(clock: ListClock, say: LineWords): string | null {
  switch (clock.state) {
    case 'NOT_ASKED':
      return null;
    case 'NOT_IN_FORCE':
      return `NOT_IN_FORCE: ${say('LISTS_NOT_IN_FORCE')}`;
    case 'RUNNING':
      return `RUNNING: ${say('LISTS_RUNNING', { due: clock.due, days: clock.daysLeft })}`;
    case 'OVERDUE':
      return `OVERDUE: ${say('LISTS_OVERDUE', { due: clock.due, days: clock.daysOver })}`;
    case 'EXCHANGED':
      return `EXCHANGED: ${say(clock.late ? 'LISTS_EXCHANGED_LATE' : 'LISTS_EXCHANGED', clock)}`;
  }
}
