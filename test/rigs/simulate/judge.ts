/** What a run has to come to: both sides agree, nothing was lost, nothing was done twice, nothing unlawful was done. */
import type { Case, Chain, Motion, RequestingCase } from '../../../src/requests/index.js';
import type { Gateway } from './gateway.js';
import { isLawful } from './lawful.js';

/** A motion that an officer made, and whether the officer heard that it was taken. */
export interface Click {
  readonly gateway: Gateway;
  readonly motion: Motion;
  readonly taken: boolean;
}

/** What is wrong at the end of a run; empty where nothing is. */
export function judge(gateways: readonly Gateway[], clicks: readonly Click[]): readonly string[] {
  const words = new Map(clicks.map(({ motion }) => [motion.id, JSON.stringify(motion)]));
  return [
    ...gateways.flatMap((gateway) => diskFaults(gateway)),
    ...gateways.flatMap((gateway) => caseFaults(gateway, words)),
    ...clicks.flatMap(clickFaults),
  ];
}

function diskFaults({ disk }: Gateway): readonly string[] {
  const { outbox, dead, effects } = disk.read();
  return [
    ...faultIf(outbox.length > 0, 'LOST: a message never got through'),
    ...faultIf(dead.length > 0, 'LOST: a message was not taken'),
    ...faultIf(new Set(effects).size < effects.length, 'DOUBLE: a move was executed twice'),
  ];
}

type Words = ReadonlyMap<string, string>;

function caseFaults({ disk, partner }: Gateway, words: Words): readonly string[] {
  const others = partner?.disk.read().cases ?? {};
  const { cases, effects } = disk.read();
  return Object.values(cases).flatMap((found) => [
    ...(found.side === 'REQUESTING' ? pairFaults(found, others[found.head.id]) : []),
    ...chainFaults(found.chain, words),
    ...faultIf(
      effects.filter((effect) => effect.startsWith(found.head.id)).length !== found.chain.length,
      'LOST: a move was not executed',
    ),
  ]);
}

function pairFaults(own: RequestingCase, other: Case | undefined): readonly string[] {
  const isSent = own.motions.some(
    ({ motion, settled }) => motion.move.kind === 'SEND' && settled?.as === 'LOCAL',
  );
  if (!isSent) return faultIf(other !== undefined, 'FORGED: a request that was never sent');
  if (other?.side !== 'REQUESTED') return ['LOST: a request'];
  return [
    ...faultIf(own.fault !== null || other.reported !== null, `CHAIN: ${own.fault?.fault}`),
    ...faultIf(own.state !== other.state, 'APART: two states'),
    ...faultIf(JSON.stringify(own.chain) !== JSON.stringify(other.chain), 'APART: two chains'),
    ...faultIf(own.held.length > 0, 'LOST: a record is waited for'),
    ...own.motions.flatMap((motion) => motionFaults(motion, other.chain)),
  ];
}

function motionFaults(
  { motion, settled }: RequestingCase['motions'][number],
  chain: Chain,
): readonly string[] {
  if (settled === null) return ['LOST: an input without an answer'];
  const at = chain.findIndex((record) => record.motion.id === motion.id);
  const said = settled.as === 'RECORDED' ? settled.number - 1 : -1;
  return faultIf(at !== said, 'APART: what became of an input');
}

function chainFaults(chain: Chain, words: Words): readonly string[] {
  const ids = chain.map(({ motion }) => motion.id);
  const isForged = ({ motion }: Chain[number]): boolean =>
    motion.move.kind !== 'RECEIVE' && words.get(motion.id) !== JSON.stringify(motion);
  return [
    ...faultIf(new Set(ids).size < ids.length, 'DOUBLE: a motion recorded twice'),
    ...faultIf(chain.some(isForged), 'FORGED: a move that nobody made'),
    ...faultIf(!isLawful(chain), 'UNLAWFUL: a way to data that the treaty does not have'),
  ];
}

function clickFaults({ gateway, motion, taken }: Click): readonly string[] {
  if (!taken) return [];
  const found = gateway.disk.read().cases[motion.case];
  const ids =
    found?.side === 'REQUESTING'
      ? found.motions.map((own) => own.motion.id)
      : (found?.chain.map((record) => record.motion.id) ?? []);
  return faultIf(!ids.includes(motion.id), 'LOST: a move that an officer saw taken');
}

const faultIf = (isFault: boolean, fault: string): readonly string[] => (isFault ? [fault] : []);
