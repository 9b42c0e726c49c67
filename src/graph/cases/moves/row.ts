/** A mutation as data: what it takes, what it says of itself, and what the desk does with it. */
import { ID } from 'type-graphql';
import type { Ids } from '../../../base/index.js';
import type { CaseFile } from '../../../store/index.js';
import { type Given, type Row, readAll, type Takes } from '../../mutation-rows.js';
import type { Secrets } from '../case-cursor.js';
import type { CaseDesk, DeskAnswer, MoveName } from '../desk.js';
import { faultsOf, type InputFault } from '../faults.js';
import type { CaseOfficer } from '../officer.js';
import { taking, UUID } from '../taking.js';

/** Who acts, at which desk, when. */
export interface Acting {
  readonly desk: CaseDesk;
  readonly officer: CaseOfficer;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly ids: Ids;
  readonly secrets: Secrets;
}

/** The case after the step, or the faults for which there was none. */
export type Acted =
  | { readonly file: CaseFile }
  | { readonly file: null; readonly faults: readonly InputFault[] };

export interface MutationRow extends Row {
  run(acting: Acting, given: Given): Promise<Acted>;
}

/** Makes a row whose step is handed exactly what its arguments say. */
export function row<Values extends object>({
  description,
  takes,
  act,
}: {
  readonly description: string;
  readonly takes: Takes<Values>;
  readonly act: (acting: Acting, values: Values) => Promise<DeskAnswer | Acted>;
}): MutationRow {
  return {
    description,
    takes,
    async run(acting, given) {
      const { values, faults } = readAll(takes, given);
      return values === null ? { file: null, faults } : told(await act(acting, values));
    },
  };
}

function told(answer: DeskAnswer | Acted): Acted {
  if (answer.file !== null) return answer;
  return 'fault' in answer ? { file: null, faults: faultsOf(answer) } : answer;
}

/** Nothing was done. */
export const refused = (...faults: readonly InputFault[]): Acted => ({ file: null, faults });

/** One answer for a case that is unknown and for one that is not the caller's (11(1)). */
export const UNKNOWN_CASE: readonly InputFault[] = [{ code: 'NO_CASE', at: 'case' }];
export const NO_CASE: Acted = { file: null, faults: UNKNOWN_CASE };

/** Which case. Anything may be asked: what is no id answers as an unknown one does. */
export const CASE = taking<string>(
  () => ID,
  () => undefined,
);

/** The arguments of every move. */
export const MOVE_NAME: Takes<MoveName> = {
  case: CASE,
  id: UUID('A UUID version 4 of your own: sent twice, it is one move.'),
};
