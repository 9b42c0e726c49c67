/** The moves that an officer makes in so many words, one row each; who may make them and when is the table's to say. */
import { type MoverRole, TRANSITIONS, type WithdrawalReason } from '../../../requests/index.js';
import type { PlainMove } from '../desk.js';
import { COUNT, choice, MOMENT, optional, type Taking, TEXT, TEXTS } from '../taking.js';
import { WithdrawalReasonEnum } from '../types/case-enums.js';
import { MOVE_NAME, type MutationRow, row } from './row.js';

type Kind = PlainMove['kind'];
type Said<K extends Kind> = Omit<Extract<PlainMove, { kind: K }>, 'kind'>;
type TakesOf<K extends Kind> = { readonly [Name in keyof Said<K>]-?: Taking<Said<K>[Name]> };

function plain<K extends Kind>(kind: K, says: string, takes: TakesOf<K>): MutationRow {
  return row<{ case: string; id: string } & Record<string, unknown>>({
    description: `${says} ${bearers(kind)}`,
    takes: { ...MOVE_NAME, ...takes },
    act: ({ desk, officer }, { case: id, id: name, ...said }) =>
      // What was read by the readers of this kind is what this kind says.
      desk.move(officer, { case: id, id: name, move: { kind, ...said } as PlainMove }),
  });
}

/** Who may make a move, by the table of transitions. */
export function bearers(...kinds: readonly string[]): string {
  const rows = TRANSITIONS.filter(({ move }) => kinds.includes(move));
  const roles = new Set<MoverRole>(rows.flatMap((one) => one.roles));
  roles.delete('GATEWAY');
  return `By: ${[...roles].join(', ')}.`;
}

/** The plain moves by the name of their mutation. */
export const PLAIN_MOVES: Readonly<Record<string, MutationRow>> = {
  sendRequest: plain('SEND', 'Sends a signed request (8(1)).', {}),
  withdraw: plain('WITHDRAW', 'Takes a request back.', {
    reason: choice<WithdrawalReason>(WithdrawalReasonEnum),
  }),
  askConfirmation: plain('ASK_CONFIRMATION', 'Doubts authenticity or content (9(5)).', {
    reasons: TEXTS,
  }),
  confirm: plain('CONFIRM', 'Answers a doubt (9(5)).', { question: COUNT, text: TEXT }),
  askInformation: plain('ASK_INFORMATION', 'Asks what execution needs (10(1)).', {
    questions: TEXTS,
  }),
  inform: plain('INFORM', 'Answers what was asked (10(1)).', { question: COUNT, answers: TEXTS }),
  tellDelay: plain('TELL_DELAY', 'Tells what delays execution (10(1)).', {
    reason: TEXT,
    expectedAt: optional(MOMENT),
  }),
  postpone: plain('POSTPONE', 'Postpones execution (10(2)).', { reason: TEXT, reviewAt: MOMENT }),
  resume: plain('RESUME', 'Ends a postponement (10(2)).', {}),
  tellNotConfidential: plain(
    'TELL_NOT_CONFIDENTIAL',
    'Tells that it cannot be executed confidentially, and on which terms it could be (11(1)).',
    { terms: TEXT },
  ),
  proceed: plain('PROCEED', 'Decides to proceed on those terms (11(1)).', { question: COUNT }),
  accept: plain('ACCEPT', 'Takes a request into execution (10(1)).', {}),
  close: plain('CLOSE', 'Closes a case.', {}),
};
