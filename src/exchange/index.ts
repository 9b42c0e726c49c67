export type { ArrivalFault } from './arrival.js';
export { type FindCase, guardGrants } from './case-grants.js';
export {
  type AskedMove,
  type Concluding,
  type Desk,
  type FoundPerson,
  openDesk,
  type SignedDraft,
} from './desk.js';
export type { DeskAnswer, DeskFault } from './desk-answer.js';
export type { Officer } from './officer.js';
export { openAnswers, openPack, type PackageRooms } from './package.js';
export type { Book, ExchangeRooms, PackageQuestion } from './rooms.js';
export { sendMail } from './send.js';
export { type MailRefusal, type MailReply, type PartnerMail, takeMail } from './take.js';
export { releaseMail, wakeCases } from './watch.js';
