/**
 * The chain of a case: its moves, numbered by the requested side, which alone puts them in order once the request is
 * sent. A record holds
 *
 *   number     1, 2, 3 ... without a gap; 1 is RECEIVE
 *   previous   SHA-256 of the canonical JSON (RFC 8785) of the record before, hexadecimal; null for the first
 *   request    SHA-256 of the signed request
 *   motion     the move, who made it, and its id: a move of the requesting side stands as that side put it forward
 *   at         the instant of recording by the requested side's clock, never before that of the record before
 *   state      the state after it
 *
 * so that both sides hold the same history, or can show at which number they do not.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../../base/index.js';
import type { RequestState } from '../../request.js';
import type { Motion } from '../moves.js';

export type ChainRecord = {
  readonly number: number;
  readonly previous: string | null;
  readonly request: string;
  readonly motion: Motion;
  readonly at: number;
  readonly state: RequestState;
};

export type Chain = readonly ChainRecord[];

/** SHA-256 of a value's canonical JSON, hexadecimal. */
export function digestOf(value: Json): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

const ASKING: ReadonlySet<string> = new Set([
  'ASK_CONFIRMATION',
  'ASK_INFORMATION',
  'TELL_NOT_CONFIDENTIAL',
]);

/** The number of the question that a case in a waiting state waits on; null where no question was put. */
export function lastQuestion(chain: Chain): number | null {
  return chain.filter(({ motion }) => ASKING.has(motion.move.kind)).at(-1)?.number ?? null;
}

/** End of the grant of the last answer; null where nothing was granted. */
export function grantEnd(chain: Chain): number | null {
  const kinds: readonly string[] = ['ANSWER', 'PARTLY_REFUSE'];
  const move = chain.filter(({ motion }) => kinds.includes(motion.move.kind)).at(-1)?.motion.move;
  return move?.kind === 'ANSWER' || move?.kind === 'PARTLY_REFUSE' ? move.grantUntil : null;
}

/** Whether a record may come next after a chain: its place, not its lawfulness. */
export function isNext(chain: Chain, record: ChainRecord): boolean {
  const last = chain.at(-1);
  return (
    record.number === chain.length + 1 &&
    record.previous === (last === undefined ? null : digestOf(last)) &&
    record.at >= (last?.at ?? record.at)
  );
}
