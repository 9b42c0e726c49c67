import type { Sql } from '../connect.js';
import { askOn } from './ask.js';
import { openReadmissionCases, type ReadmissionCases } from './cases.js';
import { type Interviews, openInterviews } from './interviews.js';
import { type HumanitarianNotes, openHumanitarianNotes } from './notes.js';

export type { KeptReadmission } from './cases.js';
export type { NewBooking, OpenedWindow } from './interviews.js';
export type { HumanitarianNote } from './notes.js';

/** What is kept of readmission. */
export interface ReadmissionShelf {
  readonly cases: ReadmissionCases;
  readonly interviews: Interviews;
  readonly notes: HumanitarianNotes;
}

/** Opens it on a pool of the exchange's role. */
export function openReadmissionShelf(sql: Sql): ReadmissionShelf {
  const ask = askOn(sql);
  return {
    cases: openReadmissionCases(ask),
    interviews: openInterviews(ask),
    notes: openHumanitarianNotes(ask),
  };
}
