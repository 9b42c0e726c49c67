/** Steps of custody on their way into a file: signed by this gateway, sealed in the ledger, kept, and only then sent. */
import {
  type CustodyAct,
  type CustodyFile,
  type CustodyMessage,
  custodyDigest,
  type LinkSide,
  type StepOutcome,
  weighStep,
  withStep,
} from '../../custody/index.js';
import { movedCustodyEntry } from '../../journal/index.js';
import { type Envelope, envelopeBytes, type MoverRole } from '../../requests/index.js';
import type { KeptCustody, Mail } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** A file with the steps that were made on it and stand nowhere yet. */
export interface Draft {
  readonly file: CustodyFile;
  readonly made: readonly Made[];
}

interface Made {
  readonly message: CustodyMessage;
  readonly jws: string;
  /** Values beside it, encrypted; null where there are none. */
  readonly package: string | null;
}

/** A step of this gateway's own. */
export interface OwnStep {
  /** UUID version 4. */
  readonly id: string;
  readonly matter: string;
  readonly to: string;
  readonly act: CustodyAct;
  readonly by: { readonly role: MoverRole; readonly officer: string };
  /** Which side of the link this gateway is on. */
  readonly side: LinkSide;
  readonly passes?: string | null;
  readonly package?: string | null;
}

export type Stepped = Draft | { readonly fault: Exclude<StepOutcome['outcome'], 'TAKEN'> };

/** Makes a step of this gateway's own: weighed by the table, and signed. */
export async function makeStep(rooms: ExchangeRooms, draft: Draft, own: OwnStep): Promise<Stepped> {
  const { id, matter, to, act, by } = own;
  const { about, instrument } = draft.file;
  const at = new Date(rooms.clock.now()).toISOString();
  const from = rooms.head.ownAuthority;
  const asked = {
    v: 1,
    kind: 'CUSTODY',
    id,
    matter,
    instrument,
    about,
    from,
    to,
    by,
    act,
  } as const;
  // Asked again it is the same step, whatever time it is by now.
  const known = stepsIn(draft.file).find(({ message }) => message.id === id);
  const message: CustodyMessage = { ...asked, at: known?.message.at ?? at };
  const jws = known?.jws ?? (await rooms.post.writeCustody(message));
  const taken = takeStep(rooms, draft, { ...own, other: to, by: own.side, message, jws });
  if ('fault' in taken) return taken;
  return { ...taken, made: [...taken.made, { message, jws, package: own.package ?? null }] };
}

const stepsIn = ({ matters }: CustodyFile) => matters.flatMap(({ steps }) => steps);

/** A step as it is taken into the file, whoever made it. */
export interface TakenMessage {
  readonly message: CustodyMessage;
  readonly jws: string;
  /** The side that made it. */
  readonly by: LinkSide;
  /** This gateway's own side of the link, and the authority across it. */
  readonly side: LinkSide;
  readonly other: string;
  readonly passes?: string | null;
}

/** Takes a step into the file; nothing is kept or sealed yet. */
export function takeStep({ clock }: ExchangeRooms, draft: Draft, taken: TakenMessage): Stepped {
  const { message, jws, by, side, other, passes = null } = taken;
  const matter = draft.file.matters.find(({ id }) => id === message.matter);
  const weighed = weighStep(matter, message, by);
  if (weighed.outcome !== 'TAKEN') return { fault: weighed.outcome };
  const record = { message, jws, digest: custodyDigest(message), keptAt: clock.now() };
  const head = { id: message.matter, kind: message.act.kind, side, other, passes };
  const matters = withStep(draft.file.matters, { ...head, state: weighed.state, record });
  return { ...draft, file: { ...draft.file, matters } };
}

/** Nothing is kept. */
export const leaveCustody = <T>(result: T): KeptCustody<T> => ({ file: null, result });

/** What came in with a step. */
export interface Arrived {
  readonly message: CustodyMessage;
  readonly jws: string;
}

/** Seals what came and what was made, in this order, then gives what is to be kept. */
export async function keepCustody<T>(
  rooms: ExchangeRooms,
  { file, made }: Draft,
  given: {
    readonly value: T;
    readonly arrived?: Arrived;
  },
): Promise<KeptCustody<T>> {
  const steps = given.arrived === undefined ? made : [given.arrived, ...made];
  for (const { message, jws } of steps) {
    await rooms.ledger.seal(movedCustodyEntry(rooms.head, message), Buffer.from(jws));
  }
  return { file, mail: made.map((one) => mailOf(rooms, one)), result: given.value };
}

function mailOf({ ids, clock }: ExchangeRooms, { message, jws, package: packed }: Made): Mail {
  const envelope: Envelope = {
    v: 1,
    id: ids.uuid(),
    from: message.from,
    to: message.to,
    sentAt: new Date(clock.now()).toISOString(),
    message: { kind: 'CUSTODY', id: message.id, digest: custodyDigest(message) },
    ...{ document: jws, key: null, answer: packed },
  };
  const text = Buffer.from(envelopeBytes(envelope)).toString();
  return { id: envelope.id, to: envelope.to, envelope: text };
}
