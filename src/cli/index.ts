export { ask } from './ask.js';
export { audit } from './audit.js';
export { showClock } from './clock.js';
export { listActivities, listContacts } from './cooperation.js';
export { explain } from './explain.js';
export { exportReceived } from './export.js';
export { deleteListed, importFile } from './import.js';
export { checkInstrument } from './instrument.js';
export {
  listInterviewWindows,
  openInterviewWindows,
  withdrawInterviewWindow,
} from './interviews.js';
export { createKey, type KeysCommand, showKeys } from './keys.js';
export { languageAsked } from './language-option.js';
export { writeLetter } from './letter.js';
export { showLists } from './lists.js';
export { listDeadMail, sendMailAgain } from './mail.js';
export { listNotices, sendNotice, writeNotice } from './notices.js';
export { checkOperations, type HashOperation, hashOperations } from './operations.js';
export { runProgram } from './program.js';
export {
  decidePublication,
  isAnythingPublished,
  listHeld,
  listPublications,
} from './publications.js';
export { listReceipts, readStandings, recordReceipts, showPairs } from './receipts.js';
export { recordLists } from './record-lists.js';
export { personLines, writeSample } from './sample.js';
export { signRequestFile } from './sign.js';
export { computeTables, listTables, releaseTable, showTable } from './statistics.js';
export {
  CommandFault,
  type ExchangeTools,
  type ExitCode,
  type ExplainWishes,
  type InterviewTools,
  type SigningKey,
  type Tools,
  UsageFault,
  type Voice,
} from './tools.js';
export { dumpLedger, verifyLedger } from './verify-ledger.js';
