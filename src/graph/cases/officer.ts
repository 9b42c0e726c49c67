/** Who may see the cases of this gateway at all: officers of its own authority. To anybody else there are none (11(1)). */

/** The roles for which cases exist; an auditor reads all of them and changes nothing. */
const CASE_ROLES = [
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
  'EXECUTING_OFFICER',
  'AUDITOR',
] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Whoever calls, as the token says. */
export interface AskingOfficer {
  /** Service number. */
  readonly officer: string;
  readonly authority: string;
  readonly unit: string | null;
  readonly role: string;
  /** The gateway that asks on the officer's behalf; null where he asks himself. */
  readonly gateway?: string | null;
}

export interface CaseOfficer extends AskingOfficer {
  readonly role: CaseRole;
}

/** The caller as an officer of this authority; null for a stranger: a partner, a developer, another authority. */
export function officerOf(caller: AskingOfficer | undefined, own: string): CaseOfficer | null {
  const role = CASE_ROLES.find((known) => known === caller?.role);
  if (caller === undefined || role === undefined || caller.authority !== own) return null;
  const { officer, authority, unit } = caller;
  return { officer, authority, unit, role };
}
