export {
  type BoundItems,
  bindItems,
  type Condition,
} from './conditions.js';
export {
  type Case,
  type CaseHead,
  CHAIN_FAULTS,
  type ChainFault,
  draftCase,
  type FoundFault,
  type OwnMotion,
  type RequestedCase,
  type RequestingCase,
  type Settlement,
  type TakenMotion,
} from './exchange/case.js';
export { type Chain, type ChainRecord, digestOf } from './exchange/chain.js';
export { type Arrival, deliver, makeMove } from './exchange/deliver.js';
export { HELD_AHEAD } from './exchange/follow.js';
export { type ChainHistory, chainHistory } from './exchange/history.js';
export {
  caseOf,
  DELIVERIES,
  type Delivery,
  type Message,
  type MotionStep,
  type Step,
} from './exchange/messages.js';
export { declinedInputs, openReceived, type Receipt } from './exchange/sequence.js';
export { absentIn, bindingConditions, toldOutcomes } from './execution/absent.js';
export { decideForChild, recordAge } from './execution/child.js';
export { answerInquiry, dropInquiry, openInquiry } from './execution/inquiries.js';
export {
  INQUIRED_BODIES,
  type InquiredBody,
  type Inquiry,
  type InquiryAnswer,
  lateInquiries,
} from './execution/inquiry.js';
export {
  type ChildDecision,
  concludeSheet,
  type Noted,
  noteOutcome,
  openSheet,
  SHEET_FAULTS,
  type Sheet,
  type SheetEnd,
  type SheetFault,
  type SubjectAge,
} from './execution/sheet.js';
export {
  CHANNELS,
  type Channel,
  type Conclusion,
  MOVER_ROLES,
  type Motion,
  type Move,
  type MoveKind,
  type Mover,
  type MoverRole,
  SIDES,
  type Side,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './moves.js';
export {
  disclosedItems,
  type ItemOutcome,
  type ItemPlace,
  type ItemRefusal,
  type Outcome,
  refuseAll,
  type SubjectOutcomes,
  type WantedItems,
} from './outcomes.js';
export {
  mayRead,
  moveProvision,
  PROVISION_FAULTS,
  PROVISION_STATES,
  PROVISION_TRANSITIONS,
  type Provision,
  type ProvisionFault,
  type ProvisionMove,
  type ProvisionSide,
  type ProvisionState,
  type ProvisionStep,
  type ProvisionTransition,
  provisionFaults,
} from './spontaneous.js';
export {
  TERMINAL_STATES,
  TRANSITIONS,
  type Transition,
  WAITING_STATES,
} from './table.js';
export {
  type CaseStanding,
  MOTION_FAULTS,
  type MotionFault,
  type Weighed,
  weigh,
} from './weigh.js';
