/** A case as both sides are told it: what was written, its interviews, its clocks, and what is warned about. */
import { calendarDay, zoneOf } from '../requests/index.js';
import type { ReadmissionFile } from './case-file.js';
import { type CaseClock, type CaseEvent, caseClocks, type ReadmissionSettings } from './clocks.js';
import { type Booking, firstInterview } from './interviews.js';
import { noticeWarnings } from './voluntary-return.js';
import { type UseState, useState, type WrittenRecord } from './written-record.js';

/** What is told and blocks nothing. Closed. */
export const READMISSION_WARNINGS = [
  'INSTRUMENT_UNCONFIRMED',
  'BASIS_NOT_CONFIGURED',
  'CLOCKS_NOT_CONFIGURED',
  'RETENTION_NOT_CONFIGURED',
  'VOLUNTARY_RETURN_NOT_RECORDED',
  'NOTICE_DAY_NOT_STATED',
  'NOTICE_LANGUAGE_NOT_STATED',
  'CLOCK_OVERDUE',
  'USE_REPORT_OVERDUE',
] as const;
export type ReadmissionWarning = (typeof READMISSION_WARNINGS)[number];

export interface ToldRecord extends WrittenRecord {
  readonly use: UseState | null;
}

export interface ToldCase {
  readonly file: ReadmissionFile;
  readonly bookings: readonly Booking[];
  /** As the operator configured it; null where nobody has. */
  readonly legalBasis: string | null;
  /** Whether the operator has read the text of the instrument. */
  readonly confirmed: boolean;
  readonly clocks: readonly CaseClock[];
  /** By when they happened. */
  readonly events: readonly { readonly event: CaseEvent; readonly at: number }[];
  readonly records: readonly ToldRecord[];
  readonly warnings: readonly ReadmissionWarning[];
}

export interface Telling {
  readonly settings: ReadmissionSettings | undefined;
  readonly confirmed: boolean;
  readonly now: number;
}

/** The case now. */
export function tellCase(
  file: ReadmissionFile,
  bookings: readonly Booking[],
  { settings, confirmed, now }: Telling,
): ToldCase {
  const zone = zoneOf(file.requested);
  const today = calendarDay(now, zone);
  const rules = settings?.clocks ?? [];
  const events = eventsOf(file, bookings);
  const happened = Object.fromEntries(events.map(({ event, at }) => [event, at]));
  const clocks = caseClocks({ rules, events: happened, now, zone });
  const records = file.records.map((one) => ({ ...one, use: useState(one, file.records, today) }));
  const legalBasis = settings?.basis ?? null;
  const isTrue: Readonly<Partial<Record<ReadmissionWarning, boolean>>> = {
    INSTRUMENT_UNCONFIRMED: !confirmed,
    BASIS_NOT_CONFIGURED: legalBasis === null,
    CLOCKS_NOT_CONFIGURED: rules.length === 0,
    RETENTION_NOT_CONFIGURED: settings?.retention === undefined,
    CLOCK_OVERDUE: clocks.some(({ state }) => state === 'OVERDUE'),
    USE_REPORT_OVERDUE: records.some(({ use }) => use === 'OVERDUE'),
  };
  const ofNotice = new Set<ReadmissionWarning>(noticeWarnings(file.voluntaryReturn));
  const warnings = READMISSION_WARNINGS.filter((one) => isTrue[one] === true || ofNotice.has(one));
  return { file, bookings, legalBasis, confirmed, clocks, events, records, warnings };
}

function eventsOf(file: ReadmissionFile, bookings: readonly Booking[]): ToldCase['events'] {
  const interviewed = firstInterview(bookings);
  const events: readonly { readonly event: CaseEvent; readonly at: number }[] = [
    { event: 'OPENED', at: file.opened.at },
    ...(interviewed === undefined ? [] : [{ event: 'INTERVIEWED' as const, at: interviewed }]),
    ...file.events.map(({ event, by }) => ({ event, at: by.at })),
  ];
  return [...events].sort((a, b) => a.at - b.at);
}
