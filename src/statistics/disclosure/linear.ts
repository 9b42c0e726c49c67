/**
 * Linear programs around a point that is known to be feasible: the simplex method with bounds, on a dense tableau. Here
 * the point is the true table and a variable is how far a cell moves from it, so every variable and row may be 0 and no
 * search for a first solution is needed. What it answers is never trusted: `moves.ts` checks it in whole numbers.
 */

/** Value of the row = sum of coefficient times variable. */
export interface Row {
  readonly terms: ReadonlyMap<number, number>;
  readonly lower: number;
  readonly upper: number;
}

export interface Program {
  /** By variable; at most 0, and at least 0. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Their bounds contain 0. */
  readonly rows: readonly Row[];
}

const NOTHING = 1e-9;
/** A step of length 0 changes no value; after so many of them the least index is taken, which ends every circle. */
const STEPS_AT_REST = 40;
/** Far beyond what tables need: a program that does not end by then is answered by where it stands. */
const MOST_STEPS = 20_000;

/** A point that moves within the bounds of a program, from 0 on. */
export class Climber {
  private readonly tableau: Tableau;

  constructor(program: Program) {
    this.tableau = new Tableau(program);
  }

  /**
   * Climbs from where the point stands until the objective is at least `height`, or the highest that the bounds allow. Returns the
   * values of the variables, but for rounding.
   */
  climb(objective: ReadonlyMap<number, number>, height: number): readonly number[] {
    const { tableau } = this;
    let missing = height - tableau.aim(objective);
    let atRest = 0;
    for (let step = 0; step < MOST_STEPS && missing > NOTHING; step += 1) {
      const entering = tableau.entering(atRest > STEPS_AT_REST);
      if (entering === undefined) break;
      const gained = tableau.enter(entering, missing);
      missing -= gained;
      atRest = gained > NOTHING ? 0 : atRest + 1;
    }
    return tableau.values();
  }
}

interface Entering {
  readonly column: number;
  readonly direction: 1 | -1;
}

interface Leaving {
  readonly length: number;
  /** -1 where the entering variable meets its own bound first. */
  readonly row: number;
  readonly size: number;
}

class Tableau {
  private readonly width: number;
  private readonly cells: readonly Float64Array[];
  private readonly gain: Float64Array;
  /** Bounds and values by variable: first those of the program, then its rows. */
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly value: Float64Array;
  /** Which variable stands in a column, and which in a row. */
  private readonly free: Int32Array;
  private readonly bound: Int32Array;

  constructor({ lower, upper, rows }: Program) {
    this.width = lower.length;
    this.cells = rows.map(({ terms }) => spread(terms, this.width));
    this.gain = new Float64Array(this.width);
    this.lower = Float64Array.from([...lower, ...rows.map((row) => row.lower)]);
    this.upper = Float64Array.from([...upper, ...rows.map((row) => row.upper)]);
    this.value = new Float64Array(this.width + rows.length);
    this.free = Int32Array.from(lower.keys());
    this.bound = Int32Array.from(rows.keys(), (row) => this.width + row);
  }

  /** Sets what is gained by; returns the height of the point. */
  aim(objective: ReadonlyMap<number, number>): number {
    let height = 0;
    for (const [variable, coefficient] of objective) {
      height += coefficient * at(this.value, variable);
    }
    this.gain.fill(0);
    for (let column = 0; column < this.width; column += 1) {
      this.gain[column] = objective.get(at(this.free, column)) ?? 0;
    }
    for (const [row, cells] of this.cells.entries()) {
      const coefficient = objective.get(at(this.bound, row)) ?? 0;
      if (coefficient !== 0) addTo(this.gain, cells, coefficient);
    }
    return height;
  }

  values(): readonly number[] {
    return [...this.value.subarray(0, this.width)];
  }

