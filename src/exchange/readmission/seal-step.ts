/** A step in the ledger, before anything is kept; and what is answered to it. */
import { canonicalJson } from '../../base/index.js';
import type { ReadmissionDone, ReadmissionStep } from '../../graph/index.js';
import { steppedReadmissionEntry } from '../../journal/index.js';
import { type ReadmissionFault, type ReadmissionFile, tellCase } from '../../readmission/index.js';
import type { ReadmissionRooms } from './rooms.js';
import type { Stands } from './stand-in.js';

/** Who makes a step in which case, under which id. */
export interface Making {
  readonly stands: Stands;
  readonly id: string;
}

export const no = (fault: ReadmissionFault): ReadmissionDone => ({ fault });

/** Seals a step: who, in which case, and by the entry's salted digest exactly what. */
export async function seal(
  { ledger, head }: ReadmissionRooms,
  { stands, id }: Making,
  step: ReadmissionStep,
): Promise<void> {
  const { ground, asking, requestDigest, basis } = stands;
  const { request, instrument, requesting } = ground;
  const entry = steppedReadmissionEntry(head, {
    ...{ asking, request, requestDigest, instrument, basis, id },
    ...{ other: requesting, kind: step.kind, isRestricted: step.kind === 'NOTE' },
  });
  await ledger.seal(entry, Buffer.from(canonicalJson(step)));
}

/** The step is made: what the case warns of now. */
export async function done(
  rooms: ReadmissionRooms,
  { stands }: Making,
  made?: { readonly file: ReadmissionFile; readonly number: number | null },
): Promise<ReadmissionDone> {
  const { request } = stands.ground;
  const file = made?.file ?? (await rooms.shelf.cases.load(request));
  if (file === undefined) return no('CASE_NOT_OPENED');
  const { warnings } = await toldNow(rooms, file);
  return { fault: null, number: made?.number ?? null, warnings };
}

/** The case as it is told now. */
export async function toldNow(
  { shelf, instruments, status, settings, clock }: ReadmissionRooms,
  file: ReadmissionFile,
) {
  const { instrument: id } = file;
  const bookings = await shelf.interviews.bookings(file.request);
  const confirmed = instruments.get(id)?.confirmed === true || status.get(id)?.confirmed === true;
  return tellCase(file, bookings, { settings: settings.get(id), confirmed, now: clock.now() });
}
