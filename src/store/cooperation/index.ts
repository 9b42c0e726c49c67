export {
  type Activities,
  type ActivityQuery,
  type KeptActivity,
  openActivities,
} from './activities.js';
export { type CasesBetween, type CountedCase, casesBetween } from './executions.js';
export { type CountIn, type MaterialBetween, openMaterialBetween } from './material-between.js';
export { openProvisionsBetween, type ProvisionsBetween } from './provisions-between.js';
