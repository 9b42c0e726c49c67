/** What a notice does to our registers, and the receipt that goes back (9(4)). A Party speaks of its own bodies alone. */

import { canonicalJson } from '../../base/index.js';
import { authorityOf } from '../../treaty/index.js';
import { endFact, recordFact } from './amend.js';
import { type Fact, keyOf, type Standing } from './facts.js';
import { listDigest } from './list.js';
import { type Change, type NoticeOfChange, type NoticeReceipt, noticeDigest } from './notice.js';
import { authorityAt } from './queries.js';

/** What an operator is shown of a notice. FOREIGN_FACT: a change of another Party's bodies, which was not made. */
export type NoticeFault =
  | { readonly code: 'FOREIGN_FACT' | 'NOTHING_TO_END'; readonly at: string }
  | { readonly code: 'LISTS_DIFFER' };

export interface NoticeReception {
  readonly standing: Standing;
  readonly faults: readonly NoticeFault[];
  readonly receipt: NoticeReceipt;
}

/** Makes the changes of a verified notice. `receivedAt`: milliseconds since the epoch, the time they are recorded. */
export function receiveNotice(
  standing: Standing,
  notice: NoticeOfChange,
  receivedAt: number,
): NoticeReception {
  let after = noteList(standing, notice, receivedAt);
  const faults: NoticeFault[] = [];
  for (const [index, change] of notice.changes.entries()) {
    const code = changeFault(after, notice, change);
    if (code === undefined) after = make(after, { notice, change, receivedAt });
    else faults.push({ code, at: `changes[${index}]` });
  }
  const list = listAsOf(after, notice, receivedAt);
  if (list !== notice.list) faults.push({ code: 'LISTS_DIFFER' });
  return {
    standing: after,
    faults,
    receipt: {
      v: 1,
      kind: 'NOTICE_RECEIPT',
      notice: notice.id,
      digest: noticeDigest(notice),
      list,
      receivedAt: new Date(receivedAt).toISOString(),
    },
  };
}

/**
 * Why a notice that came by the wire is not recorded, as a whole: told of what is not its sender's to tell, ending what is
 * not there, or bringing a gateway's key, which no other key vouches for.
 */
export function whyNotTold(
  standing: Standing,
  notice: NoticeOfChange,
  now: number,
): 'FOREIGN_FACT' | 'NOTHING_TO_END' | 'KEY_NOT_BY_NOTICE' | undefined {
  const { from, changes } = notice;
  const coordinates =
    authorityAt(standing, from, { validAt: now, knownAt: now })?.coordinates === true;
  // The list is the Party's (9(3)): the authority that coordinates speaks for all of it, another for itself alone.
  const isForeign = changes
    .map(authorityOfChange)
    .some((told) => told !== from && !(coordinates && isOfParty(told, from)));
  if (isForeign) return 'FOREIGN_FACT';
  const bringsKey = changes.some(
    (change) => change.change === 'RECORDED' && change.fact.register === 'MESSAGE_KEY',
  );
  if (bringsKey) return 'KEY_NOT_BY_NOTICE';
  const { faults } = receiveNotice(standing, notice, now);
  return faults.flatMap(({ code }) => (code === 'LISTS_DIFFER' ? [] : [code]))[0];
}

/** Each authority's changes as a notice of their own; the teller's last, because they say that the list is here. */
export function noticeParts(
  notice: NoticeOfChange,
): readonly { readonly authority: string; readonly part: NoticeOfChange }[] {
  const { from, changes } = notice;
  const told = changes.map(authorityOfChange);
  const authorities = new Set([...told.filter((code) => code !== from), from]);
  return [...authorities].map((authority) => ({
    authority,
    part: {
      ...notice,
      occasion: authority === from ? notice.occasion : 'CHANGE',
      changes: changes.filter((_, n) => told[n] === authority),
    },
  }));
}

// A key begins with its authority: see keyOf.
const authorityOfChange = (change: Change): string =>
  change.change === 'RECORDED' ? change.fact.authority : (change.key.split(' ')[0] ?? '');

/** Whether a receipt is for this notice, and the receiver's list is ours. */
export function isAgreed(notice: NoticeOfChange, receipt: NoticeReceipt): boolean {
  return (
    receipt.notice === notice.id &&
    receipt.digest === noticeDigest(notice) &&
    receipt.list === notice.list
  );
}

const partyOf = (authority: string): string => authorityOf(authority)?.country ?? '';

function changeFault(
  standing: Standing,
  { from }: NoticeOfChange,
  change: Change,
): 'FOREIGN_FACT' | 'NOTHING_TO_END' | undefined {
  const told = change.change === 'RECORDED' ? [change.fact] : endedBy(standing, change);
  if (told.length === 0) return 'NOTHING_TO_END';
  return told.every(({ authority }) => isOfParty(authority, from)) ? undefined : 'FOREIGN_FACT';
}

const isOfParty = (authority: string, from: string): boolean =>
  authorityOf(authority) !== undefined && partyOf(authority) === partyOf(from);

const endedBy = (
  standing: Standing,
  { register, key }: Extract<Change, { change: 'ENDED' }>,
): readonly Fact[] =>
  standing
    .filter(({ fact, withdrawnAt }) => withdrawnAt === null && fact.register === register)
    .map(({ fact }) => fact)
    .filter((fact) => keyOf(fact) === key);

interface Making {
  readonly notice: NoticeOfChange;
  readonly change: Change;
  readonly receivedAt: number;
}

function make(standing: Standing, { notice, change, receivedAt }: Making): Standing {
  const amendment = {
    validFrom: Date.parse(notice.effectiveFrom),
    recordedAt: receivedAt,
    note: notice.note ?? notice.id,
  };
  if (change.change === 'ENDED') return endFact(standing, change, amendment);
  const validUntil = change.validUntil === null ? null : Date.parse(change.validUntil);
  const told = { fact: change.fact, validFrom: amendment.validFrom, validUntil };
  return stands(standing, told)
    ? standing
    : recordFact(standing, change.fact, { ...amendment, validUntil });
}

// Told twice, or told again after a crash, it is recorded once.
const stands = (
  standing: Standing,
  told: { readonly fact: Fact; readonly validFrom: number; readonly validUntil: number | null },
): boolean =>
  standing.some(
    ({ fact, validFrom, validUntil, withdrawnAt }) =>
      withdrawnAt === null &&
      validFrom === told.validFrom &&
      validUntil === told.validUntil &&
      canonicalJson(fact) === canonicalJson(told.fact),
  );

function noteList(standing: Standing, notice: NoticeOfChange, receivedAt: number): Standing {
  if (notice.occasion !== 'LIST') return standing;
  const fact = { register: 'LIST_RECEIVED', authority: notice.from, digest: notice.list } as const;
  const note = notice.note ?? notice.id;
  const came = standing.some(
    (record) =>
      record.withdrawnAt === null &&
      record.note === note &&
      canonicalJson(record.fact) === canonicalJson(fact),
  );
  if (came) return standing;
  const amendment = {
    validFrom: receivedAt,
    recordedAt: receivedAt,
    note,
  };
  return recordFact(standing, fact, { ...amendment, validUntil: null });
}

const listAsOf = (standing: Standing, notice: NoticeOfChange, knownAt: number): string =>
  listDigest(standing, partyOf(notice.from), {
    validAt: Date.parse(notice.effectiveFrom),
    knownAt,
  });
