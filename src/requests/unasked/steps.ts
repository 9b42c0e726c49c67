/** A step in the life of a provision (8(2)): weighed by the table of transitions, made once under its id. */
import { canonicalJson } from '../../base/index.js';
import {
  type MoverRole,
  moveProvision,
  PROVISION_TRANSITIONS,
  type ProvisionMove,
  type ProvisionSide,
  type ProvisionState,
} from '../life/index.js';

/** Plain JSON: its digest stands in the ledger. */
export type ProvisionMotion = {
  readonly provision: string;
  /** UUID version 4: asked twice, it is one step. */
  readonly id: string;
  readonly move: ProvisionMove;
  readonly by: {
    readonly side: ProvisionSide;
    readonly role: MoverRole;
    /** A service number, or the gateway's own name. */
    readonly officer: string;
  };
  /** Milliseconds since the epoch. */
  readonly at: number;
};

/** Where a provision stands, and how it came there. */
export interface ProvisionStanding {
  readonly state: ProvisionState;
  readonly motions: readonly ProvisionMotion[];
}

export type ProvisionMoved =
  | ({ readonly outcome: 'TAKEN' | 'DUPLICATE' } & ProvisionStanding)
  | { readonly outcome: 'NOT_IN_THIS_STATE' | 'NOT_THIS_ROLE' | 'CONFLICT' };

/** Makes a step, or says why it cannot be made. */
export function stepProvision(
  { state, motions }: ProvisionStanding,
  motion: ProvisionMotion,
): ProvisionMoved {
  const known = motions.find(({ id }) => id === motion.id);
  if (known !== undefined) {
    // Asked again it is the same step, whatever time it is by now.
    const isSame = canonicalJson({ ...motion, at: known.at }) === canonicalJson(known);
    return isSame ? { outcome: 'DUPLICATE', state, motions } : { outcome: 'CONFLICT' };
  }
  const { move, by } = motion;
  const next = moveProvision(state, { move, side: by.side, role: by.role });
  if (next !== undefined) return { outcome: 'TAKEN', state: next, motions: [...motions, motion] };
  const isTheirs = PROVISION_TRANSITIONS.some(
    (row) => row.move === move && row.side === by.side && row.roles.includes(by.role),
  );
  return { outcome: isTheirs ? 'NOT_IN_THIS_STATE' : 'NOT_THIS_ROLE' };
}
