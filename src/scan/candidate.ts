/** A stretch of the folded text that may be a number of a document, and the runs that it takes up. */
import type { Finding } from './finding.js';

export interface Candidate extends Pick<Finding, 'weight' | 'why'> {
  readonly from: number;
  readonly to: number;
  /** The first run behind it. */
  readonly next: number;
}
