/** Who may see and touch a case (11(1)): to anybody else it does not exist, and answers as an unknown id does. */
import type { Caller } from '../identity/index.js';
import {
  MOVER_ROLES,
  type Mover,
  type MoverRole,
  REGISTRARS,
  type Side,
} from '../requests/index.js';
import type { CaseFile } from '../store/index.js';

/** An officer of this gateway's own authority, in a role for which cases exist. */
export interface Officer extends Pick<Caller, 'authority' | 'officer' | 'unit'> {
  readonly role: Exclude<Caller['role'], 'PARTNER_GATEWAY' | 'DEVELOPER'>;
}

/** The caller as an officer of this authority; null for a stranger: a partner, a developer, another authority. */
export function officerOf(caller: Caller, ownAuthority: string): Officer | null {
  const { role, authority, officer, unit } = caller;
  if (authority !== ownAuthority || role === 'PARTNER_GATEWAY' || role === 'DEVELOPER') return null;
  return { role, authority, officer, unit };
}

/** Whether the case exists for this officer: the coordinator has all of them, an auditor reads all, others are put on. */
export function isOnCase(file: CaseFile, officer: Officer): boolean {
  return seesAll(officer) || file.officers.includes(officer.officer);
}

/** Whether every case of the authority exists for this officer. */
export const seesAll = ({ role }: Officer): boolean => role === 'COORDINATOR' || role === 'AUDITOR';

/** The officer as the one who moves; null for a role that moves nothing. */
export function moverOf(side: Side, { officer, role }: Officer): Mover | null {
  return isMover(role) ? { side, role, officer } : null;
}

/** The officer as one who registers and checks what is attached on this side (9(1), 9(3)); null for any other role. */
export function registrarOf(side: Side, officer: Officer): Mover | null {
  const mover = moverOf(side, officer);
  return mover !== null && REGISTRARS[side].includes(mover.role) ? mover : null;
}

/** Whether a role moves anything. The gateway itself is no officer, whatever a token says. */
export const isMover = (role: string): role is MoverRole =>
  role !== 'GATEWAY' && MOVER_ROLES.some((known) => known === role);
