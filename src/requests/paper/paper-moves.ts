/** Moves of a requesting authority that came on paper (9(1)), and who stands for it in the chain. */
import type { Move, Mover } from '../life/moves.js';

/** What an authority without a gateway of its own says in a case: registered by an officer who has its letter. */
export type PaperMove = Extract<
  Move,
  { kind: 'CONFIRM' | 'INFORM' | 'PROCEED' | 'WITHDRAW' | 'CLOSE' }
>;
export const PAPER_MOVES = [
  'CONFIRM',
  'INFORM',
  'PROCEED',
  'WITHDRAW',
  'CLOSE',
] as const satisfies readonly PaperMove['kind'][];

/** Moves that the signatory alone may make (9(3), 9(5), 11(1)): the lists must bear the hand out. */
export const SIGNED_MOVES: ReadonlySet<PaperMove['kind']> = new Set<PaperMove['kind']>([
  'CONFIRM',
  'PROCEED',
  'WITHDRAW',
]);

/** Who moves by a letter: the requesting side, in the name of the officer who registered it, marked as such. */
export function moverOnPaper(registrar: string): Mover {
  return { side: 'REQUESTING', role: 'SIGNATORY', officer: `paper:${registrar}` };
}
