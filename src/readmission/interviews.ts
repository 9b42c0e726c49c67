/**
 * Identification interviews (memorandum, 4(b)). Channels and free windows are told to the Participant they are offered to;
 * that one is taken, by whom and for whom, is known under the readmission request alone. So a window is offered to one
 * authority: where two could take it, its going would tell the one of the other.
 */

export const CHANNEL_KINDS = ['OFFICE', 'VIDEO'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** A way to have interviews. Nothing of it is about a person. */
export type InterviewChannel = {
  /** A short name of the authority's own. */
  readonly code: string;
  readonly kind: ChannelKind;
  /** The authority it is offered to. */
  readonly offeredTo: string;
  readonly place: string;
  readonly hours: string;
  /** Of the office, not of a person. */
  readonly contact: string;
  /** ISO 639 codes of the languages that are interpreted. */
  readonly languages: readonly string[];
};

export type InterviewWindow = {
  readonly id: string;
  readonly channel: InterviewChannel;
  /** Milliseconds since the epoch; `until` is the first instant after it. */
  readonly from: number;
  readonly until: number;
  readonly languages: readonly string[];
};

export const INTERVIEW_OUTCOMES = [
  'NATIONAL',
  'NOT_NATIONAL',
  'NOT_DETERMINED',
  'DID_NOT_APPEAR',
  'NOT_HELD',
] as const;
export type InterviewOutcome = (typeof INTERVIEW_OUTCOMES)[number];

/** Nobody was interviewed. */
const NOT_INTERVIEWED: ReadonlySet<InterviewOutcome | null> = new Set([
  'DID_NOT_APPEAR',
  'NOT_HELD',
  null,
] as const);

export interface Booking {
  readonly id: string;
  readonly request: string;
  /** The subject's number in the signed request. */
  readonly n: number;
  readonly window: InterviewWindow;
  readonly language: string;
  /** Where the video interview is; told in the booking alone. */
  readonly videoLink: string | null;
  readonly bookedBy: string;
  readonly cancelledAt: number | null;
  readonly outcome: InterviewOutcome | null;
  readonly outcomeAt: number | null;
}

export type BookingFault =
  | 'WINDOW_NOT_FREE'
  | 'ALREADY_BOOKED'
  | 'LANGUAGE_NOT_INTERPRETED'
  | 'SUBJECT_NOT_IN_REQUEST'
  | 'UNKNOWN_BOOKING'
  | 'INTERVIEW_NOT_BEGUN'
  | 'INTERVIEW_OVER'
  | 'TOO_MANY';

export interface Wanted {
  readonly n: number;
  readonly language: string;
}

export interface BookingGround {
  readonly requesting: string;
  readonly subjects: ReadonlySet<number>;
  /** Those of this request. */
  readonly bookings: readonly Booking[];
  readonly now: number;
}

/** Bookings of one request, cancelled ones too. */
const MOST = 50;

/** A booking that stands: neither cancelled nor over. */
const stands = ({ cancelledAt, outcome }: Booking): boolean =>
  cancelledAt === null && outcome === null;

/** Why a window is not booked; of one that is taken, past, withdrawn, unknown or another's the same is said. */
export function whyNotBooked(
  window: InterviewWindow | undefined,
  { n, language }: Wanted,
  { requesting, subjects, bookings, now }: BookingGround,
): BookingFault | undefined {
  if (!subjects.has(n)) return 'SUBJECT_NOT_IN_REQUEST';
  if (bookings.some((one) => one.n === n && stands(one))) return 'ALREADY_BOOKED';
  if (bookings.length >= MOST) return 'TOO_MANY';
  if (window === undefined || window.channel.offeredTo !== requesting || window.from <= now) {
    return 'WINDOW_NOT_FREE';
  }
  return window.languages.includes(language) ? undefined : 'LANGUAGE_NOT_INTERPRETED';
}

/** Why a booking is not cancelled; undefined where it is. */
export function whyNotCancelled(
  booking: Booking | undefined,
  now: number,
): BookingFault | undefined {
  if (booking === undefined || booking.cancelledAt !== null) return 'UNKNOWN_BOOKING';
  return booking.outcome !== null || booking.window.from <= now ? 'INTERVIEW_OVER' : undefined;
}

/** Why an outcome is not recorded; undefined where it is. */
export function whyNoOutcome(booking: Booking | undefined, now: number): BookingFault | undefined {
  if (booking === undefined || booking.cancelledAt !== null) return 'UNKNOWN_BOOKING';
  if (booking.outcome !== null) return 'INTERVIEW_OVER';
  return booking.window.from > now ? 'INTERVIEW_NOT_BEGUN' : undefined;
}

/** When somebody was interviewed first; undefined where nobody was. */
export function firstInterview(bookings: readonly Booking[]): number | undefined {
  const held = bookings.flatMap(({ outcome, outcomeAt, cancelledAt }) =>
    cancelledAt === null && outcomeAt !== null && !NOT_INTERVIEWED.has(outcome) ? [outcomeAt] : [],
  );
  return held.length === 0 ? undefined : Math.min(...held);
}
