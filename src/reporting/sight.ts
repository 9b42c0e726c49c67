/**
 * What a report is to an authority now. Its steps say so; to the other side only what the ledger bears out: whoever may
 * write the tables could change a text together with its verdict and consents, or take a withdrawal back.
 */
import type { ReportCaller } from '../graph/index.js';
import { DOMESTIC_LOG, logsOf } from '../journal/index.js';
import { originOf, parseEntry } from '../ledger/index.js';
import {
  type Acting,
  type ReportFile,
  type ReportStep,
  type Sight,
  sightOf,
  stepDigest,
} from '../reports/index.js';
import { dayOf, type Instrument, isInForce, type ReportConsent } from '../treaty/index.js';
import type { ReportingRooms } from './rooms.js';

type SightRooms = Pick<ReportingRooms, 'sealed' | 'head' | 'instruments' | 'status' | 'clock'>;

/** Whose consent reports under an instrument need; both sides' where it says nothing. */
export const consentUnder = (
  { instruments }: Pick<ReportingRooms, 'instruments'>,
  id: string,
): ReportConsent => instruments.get(id)?.reports?.consent ?? 'BOTH_SIDES';

/** The instrument, if it binds now. */
export function bindingNow(
  { instruments, status, clock }: Omit<SightRooms, 'sealed' | 'head'>,
  id: string,
): Instrument | undefined {
  const instrument = instruments.get(id);
  if (instrument === undefined) return undefined;
  const binds = isInForce(instrument, status.get(id) ?? {}, dayOf(clock.now()));
  return binds ? instrument : undefined;
}

/** What may be seen of it. The originator sees its own, whatever became of it. */
export async function sightNow(
  rooms: SightRooms,
  file: ReportFile,
  authority: string,
): Promise<Sight> {
  const { instrument } = file.document;
  const sight = sightOf(file, authority, consentUnder(rooms, instrument));
  if (sight === 'NONE' || sight === 'OWN') return sight;
  const stands =
    bindingNow(rooms, instrument) !== undefined && (await isBorneOut(rooms, file, authority));
  return stands ? sight : 'NONE';
}

/** Whether the ledger has what is here, and nothing later that concerns the authority. */
const isBorneOut = async (
  rooms: SightRooms,
  file: ReportFile,
  authority: string,
): Promise<boolean> => (await recordOf(rooms, file)).isUpTo([authority]);

/**
 * Whether officers of the originator may go on from what is here. A new offer asks for new answers, so that it rests on what was
 * drafted alone; what goes on from an offer rests on all that the other side saw of it.
 */
export async function isGround(
  rooms: SightRooms,
  file: ReportFile,
  move: 'CLEAR' | 'CONSENT' | 'PERMIT',
): Promise<boolean> {
  const record = await recordOf(rooms, file);
  switch (move) {
    case 'CLEAR':
      return record.isUpTo([]);
    case 'CONSENT':
      return record.isUpTo([DOMESTIC_LOG]);
    case 'PERMIT':
      return record.isUpTo([DOMESTIC_LOG, ...file.document.recipients]);
  }
}

/**
 * The steps of a report beside the ledger's. Each step has to stand in every log that it belongs to, or a later one that was
 * rightly made would vouch for one that was put before it; and the last one of a log has to be the last one here, or a
 * step was taken back.
 */
async function recordOf({ sealed, head }: SightRooms, { document, steps }: ReportFile) {
  const all = await sealed.of(document.id);
  const operationsIn = (log: string): readonly unknown[] =>
    all
      .filter(({ origin }) => origin === originOf(head.ownAuthority, log))
      .map(({ leaf }) => parseEntry(leaf)?.operation);
  const stands = (step: ReportStep): boolean =>
    logsOf(step).every((log) => operationsIn(log).includes(stepDigest(step)));
  const isLast = (log: string): boolean => {
    const last = steps.filter((step) => logsOf(step).includes(log)).at(-1);
    return operationsIn(log).at(-1) === (last && stepDigest(last));
  };
  const isWhole = steps.every(stands);
  return { isUpTo: (logs: readonly string[]): boolean => isWhole && logs.every(isLast) };
}

/** The caller as the one who makes a step now. */
export function actingNow(
  { clock }: Pick<ReportingRooms, 'clock'>,
  { authority, role, officer, gateway }: ReportCaller,
): Acting {
  return { by: { authority, role, officer, gateway }, at: clock.now() };
}
