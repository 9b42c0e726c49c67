/** What stands before a provision's signature and before its sending (8(2)). */
import type { PublicJwk } from '../../base/index.js';
import {
  type ProvisionFault,
  provisionDigest,
  provisionFaults,
  requestToProvide,
  type SheetGap,
  sheetGaps,
  whyHeld,
} from '../../requests/index.js';
import type { ProvisionFile } from '../../store/index.js';
import { dayOf, isInForce } from '../../treaty/index.js';
import type { Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';

export type SignFault =
  | 'INSTRUMENT_NOT_IN_FORCE'
  | 'PROVISION_INCOMPLETE'
  | 'SIGNATURE_REFUSED'
  | SheetGap['code'];

/** SUBJECT_NOT_PROVIDED: about one of the persons nothing may be given, or nothing is there to give. */
export type SendFault = 'INSTRUMENT_NOT_IN_FORCE' | 'PROVISION_INCOMPLETE' | 'SUBJECT_NOT_PROVIDED';

export interface SignedProvision {
  readonly provision: string;
  /** UUID version 4. */
  readonly id: string;
  /** Compact JWS of the provision. */
  readonly jws: string;
  readonly key: PublicJwk;
}

interface WhyNot<Fault> {
  readonly fault: Fault;
  readonly faults?: readonly ProvisionFault[];
  readonly gaps?: readonly SheetGap[];
}

/** Why a draft is not signed by this signature; undefined where it is. */
export async function whyNotSigned(
  rooms: ExchangeRooms,
  { provision, sheet }: ProvisionFile,
  { jws, key }: SignedProvision,
): Promise<WhyNot<SignFault> | undefined> {
  const unlawful = whyUnlawful(rooms, provision);
  if (unlawful !== undefined) return unlawful;
  const gaps = sheet === null ? [] : sheetGaps(provision, sheet);
  if (sheet === null || gaps.length > 0) return { fault: 'PROVISION_INCOMPLETE', gaps };
  const opened = await rooms.post.openProvision(jws, key);
  const isSame =
    !('fault' in opened) && provisionDigest(opened.document) === provisionDigest(provision);
  if (!isSame || (await isDoubted(rooms, provision, opened.kid))) {
    return { fault: 'SIGNATURE_REFUSED' };
  }
  return undefined;
}

/** Why the instrument does not carry a provision now; undefined where it does. */
export function whyUnlawful(
  { instruments, status, clock }: ExchangeRooms,
  provision: ProvisionFile['provision'],
): WhyNot<'INSTRUMENT_NOT_IN_FORCE' | 'PROVISION_INCOMPLETE'> | undefined {
  const now = clock.now();
  const instrument = instruments.get(provision.instrument);
  const known = status.get(provision.instrument) ?? {};
  if (instrument === undefined || !isInForce(instrument, known, dayOf(now))) {
    return { fault: 'INSTRUMENT_NOT_IN_FORCE' };
  }
  const faults = provisionFaults(provision, instrument, now);
  return faults.length === 0 ? undefined : { fault: 'PROVISION_INCOMPLETE', faults };
}

// What the partner would not take for its signatory is not sent at all.
async function isDoubted(
  { book, clock }: ExchangeRooms,
  { provider, instrument }: ProvisionFile['provision'],
  kid: string,
): Promise<boolean> {
  const now = clock.now();
  const paper = { requesting: { authority: provider, name: '' }, letterhead: '', instrument };
  const signed = { document: paper, kid, signedAt: now, decidedAt: now };
  return whyHeld(await book.standing(), signed).length > 0;
}

/** What is given, read now, decided, sealed and encrypted; nothing where it is not there of every person. */
export async function packToSend(
  rooms: ExchangeRooms,
  { provision, sheet }: ProvisionFile,
  { officer }: Officer,
): Promise<{ readonly packed: string } | WhyNot<SendFault>> {
  const unlawful = whyUnlawful(rooms, provision);
  if (unlawful !== undefined) return unlawful;
  const language = rooms.instruments.get(provision.instrument)?.workingLanguage ?? 'ru';
  // A draft that was signed had its sheet.
  const noted = sheet ?? { sought: [], matches: {}, ages: [] };
  const request = requestToProvide(provision, noted, rooms.clock.now());
  const packed = await rooms.pack({ kind: 'PROVISION', request, unit: null, language, officer });
  // A protected person is not found here (A-10.4c); with one of them left out it would be another provision.
  if (packed.told.size !== provision.subjects.length) return { fault: 'SUBJECT_NOT_PROVIDED' };
  return { packed: packed.package };
}
