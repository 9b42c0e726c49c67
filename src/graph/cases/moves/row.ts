/** A mutation as data: what it takes, what it says of itself, and what the desk does with it. */
import { ID } from 'type-graphql';
import type { Ids } from '../../../base/index.js';
import type { CaseFile } from '../../../store/index.js';
import type { Secrets } from '../case-cursor.js';
import type { CaseDesk, DeskAnswer, MoveName } from '../desk.js';
import { faultsOf, type InputFault } from '../faults.js';
import type { CaseOfficer } from '../officer.js';
import { type Taking, taking, UUID } from '../taking.js';

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

/** A reader for each argument. */
export type Takes<Given> = { readonly [Name in keyof Given]-?: Taking<Given[Name]> };

export interface MutationRow {
  readonly description: string;
  readonly takes: Readonly<Record<string, Taking<unknown>>>;
  run(acting: Acting, given: Readonly<Record<string, unknown>>): Promise<Acted>;
}

/** Makes a row whose step is handed exactly what its arguments say. */
export function row<Given extends object>(parts: {
  readonly description: string;
  readonly takes: Takes<Given>;
  readonly act: (acting: Acting, given: Given) => Promise<DeskAnswer | Acted>;
}): MutationRow {
  const { description, act } = parts;
  // A record of readers, each of its own type.
  const takes = parts.takes as unknown as MutationRow['takes'];
  return {
    description,
    takes,
    async run(acting, given) {
      const read = readAll(takes, given);
      if (read.faults.length > 0) return { file: null, faults: read.faults };
      // Every member was read by the reader of its type.
      return told(await act(acting, read.values as Given));
    },
  };
}

/** Reads every argument by its own reader: the values, and every fault. */
export function readAll(takes: MutationRow['takes'], given: Readonly<Record<string, unknown>>) {
  const read = Object.entries(takes).map(
    ([name, one]) => [name, one.read(given[name], name)] as const,
  );
  return {
    faults: read.flatMap(([, taken]) => ('faults' in taken ? taken.faults : [])),
    values: Object.fromEntries(
      read.map(([name, taken]) => [name, 'value' in taken ? taken.value : null]),
    ),
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
