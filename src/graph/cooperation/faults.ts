/** What can be wrong with what an officer sent of an activity or a contact point: a code and the argument it is about. */
import { FAULT_CODES, type FaultCode } from '../cases/faults.js';
import { COOPERATION_DESK_FAULTS, type CooperationDeskFault } from './desk.js';

export type CooperationFaultCode = CooperationDeskFault | FaultCode;

/** Every code of a fault. Closed. */
export const COOPERATION_FAULT_CODES: readonly CooperationFaultCode[] = [
  ...new Set([...COOPERATION_DESK_FAULTS, ...FAULT_CODES]),
];

export interface CooperationInputFault {
  readonly code: CooperationFaultCode;
  readonly at: string;
}
