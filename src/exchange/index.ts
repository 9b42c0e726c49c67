export type { ArrivalFault } from './arrival.js';
export { openBook } from './book.js';
export { type FindCase, guardGrants } from './case-grants.js';
export { countNotices, noticedCases } from './clock-notices.js';
export { countActivities, countProvisions, openExecutions } from './cooperation/counts.js';
export { openCooperationDesk } from './cooperation/desk.js';
export { countMaterial } from './cooperation/material.js';
export type {
  AskedExport,
  AskedReading,
  CustodyDeskFault,
  StepPlace,
} from './custody/asked.js';
export { openConsents } from './custody/consents.js';
export {
  type CustodyAnswer,
  type CustodyDesk,
  type OfficerAct,
  openCustodyDesk,
} from './custody/desk.js';
export type { Exported } from './custody/export-held.js';
export { openHeldValues } from './custody/held.js';
export type { Holding } from './custody/holding.js';
export type { HeldRead } from './custody/read-held.js';

export { openDeclines } from './declines.js';
export {
  type AskedMove,
  type Concluding,
  type Desk,
  type FoundPerson,
  openDesk,
  type SignedDraft,
} from './desk.js';
export type { DeskAnswer, DeskFault } from './desk-answer.js';
export { type DestroyRooms, destroyBy, destroyDue } from './holding/destroy.js';
export { openFindSent } from './holding/find-sent.js';
export { openLifeDesk } from './life/desk.js';
export type { LifeRooms } from './life/rooms.js';
export { releaseNotices } from './notices/release.js';
export { type Officer, officerOf } from './officer.js';
export { openAnswers, openPack, type PackageRooms } from './package.js';
export { openPresence } from './presence.js';
export { openReadmissionDesk } from './readmission/desk.js';
export type { ReadmissionRooms } from './readmission/rooms.js';
export {
  type Reconciled,
  type ReconcileRooms,
  reconcile,
  takeLeafQuestion,
} from './receipts/reconcile.js';
export type { Book, ExchangeRooms, PackageQuestion, Packed } from './rooms.js';
export { sendMail } from './send.js';
export { type MailRefusal, type MailReply, type PartnerMail, takeMail } from './take.js';
export {
  type AskedProvisionMove,
  openProvisionDesk,
  type ProvisionAnswer,
  type ProvisionDesk,
  type ProvisionDeskFault,
  type ProvisionNote,
} from './unasked/desk.js';
export { endProvisions } from './unasked/end.js';
export type { ProvisionContent } from './unasked/read.js';
export type { SignedProvision } from './unasked/sign.js';
export { wakeCases } from './watch.js';
export { openRounds, type WitnessRounds } from './witness/rounds.js';
export type { SeekOutcome, WitnessedHere } from './witness/seek.js';
export { latestCosigned, takeCheckpoint, type WitnessRooms } from './witness/take.js';
