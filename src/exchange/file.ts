/** A case file after a step: the case, the term it runs under, the grant's tables, and what goes out. */
import { enclosedEntry, movedEntry } from '../journal/index.js';
import {
  addDays,
  type Case,
  type Clocks,
  calendarDay,
  chainHistory,
  clockOf,
  digestOf,
  type Envelope,
  envelopeBytes,
  isOnPaper,
  type Message,
  type Motion,
  type RequestDocument,
  startOfDay,
  type Term,
  type Zone,
} from '../requests/index.js';
import type { CaseFile, Kept, Mail, Scan } from '../store/index.js';
import { dayOf, type Instrument, readingOf, versionOn } from '../treaty/index.js';
import { grantTables } from './grant-tables.js';
import type { ExchangeRooms } from './rooms.js';

/** Calendar days before the last one from which on an officer is warned. */
export const WARN_DAYS = 5;
const USUAL_DAYS = 30;

/** A step as it is to be kept. */
export interface Stepped {
  readonly before: Pick<CaseFile, 'case' | 'enclosures'> | undefined;
  readonly file: CaseFile;
  /** The request's document; null where what is kept cannot be read as one. */
  readonly document: RequestDocument | null;
  readonly outgoing: readonly Message[];
  /** The bytes of an enclosure that came with the step. */
  readonly scan?: Scan;
}

/**
 * Seals every new move in the ledger, then gives what is to be kept. So a move may stand in the log and never have been
 * kept, but none is kept, and none leaves, that does not stand there.
 */
export async function keep<T>(rooms: ExchangeRooms, stepped: Stepped, result: T): Promise<Kept<T>> {
  const now = rooms.clock.now();
  const file = withTerm(stepped.file, rooms, now);
  const mail = mailOf({ ...stepped, file }, rooms, now);
  await sealMoves(rooms, { ...stepped, file }, mail);
  await sealEnclosures(rooms, { ...stepped, file });
  const { document, scan = null } = stepped;
  const request =
    file.case.side === 'REQUESTED' && document !== null
      ? grantTables({ document, kept: file.case, file, now })
      : null;
  return { file, request, mail, scan, result };
}

/** Nothing is kept. */
export const leave = <T>(result: T): Kept<T> => ({ file: null, result });

async function sealMoves(
  { ledger, head }: ExchangeRooms,
  { before, file }: Stepped,
  mail: readonly Mail[],
): Promise<void> {
  const common = { ...entryPartsOf(file), onPaper: isOnPaper(file.case.chain) };
  const body = Buffer.from(mail.map(({ envelope }) => envelope).join('\n'));
  await Promise.all(
    newMoves(before?.case, file.case).map((moved) =>
      ledger.seal(movedEntry(head, { ...common, ...moved }), body),
    ),
  );
}

/** What was attached, and what an officer found when he looked at it: by digest, as it is about to be kept. */
async function sealEnclosures(
  { ledger, head }: ExchangeRooms,
  { before, file }: Stepped,
): Promise<void> {
  const known = new Set(before?.enclosures.map((one) => digestOf(one)));
  const { id } = file.case.head;
  for (const enclosure of file.enclosures) {
    const digest = digestOf(enclosure);
    if (known.has(digest)) continue;
    const entry = enclosedEntry(head, { ...entryPartsOf(file), id, enclosure, digest });
    await ledger.seal(entry, Buffer.from(enclosure.file.sha256));
  }
}

const entryPartsOf = ({
  instrument,
  requestingAuthority,
  requestedAuthority,
  unit,
  ...file
}: CaseFile) => ({
  ...{ instrument, requestingAuthority, requestedAuthority, unit },
  request: file.case.head.request,
});

interface Moved {
  readonly motion: Motion;
  readonly digest: string;
}

/** Records that the chain has and had not; on the requesting side also what was made before anything was sent. */
function newMoves(before: Case | undefined, after: Case): readonly Moved[] {
  const records = after.chain
    .slice(before?.chain.length ?? 0)
    .map((record) => ({ motion: record.motion, digest: digestOf(record) }));
  if (after.side === 'REQUESTED') return records;
  const known = before?.side === 'REQUESTING' ? before.motions.length : 0;
  const local = after.motions.slice(known).filter(({ settled }) => settled?.as === 'LOCAL');
  return [...local.map(({ motion }) => ({ motion, digest: digestOf(motion) })), ...records];
}

