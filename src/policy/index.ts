export {
  decide,
  decideCoordinate,
  type Standing,
  type Verdict,
  WITHHOLD_REASONS,
  type WithholdReason,
} from './decide.js';
export { disclosurePage } from './disclosure.js';
export { permittedPurposes } from './explain.js';
export {
  type InstrumentSetting,
  type Law,
  type LawInForce,
  type LawOptions,
  openLaw,
  readLaw,
} from './law.js';
export { type Closing, freeze, narrow, REFUSAL_GROUNDS, type RefusalGround } from './narrow.js';
export { policyVersion } from './version.js';
