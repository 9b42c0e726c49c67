import type { Sql } from '../connect.js';
import { openCustody } from '../custody/custody.js';
import type { CustodyGround } from '../custody/epochs.js';
import { askOn } from './ask.js';
import { type InterviewBookings, openBookings } from './bookings.js';
import { openCaseKeys } from './case-keys.js';
import { openReadmissionCases, type ReadmissionCases } from './cases.js';
import { type HumanitarianNotes, openHumanitarianNotes } from './notes.js';
import { type InterviewWindows, openWindows } from './windows.js';

export type { HumanitarianNote } from './notes.js';
export type { InterviewWindows } from './windows.js';

/** What is kept of readmission. */
export interface ReadmissionShelf {
  readonly cases: ReadmissionCases;
  readonly interviews: InterviewWindows & InterviewBookings;
  readonly notes: HumanitarianNotes;
}

/** Opens it on a pool of the exchange's role and the keys of custody; what has ended goes by a clock that does not go back. */
export function openReadmissionShelf(ground: CustodyGround): ReadmissionShelf {
  const ask = askOn(ground.sql);
  const keys = openCaseKeys(openCustody(ground));
  return {
    cases: openReadmissionCases(ask, keys),
    interviews: { ...openWindows(ask), ...openBookings(ask, keys) },
    notes: openHumanitarianNotes(ask, keys),
  };
}

/** Channels and windows alone, which need no key. */
export const openInterviewWindows = (sql: Sql): InterviewWindows => openWindows(askOn(sql));