function mailOf(
  { file, outgoing }: Stepped,
  { ids, head }: ExchangeRooms,
  now: number,
): readonly Mail[] {
  // Nobody's gateway is on the other side of a request that came on paper: what is said goes by letter (9(1)).
  if (isOnPaper(file.case.chain)) return [];
  const own = head.ownAuthority;
  const to = own === file.requestingAuthority ? file.requestedAuthority : file.requestingAuthority;
  return outgoing.map((message) => {
    const envelope: Envelope = {
      v: 1,
      id: ids.uuid(),
      from: own,
      to,
      sentAt: new Date(now).toISOString(),
      message,
      ...enclosed(message, file),
    };
    return { id: envelope.id, to, envelope: Buffer.from(envelopeBytes(envelope)).toString() };
  });
}

function enclosed(
  message: Message,
  { document, key, answer }: CaseFile,
): Pick<Envelope, 'document' | 'key' | 'answer'> {
  const none = { document: null, key: null, answer: null };
  if (message.kind === 'REQUEST') return { ...none, document, key };
  const isAnswer = message.kind === 'RECORD' && 'asOf' in message.record.motion.move;
  return isAnswer ? { ...none, answer } : none;
}

/** The legal clock of a case now; null where it has not been received. */
export function clocksOf(
  file: Pick<CaseFile, 'case' | 'instrument' | 'requestingAuthority' | 'requestedAuthority'>,
  { zoneOf, instruments, status }: Pick<ExchangeRooms, 'zoneOf' | 'instruments' | 'status'>,
  now: number,
): Clocks | null {
  const { receivedAt, states, reviewAt, delaysTold } = chainHistory(file.case.chain);
  if (receivedAt === null) return null;
  const question = {
    receivedAt,
    days: daysOf(instruments.get(file.instrument), receivedAt) ?? USUAL_DAYS,
    seats: {
      requested: zoneOf(file.requestedAuthority),
      requesting: zoneOf(file.requestingAuthority),
    },
    history: states,
    reviewAt,
    delayTold: delaysTold.length > 0,
    reading: readingOf(status.get(file.instrument)),
    warnDays: WARN_DAYS,
  };
  return clockOf(question, now);
}

// As the version said that was in force when it came.
const daysOf = (instrument: Instrument | undefined, receivedAt: number): number | undefined =>
  instrument && versionOn(instrument, dayOf(receivedAt)).executionDays;

function withTerm(file: CaseFile, rooms: ExchangeRooms, now: number): CaseFile {
  const clocks = clocksOf(file, rooms, now);
  if (clocks === null) return file;
  const { term, notices } = clocks;
  const { reviewAt } = chainHistory(file.case.chain);
  const zone = rooms.zoneOf(file.requestedAuthority);
  const wakes = [
    ...noticeDays(term.dueOn, zone),
    ...(reviewAt === null ? [] : [reviewAt]),
    // While a pause lasts the last day moves with every day, and lists go by it.
    ...(term.paused ? [nextMidnight(zone, now)] : []),
    ...closingsIn(file.case),
  ].filter((instant) => instant > now);
  const wakeAt = wakes.length === 0 ? null : Math.min(...wakes);
  return { ...file, dueBefore: term.dueBefore, reviewAt, notices, wakeAt };
}

/** When the clock says something new: the first day of the warning, the last day, the day after it. */
const noticeDays = (dueOn: Term['dueOn'], zone: Zone): readonly number[] =>
  [-WARN_DAYS, 0, 1].map((days) => startOfDay(addDays(dueOn, days), zone));

const nextMidnight = (zone: Zone, now: number): number =>
  startOfDay(addDays(calendarDay(now, zone), 1), zone);

/** When items that a condition closed (10(2)) open. */
const closingsIn = ({ chain }: Case): readonly number[] =>
  chain
    .flatMap(({ motion: { move } }) => ('conditions' in move ? move.conditions : []))
    .flatMap((one) => (one.kind === 'CLOSED_UNTIL' ? [one.until] : []));
