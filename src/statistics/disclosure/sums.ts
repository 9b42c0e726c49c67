/** What is published, as sums of numbers that are not: the form in which it is searched for what gives a cell away. */

/** A cell of the candidate that is shown so far and may yet be hidden. */
export interface OpenCell {
  readonly key: string;
  /** 0 for a finest cell, one more for each total. */
  readonly totals: number;
}

export interface Fact {
  /** Index of a variable -> coefficient. */
  readonly terms: ReadonlyMap<number, number>;
  /** How far the sum may be from the true one: 0 and 0 for what is shown. */
  readonly lower: number;
  readonly upper: number;
  readonly open?: OpenCell;
}

/** A sum of persons that nobody may learn to within `width`. */
export interface Target {
  /** The same in the system without the candidate. */
  readonly id: number;
  readonly terms: ReadonlyMap<number, number>;
  readonly width: number;
}

export interface System {
  /** The true values of the variables: sums of finest cells that nothing tells apart. */
  readonly truth: readonly number[];
  readonly facts: readonly Fact[];
  readonly targets: readonly Target[];
}
