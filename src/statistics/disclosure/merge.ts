/** Finest cells that nothing published tells apart become one unknown: any numbers that fit the sums fit some of them. */
import type { Space } from './space.js';
import type { Fact, System } from './sums.js';

/** Over finest cells, by their index: the sum of some less the sum of others. */
export interface RawFact extends Omit<Fact, 'terms'> {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  /** A cell that is shown and is 0: its finest cells are 0 too. */
  readonly isShownZero: boolean;
}

export interface RawTarget {
  readonly members: readonly number[];
  readonly width: number;
}

/** One variable for all finest cells that stand in the same facts and targets, and none for those that are known as 0. */
export function merge(
  { unknowns }: Space,
  facts: readonly RawFact[],
  targets: readonly RawTarget[],
): System {
  const zero = new Set(facts.flatMap(({ plus, isShownZero }) => (isShownZero ? plus : [])));
  const marks = marksOf(unknowns.length, facts, targets);
  const variables = new Map<string, number>();
  const truth: number[] = [];
  for (const [index, unknown] of unknowns.entries()) {
    if (zero.has(index)) continue;
    const mark = marks[index] ?? '';
    const variable = variables.get(mark) ?? variables.size;
    variables.set(mark, variable);
    truth[variable] = (truth[variable] ?? 0) + unknown.truth;
  }
  const terms = (members: readonly number[], sign: 1 | -1 = 1) =>
    members
      .filter((index) => !zero.has(index))
      .map((index) => [variables.get(marks[index] ?? '') ?? 0, sign] as const);
  return {
    truth,
    facts: facts
      .filter(({ isShownZero }) => !isShownZero)
      .map(({ plus, minus, isShownZero: _, ...fact }) => ({
        ...fact,
        terms: new Map([...terms(plus), ...terms(minus, -1)]),
      })),
    targets: targets.map(({ members, width }, id) => ({
      id,
      width,
      terms: new Map(terms(members)),
    })),
  };
}

/** What each finest cell stands in, as one text. */
function marksOf(
  length: number,
  facts: readonly RawFact[],
  targets: readonly RawTarget[],
): readonly string[] {
  const marks = Array.from({ length }, () => '');
  const note = (members: readonly number[], mark: string): void => {
    for (const index of members) marks[index] += mark;
  };
  for (const [nth, { plus, minus }] of facts.entries()) {
    note(plus, ` ${nth}`);
    note(minus, ` -${nth}`);
  }
  for (const [nth, { members }] of targets.entries()) note(members, ` !${nth}`);
  return marks;
}
