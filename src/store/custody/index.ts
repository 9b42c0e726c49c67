export { type Custody, type NewHolding, type NewValue, openCustody } from './custody.js';
export { type EpochKeys, type KeyFate, openEpochKeys } from './epoch-keys.js';
export type { CustodyGround } from './epochs.js';
export {
  type DueValue,
  type Erasure,
  type ErasureStep,
  type Erasures,
  type NewCertificate,
  openErasures,
} from './erasures.js';
export { openHeldReader } from './held-reader.js';
export { eraseReturned, findLost, type LostKey } from './lost-keys.js';
