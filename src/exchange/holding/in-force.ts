/** The answer of a case that is in force: the last record that concluded it, unless it refused all (10(4)). */
import { type Chain, type ChainRecord, type Conclusion, digestOf } from '../../requests/index.js';

export interface AnswerInForce {
  readonly record: ChainRecord;
  readonly conclusion: Conclusion;
  /** The digest of the record, hexadecimal: what is held is held under it. */
  readonly source: string;
}

export function answerInForce(chain: Chain): AnswerInForce | undefined {
  const last = chain.filter(({ motion }) => 'outcomes' in motion.move).at(-1);
  return last && answerBy(last);
}

/** A record as the answer that it is; undefined where it is none. */
export function answerBy(record: ChainRecord): AnswerInForce | undefined {
  const { move } = record.motion;
  return 'asOf' in move ? { record, conclusion: move, source: digestOf(record) } : undefined;
}
