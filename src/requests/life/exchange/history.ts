/** What a chain says about time: the states it went through, the receipt, the postponement in force, notices of delay. */
import type { RequestState } from '../../request.js';
import type { Chain, ChainRecord } from './chain.js';

/** The facts of a chain that the legal clock (10(3)) and the timeline are made of. */
export interface ChainHistory {
  /** First verified delivery; null for an empty chain. */
  readonly receivedAt: number | null;
  /** Every change of state, in order. */
  readonly states: readonly { readonly state: RequestState; readonly since: number }[];
  /** Review date of the postponement in force; null where the case is not postponed. */
  readonly reviewAt: number | null;
  /** Instants of the notices of delay (10(1)). */
  readonly delaysTold: readonly number[];
}

/** Reads a chain's history. */
export function chainHistory(chain: Chain): ChainHistory {
  const isChange = ({ state }: ChainRecord, at: number): boolean => chain[at - 1]?.state !== state;
  const postponed = chain.at(-1)?.state === 'POSTPONED' ? chain : [];
  return {
    receivedAt: movesOf(chain, 'RECEIVE')[0]?.receivedAt ?? null,
    states: chain.filter(isChange).map(({ state, at }) => ({ state, since: at })),
    reviewAt: movesOf(postponed, 'POSTPONE').at(-1)?.reviewAt ?? null,
    delaysTold: chain.filter(({ motion }) => motion.move.kind === 'TELL_DELAY').map(({ at }) => at),
  };
}

type Move = ChainRecord['motion']['move'];

function movesOf<Kind extends Move['kind']>(
  chain: Chain,
  kind: Kind,
): readonly Extract<Move, { kind: Kind }>[] {
  return chain
    .map(({ motion }) => motion.move)
    .filter((move): move is Extract<Move, { kind: Kind }> => move.kind === kind);
}
