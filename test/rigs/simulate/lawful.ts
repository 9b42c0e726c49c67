/** The treaty once more, in few words and without the product's table: where a chain may lead to data. */
import type { Chain, Move } from '../../../src/requests/index.js';

/** What stands between a request and its execution. */
interface Gate {
  /** Whose answer is waited for, and to which record. */
  readonly waits: { readonly for: 'CONFIRM' | 'PROCEED'; readonly question: number } | null;
  readonly accepted: boolean;
  readonly over: boolean;
}

/** Whether a chain has no answer without acceptance, and no acceptance while a doubt or an 11(1) question was open. */
export function isLawful(chain: Chain): boolean {
  let gate: Gate = { waits: null, accepted: false, over: false };
  for (const { motion, number } of chain) {
    if (gate.over && !(motion.move.kind === 'CLOSE' || motion.move.kind === 'ASK_CONFIRMATION')) {
      return false;
    }
    const next = pass(gate, motion.move, number);
    if (next === undefined) return false;
    gate = next;
  }
  return true;
}

function pass(gate: Gate, move: Move, number: number): Gate | undefined {
  switch (move.kind) {
    case 'ASK_CONFIRMATION':
      return { waits: { for: 'CONFIRM', question: number }, accepted: false, over: false };
    case 'TELL_NOT_CONFIDENTIAL':
      return { waits: { for: 'PROCEED', question: number }, accepted: false, over: false };
    case 'CONFIRM':
    case 'PROCEED': {
      const isIt = gate.waits?.for === move.kind && gate.waits.question === move.question;
      return isIt ? { ...gate, waits: null } : undefined;
    }
    case 'ASK_INFORMATION':
    case 'POSTPONE':
      return gate.waits === null ? { ...gate, accepted: false } : undefined;
    case 'ACCEPT':
      return gate.waits === null ? { ...gate, accepted: true } : undefined;
    case 'ANSWER':
    case 'PARTLY_REFUSE':
      return gate.accepted && gate.waits === null ? { ...gate, over: true } : undefined;
    case 'REFUSE':
    case 'WITHDRAW':
    case 'CLOSE':
      return { waits: null, accepted: false, over: true };
    default:
      return gate;
  }
}
