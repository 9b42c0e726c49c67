export type { Count } from './counts.js';
export {
  DEFINITIONS,
  type Definition,
  type DefinitionId,
  definitionOf,
  KINDS,
  type Kind,
  SUBJECTS,
  type Subject,
} from './definitions.js';
export { ageBandOf, CATEGORIES, DIMENSIONS, sexOf, TOTAL, UNKNOWN } from './dimensions.js';
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
  yearOf,
} from './period.js';
export { REGIONS, regionOf } from './regions.js';
export { cellKey, type Figure, placesOf, type Table, tabulate } from './tabulate.js';
