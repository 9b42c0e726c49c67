/**
 * What a report is to an authority now. Its steps say so; to the other side only what the ledger bears out: whoever may
 * write the tables could change a text together with its verdict and consents, or take a withdrawal back.
 */
import type { ReportCaller } from '../graph/index.js';
import { originOf, parseEntry } from '../ledger/index.js';
import {
  type Acting,
  lastTold,
  type ReportFile,
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

/** Whether the last step in the authority's log is the last one here: each is bound to those before it. */
async function isBorneOut(
  { sealed, head }: SightRooms,
  { document, steps }: ReportFile,
  authority: string,
): Promise<boolean> {
  const last = lastTold(steps, authority);
  const leaf = await sealed.last(document.id, originOf(head.ownAuthority, authority));
  const entry = leaf === undefined ? undefined : parseEntry(leaf);
  return last !== undefined && entry?.operation === stepDigest(last);
}

/** The caller as the one who makes a step now. */
export function actingNow(
  { clock }: Pick<ReportingRooms, 'clock'>,
  { authority, role, officer, gateway }: ReportCaller,
): Acting {
  return { by: { authority, role, officer, gateway }, at: clock.now() };
}
