/** What can be wrong with what an officer sent of a provision: a code and the argument it is about. */
import { FAULT_CODES, type FaultCode } from '../cases/faults.js';
import { PROVISION_CODES, type ProvisionDeskAnswer, type ProvisionDeskFault } from './desk.js';

export { PROVISION_CODES } from './desk.js';

export type ProvisionFaultCode = ProvisionDeskFault | FaultCode;

/** Every code of a fault. Closed. */
export const PROVISION_FAULT_CODES: readonly ProvisionFaultCode[] = [
  ...new Set([...PROVISION_CODES, ...FAULT_CODES]),
];

export interface ProvisionInputFault {
  readonly code: ProvisionFaultCode;
  readonly at: string;
}

/** The argument that each fault of the desk is about; the provision itself where it is none. */
const ABOUT: Partial<Readonly<Record<ProvisionDeskFault, string>>> = {
  CONFLICT: 'id',
  NOT_WANTED: 'n',
  AGE_NOT_RECORDED: 'n',
  SIGNATURE_REFUSED: 'jws',
  NOT_FOR_THIS_PURPOSE: 'purpose',
};

export const placed = (fault: ProvisionDeskFault): ProvisionInputFault => ({
  code: fault,
  at: ABOUT[fault] ?? 'provision',
});

/** The faults of an answer of the desk: its own first, then what it is made of. */
export function provisionFaultsOf({
  fault,
  faults = [],
  gaps = [],
}: Extract<ProvisionDeskAnswer, { file: null }>): readonly ProvisionInputFault[] {
  return [
    placed(fault),
    ...faults.map((code) => ({ code, at: 'document' })),
    ...gaps.map(({ n, code }) => ({ code, at: `document.subjects[${n - 1}]` })),
  ];
}
