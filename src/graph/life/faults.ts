/** What can be wrong with an act that a coordinator states: a code and the argument it is about. */
import { LIFE_DESK_FAULTS, type LifeDeskFault } from './desk.js';

/** Of the form of what was sent; they mean here what they mean of a case. */
const FORM_FAULTS = [
  'CONTENT_MISSING',
  'TOO_LONG',
  'TOO_MANY',
  'CONTROL_CHARACTER',
  'WRONG_FORM',
] as const;

/** Every code. Closed. */
export const LIFE_FAULT_CODES = [...LIFE_DESK_FAULTS, ...FORM_FAULTS] as const;
export type LifeFaultCode = (typeof LIFE_FAULT_CODES)[number];

export interface LifeInputFault {
  readonly code: LifeFaultCode;
  readonly at: string;
}

/** The argument that each fault of the desk is about; the act itself where it is none. */
const ABOUT: Partial<Readonly<Record<LifeDeskFault, string>>> = {
  NO_INSTRUMENT: 'instrument',
  NOT_A_PARTY: 'party',
  CONFLICT: 'id',
  DAY_TO_COME: 'act.on',
  BEFORE_SIGNATURE: 'act.on',
  BEFORE_ITS_NOTICE: 'act.on',
  CONTRADICTS_SETTINGS: 'act.on',
  NO_AMENDMENT: 'act.amendment',
  RULE_NOT_OPEN: 'act.rules',
  NO_DISAGREEMENT: 'act.disagreement',
  NO_RECORD: 'act.record',
};

export const placed = (fault: LifeDeskFault): LifeInputFault => ({
  code: fault,
  at: ABOUT[fault] ?? 'act',
});