  /** The column that gains most, or, `byIndex`, the one of the least variable that gains. */
  entering(byIndex: boolean): Entering | undefined {
    let best: Entering | undefined;
    let worth = 0;
    for (let column = 0; column < this.width; column += 1) {
      const gain = at(this.gain, column);
      const direction = gain > 0 ? 1 : -1;
      if (Math.abs(gain) <= NOTHING || this.room(at(this.free, column), direction) <= NOTHING) {
        continue;
      }
      const rank = byIndex ? 1 / (1 + at(this.free, column)) : Math.abs(gain);
      if (rank > worth) {
        worth = rank;
        best = { column, direction };
      }
    }
    return best;
  }

  /** Moves the variable of the column as far as it goes, or until that much is gained; returns what was gained. */
  enter({ column, direction }: Entering, most: number): number {
    const gain = Math.abs(at(this.gain, column));
    // A whole step, though it gains more: halves of persons prove nothing.
    const enough = Math.ceil(most / gain - NOTHING);
    const own = Math.min(this.room(at(this.free, column), direction), enough);
    const { length, row } = this.leaving({ column, direction }, own);
    this.move(column, direction * length);
    if (row >= 0) this.pivot(row, column);
    return gain * length;
  }

  private room(variable: number, direction: 1 | -1): number {
    const value = at(this.value, variable);
    return direction > 0 ? at(this.upper, variable) - value : value - at(this.lower, variable);
  }

  private leaving({ column, direction }: Entering, own: number): Leaving {
    let best: Leaving = { length: own, row: -1, size: 0 };
    for (const [row, cells] of this.cells.entries()) {
      const rate = at(cells, column) * direction;
      const size = Math.abs(rate);
      if (size <= NOTHING) continue;
      const room = this.room(at(this.bound, row), rate > 0 ? 1 : -1);
      const length = Math.max(0, room) / size;
      const isNearer = length < best.length - NOTHING;
      // Of rows that are met together the largest element keeps the arithmetic exact.
      if (isNearer || (length <= best.length + NOTHING && size > best.size && best.row >= 0)) {
        best = { length: Math.min(length, best.length), row, size };
      }
    }
    return best;
  }

  private move(column: number, by: number): void {
    if (by === 0) return;
    const entering = at(this.free, column);
    this.value[entering] = at(this.value, entering) + by;
    for (const [row, cells] of this.cells.entries()) {
      const variable = at(this.bound, row);
      this.value[variable] = at(this.value, variable) + at(cells, column) * by;
    }
  }

  private pivot(row: number, column: number): void {
    const pivotRow = this.cells[row] ?? new Float64Array();
    const inverse = 1 / at(pivotRow, column);
    for (let other = 0; other < this.width; other += 1) {
      if (other !== column) pivotRow[other] = clean(-at(pivotRow, other) * inverse);
    }
    pivotRow[column] = inverse;
    for (const cells of this.cells) if (cells !== pivotRow) substitute(cells, pivotRow, column);
    substitute(this.gain, pivotRow, column);
    const entered = at(this.free, column);
    this.free[column] = at(this.bound, row);
    this.bound[row] = entered;
  }
}

/** Puts the pivot row in the place of the column's variable. */
function substitute(cells: Float64Array, pivotRow: Float64Array, column: number): void {
  const factor = at(cells, column);
  if (factor === 0) return;
  for (let other = 0; other < cells.length; other += 1) {
    if (other !== column) cells[other] = clean(at(cells, other) + factor * at(pivotRow, other));
  }
  cells[column] = clean(factor * at(pivotRow, column));
}

function addTo(sum: Float64Array, cells: Float64Array, factor: number): void {
  for (let column = 0; column < sum.length; column += 1) {
    sum[column] = clean(at(sum, column) + factor * at(cells, column));
  }
}

// Almost all elements are 0, 1 or -1: what is nearly nothing is a rounding error.
const clean = (value: number): number => (Math.abs(value) < NOTHING ? 0 : value);

const at = (values: Float64Array | Int32Array, index: number): number => values[index] ?? 0;

function spread(terms: ReadonlyMap<number, number>, width: number): Float64Array {
  const cells = new Float64Array(width);
  for (const [column, coefficient] of terms) cells[column] = coefficient;
  return cells;
}
