/**
 * Who takes part in cooperation without personal data: officers of this authority, and those of the authorities that an
 * instrument joins it with, who ask by their own token. Anybody else is nobody here: a business or an international
 * organisation is named in an activity, and gets nothing by it (1(2), 11(3)).
 */
import { authorityOf, type Instrument, partyOf } from '../treaty/index.js';

/** Roles that speak for an authority. Everybody else reads. */
const SPEAKING = ['COORDINATOR', 'SIGNATORY'] as const;
const READING = ['REQUESTING_ANALYST', 'EXECUTING_OFFICER', 'AUDITOR'] as const;

export interface Participant {
  readonly authority: string;
  /** Service number. */
  readonly officer: string;
  readonly unit: string | null;
  readonly role: (typeof SPEAKING)[number] | (typeof READING)[number] | 'PARTNER_GATEWAY';
  /** Of the authority that this gateway answers for. */
  readonly isOwn: boolean;
}

export interface Caller {
  readonly authority: string;
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
}

const ROLES: readonly Participant['role'][] = [...SPEAKING, ...READING, 'PARTNER_GATEWAY'];

/** The caller as one who takes part; null for whoever does not. */
export function participantOf(
  { authority, officer, unit, role: stated }: Caller,
  { own, instruments }: { readonly own: string; readonly instruments: Iterable<Instrument> },
): Participant | null {
  const role = ROLES.find((known) => known === stated);
  if (role === undefined || authorityOf(authority) === undefined) return null;
  const isOwn = authority === own;
  // Our own gateway asks on nobody's behalf here.
  if (isOwn) return role === 'PARTNER_GATEWAY' ? null : { authority, officer, unit, role, isOwn };
  const isJoined = [...instruments].some((text) => areJoined(text, authority, own));
  return isJoined ? { authority, officer, unit, role, isOwn } : null;
}

/** Whether two authorities are competent under the text, each of its own Party. */
export function areJoined(instrument: Instrument, one: string, other: string): boolean {
  const [first, second] = [partyOf(instrument, one), partyOf(instrument, other)];
  return first !== undefined && second !== undefined && first !== second;
}

/** Whether the role speaks for its authority: proposes, agrees, tells what came of it. */
export const maySpeak = ({ role }: Participant): boolean =>
  role === 'PARTNER_GATEWAY' || SPEAKING.some((known) => known === role);

/** Whether an officer keeps the authority's own contact points: a gateway does not, whatever it is told (5). */
export const mayAssign = ({ role }: Participant): boolean => role === 'COORDINATOR';
