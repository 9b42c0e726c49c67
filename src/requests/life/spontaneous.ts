/**
 * Spontaneous provision (8(2)): what a Party gives unasked because it thinks it matters to the other. The provider states
 * purpose, limits and end, and they bind as its conditions; Article 11(3) to (5) attach as to any result.
 */
import { type Instrument, type Item, partyOf } from '../../treaty/index.js';
import { type Condition, isStated } from './conditions.js';
import type { MoverRole } from './moves.js';

/** Personal values are no part of it: they travel beside it, encrypted, under its digest. */
export type Provision = {
  /** UUID version 4. */
  readonly id: string;
  readonly instrument: string;
  readonly provider: string;
  readonly recipient: string;
  readonly purpose: string;
  /** The clause of the instrument on which the provider rests the purpose. */
  readonly basis: string;
  /** Why the provider thinks that it matters to the recipient. */
  readonly justification: string;
  readonly subjects: readonly { readonly n: number; readonly items: readonly Item[] }[];
  /** The limits of its use, beside the purpose. */
  readonly conditions: readonly Condition[];
  /** First instant at which it may no longer be kept (11(5)). */
  readonly keepUntil: number;
};

export const PROVISION_STATES = [
  'DRAFT',
  'SIGNED',
  'SENT',
  'RECEIVED',
  'DISCARDED',
  'CLOSED',
] as const;
export type ProvisionState = (typeof PROVISION_STATES)[number];
export type ProvisionMove = 'SIGN' | 'SEND' | 'DISCARD' | 'RECEIVE' | 'CLOSE';
export type ProvisionSide = 'PROVIDER' | 'RECIPIENT';

export interface ProvisionTransition {
  readonly move: ProvisionMove;
  readonly side: ProvisionSide;
  readonly roles: readonly MoverRole[];
  readonly from: readonly ProvisionState[];
  readonly to: ProvisionState;
}

/** The life of a provision; DISCARDED and CLOSED end it. */
export const PROVISION_TRANSITIONS: readonly ProvisionTransition[] = [
  { move: 'SIGN', side: 'PROVIDER', roles: ['SIGNATORY'], from: ['DRAFT'], to: 'SIGNED' },
  {
    move: 'SEND',
    side: 'PROVIDER',
    roles: ['EXECUTING_OFFICER', 'SIGNATORY'],
    from: ['SIGNED'],
    to: 'SENT',
  },
  {
    move: 'DISCARD',
    side: 'PROVIDER',
    roles: ['EXECUTING_OFFICER', 'SIGNATORY'],
    from: ['DRAFT', 'SIGNED'],
    to: 'DISCARDED',
  },
  { move: 'RECEIVE', side: 'RECIPIENT', roles: ['GATEWAY'], from: ['SENT'], to: 'RECEIVED' },
  {
    move: 'CLOSE',
    side: 'RECIPIENT',
    roles: ['REQUESTING_ANALYST', 'SIGNATORY', 'GATEWAY'],
    from: ['RECEIVED'],
    to: 'CLOSED',
  },
];

/** A step in the life of a provision, and who makes it. */
export interface ProvisionStep {
  readonly move: ProvisionMove;
  readonly side: ProvisionSide;
  readonly role: MoverRole;
}

/** The state after a step, or undefined where it cannot be made. */
export function moveProvision(
  state: ProvisionState,
  step: ProvisionStep,
): ProvisionState | undefined {
  return PROVISION_TRANSITIONS.find(
    ({ move, side, roles, from }) =>
      move === step.move && side === step.side && roles.includes(step.role) && from.includes(state),
  )?.to;
}

/** Why a provision cannot be signed. Closed; all that apply. */
export const PROVISION_FAULTS = [
  'NOT_BETWEEN_PARTIES',
  'PURPOSE_UNKNOWN',
  'BASIS_NOT_OF_PURPOSE',
  'JUSTIFICATION_MISSING',
  'SUBJECTS_MISSING',
  'ITEM_NOT_FOR_PURPOSE',
  'CONDITION_NOT_STATED',
  /** What is given is given: an item that is to stay closed is left out instead. */
  'CONDITION_CLOSES',
  'KEPT_WITHOUT_END',
] as const;
export type ProvisionFault = (typeof PROVISION_FAULTS)[number];

/** Checks a provision against its instrument, before signing and again on arrival; lists every fault. */
export function provisionFaults(
  provision: Provision,
  instrument: Instrument,
  now: number,
): readonly ProvisionFault[] {
  const { provider, recipient, purpose, basis, justification, subjects, conditions } = provision;
  const from = partyOf(instrument, provider);
  const to = partyOf(instrument, recipient);
  const stated = instrument.purposes.get(purpose);
  const opens = instrument.opens.get(purpose);
  const items = subjects.flatMap((subject) => subject.items);
  const isThere: Readonly<Record<ProvisionFault, boolean>> = {
    NOT_BETWEEN_PARTIES: from === undefined || to === undefined || from === to,
    PURPOSE_UNKNOWN: stated?.statedBy !== 'requesting',
    BASIS_NOT_OF_PURPOSE: stated?.clauses.some((clause) => clause === basis) !== true,
    JUSTIFICATION_MISSING: justification.trim() === '',
    SUBJECTS_MISSING: subjects.length === 0 || subjects.some((one) => one.items.length === 0),
    ITEM_NOT_FOR_PURPOSE: items.some((item) => opens?.has(item) !== true),
    CONDITION_NOT_STATED: !conditions.every(isStated),
    CONDITION_CLOSES: conditions.some(({ kind }) => kind === 'CLOSED_UNTIL'),
    KEPT_WITHOUT_END: !(provision.keepUntil > now),
  };
  return PROVISION_FAULTS.filter((fault) => isThere[fault]);
}

/** Whether the recipient may read it now for a purpose: the provider's alone, and not after its end. */
export function mayRead(
  { state, provision }: { readonly state: ProvisionState; readonly provision: Provision },
  purpose: string,
  now: number,
): boolean {
  return state === 'RECEIVED' && purpose === provision.purpose && now < provision.keepUntil;
}
