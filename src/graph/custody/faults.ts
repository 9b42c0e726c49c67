/** What can be wrong with what an officer sent about custody: a code and the argument it is about. */
import { FAULT_CODES, type FaultCode } from '../cases/faults.js';
import { CUSTODY_CODES, type CustodyDeskFault } from './desk.js';

export type CustodyFaultCode = CustodyDeskFault | FaultCode;

/** Every code of a fault. Closed. */
export const CUSTODY_FAULT_CODES: readonly CustodyFaultCode[] = [
  ...new Set([...CUSTODY_CODES, ...FAULT_CODES]),
];

export interface CustodyInputFault {
  readonly code: CustodyFaultCode;
  readonly at: string;
}

/** The argument that each fault of the desk is about; the holding itself where it is none. */
const ABOUT: Partial<Readonly<Record<CustodyDeskFault, string>>> = {
  CONFLICT: 'id',
  NO_MATTER: 'matter',
  NOT_IN_THIS_STATE: 'matter',
  SIGNATURE_REFUSED: 'jws',
  CONSENT_DIFFERS: 'jws',
  SCOPE_FAULTY: 'items',
  CONSENT_FOR_OTHER_ITEMS: 'items',
  CONSENT_FOR_OTHER_SUBJECTS: 'subjects',
  CONSENT_FOR_OTHER_PURPOSE: 'purpose',
  CONSENT_FOR_OTHER_RECIPIENT: 'recipient',
  NOT_A_THIRD_PARTY: 'recipient',
  PURPOSE_UNKNOWN: 'purpose',
  END_NOT_AHEAD: 'until',
  END_NOT_LATER: 'until',
  BEYOND_THE_PROVIDERS_TIME: 'until',
  UNKNOWN_TRANSFER: 'transfer',
};

export const placed = (fault: CustodyDeskFault): CustodyInputFault => ({
  code: fault,
  at: ABOUT[fault] ?? 'about',
});
