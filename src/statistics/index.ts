export {
  type ComputePlan,
  type ComputeWish,
  type Draft,
  draftOf,
  planOf,
  type Standing,
} from './compute.js';
export type { Count } from './counts.js';
export {
  DEFINITIONS,
  type Definition,
  type DefinitionId,
  definitionOf,
  KINDS,
  type Kind,
  type Subject,
} from './definitions.js';
export {
  type CountedQuarter,
  type Counting,
  openStatisticsDesk,
  type StatisticsBook,
  type StatisticsDesk,
  type TableName,
  type Told,
  type Transact,
} from './desk.js';
export { ageBandOf, sexOf, TOTAL, UNKNOWN } from './dimensions.js';
export { isSafe, LEAST_THRESHOLD, protect, type ToProtect } from './disclosure/protect.js';
export type { Publishing } from './disclosure/system.js';
export {
  cutOffOf,
  hasEnded,
  monthsOf,
  type Period,
  type Quarter,
  quartersOf,
  quartersUntil,
  readPeriod,
} from './period.js';
export { type Population, populationsOf } from './populations.js';
export { regionOf } from './regions.js';
export { csvOf } from './release/csv.js';
export { statisticsPublication } from './release/publication.js';
export { type ReleasedTable, releasedOf, type ShownFigure } from './release/released.js';
export { cellKey, type Figure, type Place, type Table, tabulate } from './tabulate.js';
