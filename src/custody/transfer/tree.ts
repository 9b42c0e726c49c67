/**
 * The tree of transfers under what one authority holds: whom a correction or a recall has to reach, and who of them has
 * not answered yet. A recipient with a gateway accounts for those under it; of the others each is asked for itself.
 */
import {
  DIGEST,
  exactly,
  listOf,
  MOMENT,
  NAME_CODE,
  oneOf,
  orNull,
  type SchemaOf,
  UUID_V4,
} from '../../requests/index.js';
import { meets, type Scope } from '../consents/scope.js';
import type { Transfer } from './transfer.js';

/** One recipient of the tree in the account of a correction or a recall. */
export type AccountLine = {
  readonly transfer: string;
  readonly from: string;
  /** The code of the body. */
  readonly recipient: string;
  /** When it answered; null while it has not. */
  readonly answeredAt: number | null;
  /** By its gateway's signed message, or by what a clerk registered. */
  readonly by: 'GATEWAY' | 'CLERK' | null;
  /** SHA-256 of that message, or of the paper; hexadecimal. */
  readonly receipt: string | null;
};

/** More recipients than one holding will have. */
export const MOST_TRANSFERS = 1000;

export const ACCOUNT: SchemaOf<readonly AccountLine[]> = listOf(
  exactly<AccountLine>({
    transfer: UUID_V4,
    from: NAME_CODE,
    recipient: NAME_CODE,
    answeredAt: orNull(MOMENT),
    by: orNull(oneOf(['GATEWAY', 'CLERK'])),
    receipt: orNull(DIGEST),
  }),
  MOST_TRANSFERS,
);

/** What is known of one recipient's answer. */
export interface Answered {
  readonly transfer: string;
  readonly at: number;
  readonly by: 'GATEWAY' | 'CLERK';
  readonly receipt: string;
}

/** The transfers that a scope touches: whoever got one of its items of one of its subjects. */
export const reached = (transfers: readonly Transfer[], scope: Scope): readonly Transfer[] =>
  transfers.filter((transfer) => meets(transfer.scope, scope));

/** The account of a scope: a line for each of our own transfers it touches, then what gateways under us reported. */
export function accountOf(
  transfers: readonly Transfer[],
  scope: Scope,
  told: {
    readonly answered: readonly Answered[];
    readonly reported: readonly (readonly AccountLine[])[];
  },
): readonly AccountLine[] {
  const own = reached(transfers, scope).map(({ id, from, recipient }): AccountLine => {
    const answer = told.answered.find(({ transfer }) => transfer === id);
    return {
      ...{ transfer: id, from, recipient: recipient.code, answeredAt: answer?.at ?? null },
      ...{ by: answer?.by ?? null, receipt: answer?.receipt ?? null },
    };
  });
  return mergeAccounts(own, ...told.reported);
}

/** Several accounts as one. An answer once told stands: a later account without it takes nothing back. */
export function mergeAccounts(
  ...accounts: readonly (readonly AccountLine[])[]
): readonly AccountLine[] {
  const lines = new Map<string, AccountLine>();
  for (const line of accounts.flat()) {
    const known = lines.get(line.transfer);
    if (known === undefined || known.answeredAt === null) lines.set(line.transfer, line);
  }
  return [...lines.values()];
}

/** Those who have not answered yet. */
export const outstanding = (account: readonly AccountLine[]): readonly AccountLine[] =>
  account.filter(({ answeredAt }) => answeredAt === null);

/** How far below the holder a transfer stands: 1 for what the holder itself passed on. */
export function depthOf(transfers: readonly Transfer[], id: string): number {
  const parent = transfers.find((one) => one.id === id)?.parent;
  const above = transfers.filter((one) => one.id !== id);
  const isBelow = above.some((one) => one.id === parent);
  return isBelow && parent != null ? 1 + depthOf(above, parent) : 1;
}
