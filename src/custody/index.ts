export { asTold } from './as-told.js';
export {
  type Consent,
  consentBytes,
  consentDigest,
  type OnwardTransferConsent,
  type PurposeChangeConsent,
  readConsent,
} from './consents/consent.js';
export { consentDraft } from './consents/consent-draft.js';
export {
  type Act,
  CONSENT_FAULTS,
  type ConsentAnswer,
  type ConsentFault,
  consentFor,
  type HeldConsent,
  type StandingConsent,
} from './consents/consent-for.js';
export { type About, type Body, isScope, isWithin, type Scope } from './consents/scope.js';
export { isOfSameParty, isThirdParty } from './consents/third-party.js';
export { Destroyed } from './destroyed.js';
export {
  type DestroyedValue,
  type Destruction,
  type DestructionCertificate,
  type DestructionGround,
  destructionDigest,
} from './destruction.js';
export { heldNow } from './held-now.js';
export {
  type CaseKeyKind,
  type HandlingCondition,
  type HeldSubject,
  type Holding,
  type HoldingKind,
  placeOf,
  type ValuePlace,
} from './holding.js';
export { groupOf, isItemGroup, itemsIn } from './item-group.js';
export {
  BREACH_NATURES,
  type BreachNature,
  type CustodyAct,
  DESTRUCTION_GROUNDS,
} from './messages/acts.js';
export {
  isOver,
  type LinkSide,
  MATTER_KINDS,
  MATTER_STATES,
  MATTER_STEPS,
  MATTER_TRANSITIONS,
  type MatterKind,
  type MatterState,
  type MatterStep,
} from './messages/matters.js';
export {
  type CustodyMessage,
  custodyBytes,
  custodyDigest,
  readCustodyMessage,
} from './messages/message.js';
export { CUSTODY_SCHEMAS } from './messages/published-schemas.js';
export {
  accountsTold,
  type Matter,
  opening,
  type StepOutcome,
  weighStep,
  withStep,
} from './messages/step.js';
export { type ActFault, answersAsk, whyNotSaid } from './messages/why-not-said.js';
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
export {
  accountable,
  accountIn,
  accountTold,
  appliedNow,
  isAccounted,
  toTell,
} from './transfer/account.js';
export {
  closedScopes,
  currentValues,
  groundOf,
  isRecalled,
  recalledScopes,
} from './transfer/closed.js';
export {
  type CustodyFile,
  partPassed,
  type Registered,
  scopeOf,
} from './transfer/custody-file.js';
export { type Export, exportBytes, readExport } from './transfer/export.js';
export {
  coordinatesTold,
  mergeValues,
  onlyItems,
  type SubjectValues,
  struckOut,
  valuesIn,
} from './transfer/only-items.js';
export { conditionsOn, type Transfer } from './transfer/transfer.js';
export {
  type AccountLine,
  depthOf,
  MOST_TRANSFERS,
  mergeAccounts,
  outstanding,
} from './transfer/tree.js';
export { actingAt, isWithdrawn, standingConsents } from './transfer/withdrawn.js';
