export {
  decide,
  decideCoordinate,
  type Standing,
  type Verdict,
  type WithholdReason,
} from './decide.js';
export { disclosurePage } from './disclosure.js';
export { permittedPurposes } from './explain.js';
export { type InstrumentSetting, type Law, type LawOptions, readLaw } from './law.js';
export { type Closing, narrow, REFUSAL_GROUNDS, type RefusalGround } from './narrow.js';
export { policyVersion } from './version.js';
