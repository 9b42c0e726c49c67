export type { ArrivalFault } from './arrival.js';
export { type FindCase, guardGrants } from './case-grants.js';
export { openDeclines } from './declines.js';
export {
  type AskedMove,
  type Concluding,
  type Desk,
  type DeskAnswer,
  type DeskFault,
  type FoundPerson,
  openDesk,
  type SignedDraft,
} from './desk.js';
export { countNotices, noticedCases } from './notices.js';
export { type Officer, officerOf } from './officer.js';
export { openPack, type PackageRooms } from './package.js';
export { openPresence } from './presence.js';
export type { Book, ExchangeRooms, PackageQuestion } from './rooms.js';
export { sendMail } from './send.js';
export { type MailRefusal, type MailReply, type PartnerMail, takeMail } from './take.js';
export { releaseMail, wakeCases } from './watch.js';
