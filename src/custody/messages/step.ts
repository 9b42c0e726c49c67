/** A step of a matter: weighed by the table, made once under its id. Pure. */

import { type LinkSide, MATTER_TRANSITIONS, type MatterKind, type MatterState } from './matters.js';
import { type CustodyMessage, custodyDigest } from './message.js';

/** A matter as one of the two gateways keeps it. Plain JSON. */
export type Matter = {
  readonly id: string;
  readonly kind: MatterKind;
  /** Which side of this link this gateway is on. */
  readonly side: LinkSide;
  /** The authority on the other side. */
  readonly other: string;
  readonly state: MatterState;
  /** Every step, in order, with what its gateway signed. */
  readonly steps: readonly MatterRecord[];
  /** The matter that this one passes down the tree; null where it passes none. */
  readonly passes: string | null;
};

/** One step as it was kept. */
export type MatterRecord = {
  readonly message: CustodyMessage;
  /** SHA-256 of the message, hexadecimal. */
  readonly digest: string;
  /** The sending gateway's JWS of it. */
  readonly jws: string;
  /** When it was kept here; milliseconds since the epoch. */
  readonly keptAt: number;
};

export type StepOutcome =
  | { readonly outcome: 'TAKEN'; readonly state: MatterState }
  | { readonly outcome: 'DUPLICATE' | 'CONFLICT' | 'NOT_IN_THIS_STATE' | 'NOT_THIS_ROLE' };

/** What a step comes to in a matter, undefined where it would open one; `side` is the side that makes it. */
export function weighStep(
  matter: Matter | undefined,
  message: CustodyMessage,
  side: LinkSide,
): StepOutcome {
  const known = matter?.steps.find((one) => one.message.id === message.id);
  if (known !== undefined) {
    const isSame = known.digest === custodyDigest(message);
    return { outcome: isSame ? 'DUPLICATE' : 'CONFLICT' };
  }
  const { kind, step } = message.act;
  if (matter !== undefined && matter.kind !== kind) return { outcome: 'CONFLICT' };
  const rows = MATTER_TRANSITIONS.filter(
    (row) =>
      row.kinds.includes(kind) &&
      row.step === step &&
      row.side === side &&
      row.roles.includes(message.by.role),
  );
  if (rows.length === 0) return { outcome: 'NOT_THIS_ROLE' };
  const row = rows.find(({ from }) => from === (matter?.state ?? null));
  return row === undefined ? { outcome: 'NOT_IN_THIS_STATE' } : { outcome: 'TAKEN', state: row.to };
}

/** How many steps of a matter told an account: each bears the next number, so that none counts before the one before it. */
export const accountsTold = ({ steps }: Matter): number =>
  steps.filter(({ message }) => 'account' in message.act).length;

/** What a matter was opened with. */
export function opening({ steps }: Matter): CustodyMessage['act'] {
  const [first] = steps;
  if (first === undefined) throw new Error('a matter without a step');
  return first.message.act;
}

/** A step that was taken, with what opens the matter where it is the first. */
export type TakenStep = Pick<Matter, 'id' | 'kind' | 'side' | 'other' | 'passes'> & {
  readonly state: MatterState;
  readonly record: MatterRecord;
};

/** The matters with a step added to its own. */
export function withStep(
  matters: readonly Matter[],
  { record, state, ...head }: TakenStep,
): readonly Matter[] {
  if (!matters.some(({ id }) => id === head.id)) {
    return [...matters, { ...head, state, steps: [record] }];
  }
  return matters.map((matter) =>
    matter.id === head.id ? { ...matter, state, steps: [...matter.steps, record] } : matter,
  );
}
