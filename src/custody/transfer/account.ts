/**
 * The account of a correction or a recall: who down the tree has to be told, who has answered, and whether all have. Pure.
 */
import type { Scope } from '../consents/scope.js';
import type { Matter } from '../messages/step.js';
import { type CustodyFile, scopeOf } from './custody-file.js';
import type { Transfer } from './transfer.js';
import {
  type AccountLine,
  type Answered,
  accountOf,
  mergeAccounts,
  outstanding,
  reached,
} from './tree.js';

/** The gateways right below that have to be told of a correction or a recall, each once. */
export function toTell(
  { transfers }: Pick<CustodyFile, 'transfers'>,
  scope: Scope,
  own: string,
): readonly string[] {
  const below = reached(transfers, scope).filter(({ from, gateway }) => gateway && from === own);
  return [...new Set(below.map(({ recipient }) => recipient.code))];
}

/**
 * The account of a correction or a recall as it stands: at its provider what the recipient reported, at a holder every
 * transfer below, with what gateways answered and what clerks registered.
 */
export function accountIn(file: CustodyFile, matter: Matter): readonly AccountLine[] {
  const scope = scopeOf(file, matter);
  if (scope === null) return [];
  if (matter.side === 'PROVIDER') return accountTold(matter);
  const below = file.matters.filter(({ passes }) => passes === matter.id);
  const byHand = file.registered.filter((one) => one.matter === matter.id);
  const transfers = file.transfers.filter(({ id }) => !isApplied(file, id, matter));
  return accountOf(transfers, scope, {
    answered: [
      ...below.flatMap((passed) => answersOf(transfers, passed)),
      ...byHand.map(({ transfer, at, receipt }) => ({
        transfer,
        at,
        receipt,
        by: 'CLERK' as const,
      })),
    ],
    reported: below.map(accountTold),
  });
}

/** Whether every recipient of a correction or a recall has answered, down to the last. */
export function isAccounted(file: CustodyFile, matter: Matter): boolean {
  const below = file.matters.filter(({ passes }) => passes === matter.id);
  const isTold = below.every(({ state }) => state === 'ACCOUNTED');
  return isTold && outstanding(accountIn(file, matter)).length === 0;
}

/** Whether a transfer was made of values that a matter had corrected already: nobody has to be told again. */
const isApplied = ({ applied }: CustodyFile, transfer: string, { id }: Matter): boolean =>
  applied[transfer]?.includes(id) === true;

/** The matters that the values of a transfer made now have been through. */
export const appliedNow = ({ matters }: Pick<CustodyFile, 'matters'>): readonly string[] =>
  matters
    .filter(({ kind, side }) => kind === 'CORRECTION' && side === 'RECIPIENT')
    .map(({ id }) => id);

/** The corrections and recalls that this authority got and accounts for. */
export const accountable = ({ matters }: Pick<CustodyFile, 'matters'>): readonly Matter[] =>
  matters.filter(
    ({ kind, side }) => side === 'RECIPIENT' && (kind === 'CORRECTION' || kind === 'RECALL'),
  );

/** A gateway's acknowledgement answers for every transfer by which it got something. */
function answersOf(transfers: readonly Transfer[], passed: Matter): readonly Answered[] {
  const receipt = passed.steps.find(({ message }) => message.act.step === 'ACKNOWLEDGE');
  if (receipt === undefined) return [];
  return transfers
    .filter(({ recipient, gateway }) => gateway && recipient.code === passed.other)
    .map(({ id }) => ({
      ...{ transfer: id, at: receipt.keptAt, by: 'GATEWAY' },
      receipt: receipt.digest,
    }));
}

/** What the gateway across told in all its accounts: a recipient that it named once cannot be left out by a later one. */
export function accountTold({ steps }: Pick<Matter, 'steps'>): readonly AccountLine[] {
  const accounts = steps.flatMap(({ message: { act } }) => ('account' in act ? [act.account] : []));
  return mergeAccounts(...accounts);
}
