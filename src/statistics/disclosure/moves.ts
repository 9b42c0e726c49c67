/**
 * Evidence that nobody can learn a cell: whole tables, each agreeing with everything published, that differ in it. A
 * table is found by linear programming and then checked here in whole numbers, so that neither a rounding error nor a
 * fault of the solver can make a cell look safe.
 */
import { Climber } from './linear.js';
import type { Fact, System, Target } from './sums.js';

/** How far each variable is from the truth. */
export type Move = readonly number[];

/** The targets for which no two tables were found that differ by their width. */
export function unprovenTargets(system: System): readonly Target[] {
  const search = new Search(system);
  return system.targets.filter((target, nth) => !search.isApart(target, nth));
}

/** The moves that show a target apart from what it is; none where it is not. */
export function movesApart(system: System, target: Target): readonly Move[] {
  const search = new Search({ ...system, targets: [target] });
  return search.isApart(target, 0) ? search.moves : [];
}

/** Looks for tables target by target; each that is found counts for all targets. */
class Search {
  readonly moves: Move[] = [];
  private readonly seen: { least: number; most: number }[];
  private climber: Climber;

  constructor(private readonly system: System) {
    this.seen = system.targets.map(() => ({ least: 0, most: 0 }));
    this.climber = this.fromTruth();
  }

  isApart({ terms, width }: Target, nth: number): boolean {
    const span = this.seen[nth] ?? { least: 0, most: 0 };
    for (const sign of [1, -1] as const) {
      if (span.most - span.least >= width) return true;
      const height = sign > 0 ? span.least + width : width - span.most;
      this.note(this.wholeMove(scaled(terms, sign), height));
    }
    return span.most - span.least >= width;
  }

  private fromTruth(): Climber {
    return new Climber(boundsOf(this.system));
  }

  /** From where the last search ended; where that leads to parts of persons, anew from the truth. */
  private wholeMove(terms: ReadonlyMap<number, number>, height: number): Move | undefined {
    const move = this.climber.climb(terms, height).map(nearest);
    if (fits(this.system, move)) return move;
    this.climber = this.fromTruth();
    return dive(this.system, terms, height);
  }

  private note(move: Move | undefined): void {
    if (move === undefined) return;
    this.moves.push(move);
    for (const [nth, span] of this.seen.entries()) {
      const by = sumOver(this.system.targets[nth]?.terms, move);
      span.least = Math.min(span.least, by);
      span.most = Math.max(span.most, by);
    }
  }
}

/**
 * Climbs from the truth; while somebody is parted, the variable that is farthest from whole is kept to the whole number
 * on the truth's side, and it climbs again.
 */
function dive(
  system: System,
  terms: ReadonlyMap<number, number>,
  height: number,
): Move | undefined {
  const { lower, upper, rows } = boundsOf(system);
  for (let attempt = 0; attempt < MOST_DIVES; attempt += 1) {
    const move = new Climber({ lower, upper, rows }).climb(terms, height).map(nearest);
    if (fits(system, move)) return move;
    const parted = partedIn(move);
    if (parted < 0) return undefined;
    const kept = Math.trunc(move[parted] ?? 0);
    if ((move[parted] ?? 0) > 0) upper[parted] = kept;
    else lower[parted] = kept;
  }
  return undefined;
}

const MOST_DIVES = 25;

function boundsOf({ truth, facts }: System) {
  return {
    lower: truth.map((persons) => -persons),
    upper: truth.map(() => Number.POSITIVE_INFINITY),
    rows: facts,
  };
}

/** The variable farthest from a whole number; -1 where all are whole. */
function partedIn(move: Move): number {
  const distances = move.map((by) => Math.abs(by - Math.round(by)));
  const most = Math.max(...distances);
  return most > 0 ? distances.indexOf(most) : -1;
}

const scaled = (terms: ReadonlyMap<number, number>, sign: 1 | -1): ReadonlyMap<number, number> =>
  new Map([...terms].map(([variable, coefficient]) => [variable, sign * coefficient]));

/** Whether a move of whole numbers leads to a table that agrees with every fact. */
function fits({ truth, facts }: System, move: Move): boolean {
  return (
    move.every((by, variable) => Number.isInteger(by) && (truth[variable] ?? 0) + by >= 0) &&
    facts.every((fact) => isWithin(fact, sumOver(fact.terms, move)))
  );
}

const isWithin = ({ lower, upper }: Fact, by: number): boolean => by >= lower && by <= upper;

export function sumOver(terms: ReadonlyMap<number, number> | undefined, move: Move): number {
  let sum = 0;
  for (const [variable, coefficient] of terms ?? []) sum += coefficient * (move[variable] ?? 0);
  return sum;
}

/** The whole number that a value stands for; a value between two stays and fits nothing. */
function nearest(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-6 ? whole : value;
}
