import type { Coordinate } from '../treaty/index.js';

/** Thrown in the place of a value whose retention has ended, or that was destroyed (11(5)). Names no value. */
export class Destroyed extends Error {
  override readonly name = 'Destroyed';

  constructor(
    /** The subject's number in the request. */
    readonly n: number,
    readonly coordinate: Coordinate,
  ) {
    super('DESTROYED');
  }
}
