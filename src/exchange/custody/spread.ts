/**
 * What follows from a step by itself: a correction or a recall is passed down the tree and acknowledged, what gateways
 * below answer is reported up, a transfer, a certificate and a withdrawal are acknowledged. Nothing of it waits for an officer, so
 * that no recipient is left out because somebody forgot one.
 */

import { canonicalJson } from '../../base/index.js';
import {
  accountIn,
  accountsTold,
  type CustodyAct,
  type CustodyFile,
  type CustodyMessage,
  isAccounted,
  type Matter,
  type SubjectValues,
  scopeOf,
  toTell,
} from '../../custody/index.js';
import type { ExchangeRooms } from '../rooms.js';
import { packedFor } from './pack-export.js';
import { type Draft, makeStep, type OwnStep } from './steps.js';

/** What came with a step, already opened. */
export interface Settling {
  readonly message: CustodyMessage;
  /** The corrected values; none where none came. */
  readonly brought: readonly SubjectValues[];
}

/** The file with all that follows from a step that was taken into it. */
export async function settle(
  rooms: ExchangeRooms,
  draft: Draft,
  { message, brought }: Settling,
): Promise<Draft> {
  const { act } = message;
  const matter = matterOf(draft.file, message.matter);
  switch (act.step) {
    case 'TELL':
      if (act.kind === 'CORRECTION' || act.kind === 'RECALL') {
        return answerUp(rooms, await passDown(rooms, draft, { act, matter, brought }), matter.id);
      }
      if (act.kind === 'BREACH') return draft;
      return own(rooms, draft, { matter, act: { kind: act.kind, step: 'ACKNOWLEDGE' } });
    case 'ACKNOWLEDGE':
    case 'REPORT':
    case 'ACCOUNT':
      return matter.passes === null ? draft : reportUp(rooms, draft, matter.passes);
    case 'WITHDRAW':
      return own(rooms, draft, { matter, act: { kind: act.kind, step: 'ACKNOWLEDGE' } });
    case 'ASK':
    case 'GIVE':
    case 'ACCEPT':
    case 'DECLINE':
      return draft;
  }
}

const matterOf = ({ matters }: CustodyFile, id: string): Matter => {
  const matter = matters.find((one) => one.id === id);
  if (matter === undefined) throw new Error('a step of a matter that is not there');
  return matter;
};

type Spread = Extract<CustodyAct, { kind: 'CORRECTION' | 'RECALL'; step: 'TELL' }>;

interface Passing {
  readonly act: Spread;
  readonly matter: Matter;
  readonly brought: readonly SubjectValues[];
}

async function passDown(
  rooms: ExchangeRooms,
  draft: Draft,
  { act, matter, brought }: Passing,
): Promise<Draft> {
  let next = draft;
  const scope = scopeOf(draft.file, matter) ?? act.scope;
  for (const to of toTell(draft.file, scope, rooms.head.ownAuthority)) {
    const step: OwnStep = {
      ...{ id: rooms.ids.uuid(), matter: rooms.ids.uuid(), to, side: 'PROVIDER' },
      act: { ...act, scope },
      by: byGateway(rooms),
      passes: matter.id,
      package: await packedFor(rooms, draft.file, { to, scope, brought }),
    };
    next = made(await makeStep(rooms, next, step));
  }
  return next;
}

/** Tells what is known of the tree: first that it came, and that all have answered as soon as they have. */
async function answerUp(rooms: ExchangeRooms, draft: Draft, id: string): Promise<Draft> {
  const matter = matterOf(draft.file, id);
  const account = accountIn(draft.file, matter);
  const act = { kind: spreading(matter), step: 'ACKNOWLEDGE', number: 1, account } as const;
  return reportUp(rooms, await own(rooms, draft, { matter, act }), id);
}

/** Reports to the gateway above what is new in the account of a matter; nothing where nothing is. */
export async function reportUp(rooms: ExchangeRooms, draft: Draft, id: string): Promise<Draft> {
  const matter = matterOf(draft.file, id);
  if (matter.side !== 'RECIPIENT' || matter.state === 'TOLD') return draft;
  const account = accountIn(draft.file, matter);
  const isAll = isAccounted(draft.file, matter);
  const last = matter.steps.at(-1)?.message.act;
  const isNew =
    last === undefined ||
    !('account' in last) ||
    canonicalJson(last.account) !== canonicalJson(account);
  if (isAll ? matter.state === 'ACCOUNTED' : !isNew) return draft;
  const step = isAll ? 'ACCOUNT' : 'REPORT';
  return own(rooms, draft, {
    matter,
    act: { kind: spreading(matter), step, number: accountsTold(matter) + 1, account },
  });
}

function spreading({ kind }: Matter): 'CORRECTION' | 'RECALL' {
  if (kind !== 'CORRECTION' && kind !== 'RECALL') throw new Error('a matter that is not passed on');
  return kind;
}

const byGateway = ({ gateway }: ExchangeRooms) => ({ role: 'GATEWAY', officer: gateway }) as const;

/** A step that the gateway makes by itself in a matter that is there. */
async function own(
  rooms: ExchangeRooms,
  draft: Draft,
  { matter: { id: matter, other: to, side }, act }: { matter: Matter; act: CustodyAct },
): Promise<Draft> {
  const step = { id: rooms.ids.uuid(), matter, to, side, act, by: byGateway(rooms) };
  return made(await makeStep(rooms, draft, step));
}

function made(stepped: Awaited<ReturnType<typeof makeStep>>): Draft {
  if ('fault' in stepped) throw new Error('what follows from a step is not in the table');
  return stepped;
}
