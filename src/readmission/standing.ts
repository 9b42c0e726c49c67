/**
 * Whether an officer of the requested authority works in the case of a request: it names READMISSION, is in execution or
 * answered, and its instrument lets it be answered now, as long as it lets the other side read. Of the requesting side the
 * grant says so. What is missing is never told: one answer for an unknown request, another's, and one that is closed.
 */
import type { Request, RequestState } from '../requests/index.js';
import {
  dayOf,
  type Instrument,
  type InstrumentStatus,
  isInForce,
  mayAnswer,
} from '../treaty/index.js';

export const READMISSION = 'READMISSION';
/** The purpose of the memorandum under which windows are offered (4(b)); it opens nothing about anybody (8). */
const INTERVIEWS = 'INTERVIEW_ARRANGEMENT';

const LIVE: ReadonlySet<RequestState> = new Set<RequestState>([
  'IN_EXECUTION',
  'ANSWERED',
  'PARTLY_REFUSED',
]);

export interface Laws {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly now: number;
}

/** Whether the request carries a case for the officers of this authority now. */
export function carriesCase(
  request: Request | undefined,
  own: string,
  { instruments, status, now }: Laws,
): request is Request {
  if (request === undefined || request.requestedAuthority !== own) return false;
  const instrument = instruments.get(request.instrument);
  if (instrument === undefined || !instrument.purposes.has(READMISSION)) return false;
  return (
    LIVE.has(request.state) &&
    request.purposes.some(({ purpose }) => purpose === READMISSION) &&
    mayAnswer(instrument, status.get(instrument.id) ?? {}, {
      receivedOn: dayOf(request.receivedAt ?? now),
      today: dayOf(now),
    })
  );
}

/** Whether an instrument under which interviews are arranged binds the two authorities now. */
export function mayBeOffered(
  authority: string,
  own: string,
  { instruments, status, now }: Laws,
): boolean {
  return [...instruments.values()].some((instrument) => {
    const competent = instrument.parties.flatMap(({ authorities }): string[] => [...authorities]);
    return (
      instrument.purposes.has(INTERVIEWS) &&
      [authority, own].every((code) => competent.includes(code)) &&
      isInForce(instrument, status.get(instrument.id) ?? {}, dayOf(now))
    );
  });
}
