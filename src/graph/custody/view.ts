/** From a holding as the desk has it to the holding as its officers see it. Values are no part of it. */
import { canonicalJson } from '../../base/index.js';
import {
  accountIn,
  type CustodyFile,
  consentDraft,
  depthOf,
  type Matter,
  opening,
  outstanding,
  type Transfer,
} from '../../custody/index.js';
import { conditionsOf } from '../cases/view/outcomes-of.js';
import type { HallHolding } from './desk.js';
import type {
  CustodyCertificate,
  CustodyHolding,
  CustodyMatter,
  CustodyTransfer,
} from './types.js';

export function holdingView({ file, under, officers }: HallHolding, now: number): CustodyHolding {
  const { about, instrument, provider, from, transfers, matters } = file;
  const conditions = under.flatMap((one) => one.conditions);
  return {
    ...{ about: about.id, instrument, officers: [...new Set(officers)] },
    provider: { code: provider },
    from: from === null ? null : { code: from },
    purposes: [...new Set(under.flatMap(({ purposes }) => purposes))],
    until: Math.min(...under.map(({ until }) => until)),
    conditions: conditionsOf({ conditions }),
    transfers: transfers.map((transfer) => transferView(transfer, transfers)),
    matters: matters.map((matter) => matterView(file, matter, now)),
  };
}

export function transferView(
  { scope, recipient, conditions, ...rest }: Transfer,
  all: readonly Transfer[],
): CustodyTransfer {
  return {
    ...rest,
    ...scope,
    recipient: recipient.code,
    recipientName: recipient.name,
    conditions: conditionsOf({ conditions }),
    depth: depthOf(all, rest.id),
  };
}

function matterView(file: CustodyFile, matter: Matter, now: number): CustodyMatter {
  const { id, kind, state, side, other, passes, steps } = matter;
  const account = accountIn(file, matter);
  return {
    ...{ id, kind, state, side, passes },
    other: { code: other },
    ...subjectOf(matter),
    consentDraft: draftOf(matter, now),
    steps: steps.map(({ message: { act, by, from }, keptAt, digest }) => ({
      ...{ step: act.step, from, at: keptAt, digest, role: by.role, officer: by.officer },
      text: 'text' in act ? act.text : null,
    })),
    account,
    waitingFor: outstanding(account).map(({ recipient }) => recipient),
    certificate: certificateOf(matter),
  };
}

function certificateOf(matter: Matter): CustodyCertificate | null {
  const act = opening(matter);
  if (act.kind !== 'DESTRUCTION' || act.step !== 'TELL') return null;
  const { destroyedAt, ground, act: provision, destruction, commitments } = act;
  return { destroyedAt, ground, act: provision, destruction, commitments };
}

/** What a matter was opened about. */
function subjectOf(matter: Matter): Partial<CustodyMatter> {
  const act = opening(matter);
  const told = 'transfer' in act ? act.transfer : act;
  return {
    ...('scope' in told ? told.scope : {}),
    purpose: 'purpose' in told ? told.purpose : null,
    until: 'until' in told ? told.until : null,
    recipient: 'recipient' in told ? told.recipient.code : null,
  };
}

function draftOf({ side, state, steps }: Matter, now: number): string | null {
  const ask = steps[0]?.message;
  if (side !== 'PROVIDER' || state !== 'ASKED' || ask === undefined) return null;
  const draft = consentDraft(ask, now);
  return draft === null ? null : canonicalJson(draft);
}
