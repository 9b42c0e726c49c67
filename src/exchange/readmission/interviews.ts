/** Booking, cancelling and concluding an interview: weighed, sealed, and then kept where nobody was faster. */
import type { ReadmissionDone, ReadmissionStep } from '../../graph/index.js';
import {
  type Booking,
  type ReadmissionFault,
  whyNoOutcome,
  whyNotBooked,
  whyNotCancelled,
} from '../../readmission/index.js';
import type { ReadmissionRooms } from './rooms.js';
import { done, type Making, no, seal } from './seal-step.js';

type Of<Kind> = Extract<ReadmissionStep, { kind: Kind }>;

/** Books a free window for a person of the request. Of two who want it one gets it, whatever both have seen. */
export async function book(
  rooms: ReadmissionRooms,
  making: Making,
  step: Of<'BOOK'>,
): Promise<ReadmissionDone> {
  const { shelf, clock } = rooms;
  const { ground, actor } = making.stands;
  const { request } = ground;
  const [window, bookings] = await Promise.all([
    shelf.interviews.freeOne(step.window),
    shelf.interviews.bookings(request),
  ]);
  const known = bookings.find(({ id }) => id === making.id);
  if (known !== undefined) {
    return isSame(known, step) ? done(rooms, making) : no('CONFLICT');
  }
  const now = clock.now();
  const why = whyNotBooked(window, step, { ...ground, bookings, now });
  if (why !== undefined) return no(why);
  await seal(rooms, making, step);
  const { authority: bookedBy, officer } = actor;
  const { n, language } = step;
  const isBooked = await shelf.interviews.book({
    ...{ id: making.id, window: step.window, request, n, language, bookedBy, officer, at: now },
  });
  return isBooked ? done(rooms, making) : no('WINDOW_NOT_FREE');
}

const isSame = (booking: Booking, { window, n, language }: Of<'BOOK'>): boolean =>
  booking.window.id === window && booking.n === n && booking.language === language;

/** Cancels a booking; its window is free again. */
export async function cancel(
  rooms: ReadmissionRooms,
  making: Making,
  step: Of<'CANCEL'>,
): Promise<ReadmissionDone> {
  const { shelf, clock } = rooms;
  const booking = await bookingIn(rooms, making, step.booking);
  if (booking !== undefined && booking.cancelledAt !== null) return done(rooms, making);
  const now = clock.now();
  return end(rooms, making, {
    step,
    why: whyNotCancelled(booking, now),
    keep: () => shelf.interviews.cancel(step.booking, now),
  });
}

/** Records what came of an interview. */
export async function conclude(
  rooms: ReadmissionRooms,
  making: Making,
  step: Of<'OUTCOME'>,
): Promise<ReadmissionDone> {
  const { shelf, clock } = rooms;
  const { booking: id, outcome } = step;
  const booking = await bookingIn(rooms, making, id);
  if (booking !== undefined && booking.outcome === outcome) return done(rooms, making);
  const now = clock.now();
  return end(rooms, making, {
    step,
    why: whyNoOutcome(booking, now),
    keep: () => shelf.interviews.conclude(id, outcome, now),
  });
}

async function bookingIn({ shelf }: ReadmissionRooms, { stands }: Making, sought: string) {
  const bookings = await shelf.interviews.bookings(stands.ground.request);
  return bookings.find(({ id }) => id === sought);
}

interface Ending {
  readonly step: Of<'CANCEL' | 'OUTCOME'>;
  readonly why: ReadmissionFault | undefined;
  readonly keep: () => Promise<boolean>;
}

async function end(
  rooms: ReadmissionRooms,
  making: Making,
  { step, why, keep }: Ending,
): Promise<ReadmissionDone> {
  if (why !== undefined) return no(why);
  await seal(rooms, making, step);
  return (await keep()) ? done(rooms, making) : no('INTERVIEW_OVER');
}
