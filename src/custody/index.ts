export { Destroyed } from './destroyed.js';
export {
  type DestroyedValue,
  type Destruction,
  type DestructionCertificate,
  type DestructionGround,
  destructionDigest,
} from './destruction.js';
export {
  type HandlingCondition,
  type HeldSubject,
  type Holding,
  type HoldingKind,
  placeOf,
  type ValuePlace,
} from './holding.js';
export { groupOf } from './item-group.js';
export {
  type PurposeConsent,
  type Readable,
  type ReadQuestion,
  type ReadRefusal,
  readableNow,
} from './readable.js';
export {
  type ExtensionFault,
  endOfRetention,
  type RetentionRule,
  retentionRule,
  type Shortening,
  type ShorteningFault,
  whyNoExtension,
  whyNoShortening,
} from './retention.js';
export { type ToldNode, type ToldSubject, toldSubject } from './told.js';
