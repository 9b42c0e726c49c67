/**
 * What one authority knows of one holding: information that was given by one request or one provision. Who got it
 * onward, under which consents, and every matter about it with the gateways above and below. Plain JSON.
 */
import { ITEMS } from '../../treaty/index.js';
import type { HeldConsent } from '../consents/consent-for.js';
import { type About, meets, type Scope } from '../consents/scope.js';
import { type Matter, opening } from '../messages/step.js';
import { mergeValues, onlyItems, type SubjectValues } from './only-items.js';
import type { Transfer } from './transfer.js';
import { type AccountLine, type Answered, accountOf, outstanding, reached } from './tree.js';

/** A receipt of a body without a gateway, as a clerk registered it. */
export type Registered = {
  readonly matter: string;
  readonly transfer: string;
  /** As the paper says; milliseconds since the epoch. */
  readonly at: number;
  /** SHA-256 of the paper, hexadecimal. */
  readonly receipt: string;
  /** Service number of the clerk. */
  readonly officer: string;
};

export type CustodyFile = {
  readonly about: About;
  readonly instrument: string;
  /** Whose information it is. */
  readonly provider: string;
  /** Who passed it on to this authority; null where this authority is the provider. */
  readonly from: string | null;
  /** The transfers by which it came; none where it came from the provider itself. */
  readonly received: readonly Transfer[];
  readonly transfers: readonly Transfer[];
  /** Of transfers made after a correction, by their ids: the matters whose new values they carried. */
  readonly applied: Readonly<Record<string, readonly string[]>>;
  readonly consents: readonly HeldConsent[];
  readonly matters: readonly Matter[];
  readonly registered: readonly Registered[];
  /** Service numbers of those on it, beside those on its case or provision. */
  readonly officers: readonly string[];
};

/** What a matter speaks of; null where it speaks of none. */
function scopeOf(matter: Matter): Scope | null {
  const act = opening(matter);
  if ('scope' in act) return act.scope;
  return 'transfer' in act ? act.transfer.scope : null;
}

/** What was taken back or replaced: neither is read or passed on any more as it first came. */
export const closedScopes = ({ matters }: Pick<CustodyFile, 'matters'>): readonly Scope[] =>
  scopesTold(matters, ['RECALL', 'CORRECTION']);

const scopesTold = (
  matters: readonly Matter[],
  kinds: readonly Matter['kind'][],
): readonly Scope[] =>
  matters
    .filter(({ kind, side }) => kinds.includes(kind) && side === 'RECIPIENT')
    .flatMap((matter) => scopeOf(matter) ?? []);

/** The values that are held, as corrections and recalls have left them; what a matter brought stands beside it. */
export function currentValues(
  { matters }: Pick<CustodyFile, 'matters'>,
  came: readonly SubjectValues[],
  brought: ReadonlyMap<string, readonly SubjectValues[]>,
): readonly SubjectValues[] {
  const told = matters.filter(
    ({ kind, side }) => (kind === 'RECALL' || kind === 'CORRECTION') && side === 'RECIPIENT',
  );
  return told.reduce((held, matter) => {
    const scope = scopeOf(matter);
    const left = scope === null ? held : onlyItems(held, everythingIn(held), [scope]);
    return mergeValues(left, brought.get(matter.id) ?? []);
  }, came);
}

const everythingIn = (held: readonly SubjectValues[]): Scope => ({
  subjects: held.map(({ n }) => n),
  items: ITEMS,
});

/** Whether anything of a scope was recalled. */
export const isRecalled = ({ matters }: Pick<CustodyFile, 'matters'>, scope: Scope): boolean =>
  scopesTold(matters, ['RECALL']).some((recalled) => meets(recalled, scope));

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
  const scope = scopeOf(matter);
  if (scope === null) return [];
  if (matter.side === 'PROVIDER') return lastAccount(matter);
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
    reported: below.map(lastAccount),
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

function lastAccount({ steps }: Matter): readonly AccountLine[] {
  const accounts = steps.flatMap(({ message: { act } }) => ('account' in act ? [act.account] : []));
  return accounts.at(-1) ?? [];
}
