export type { LogTip } from './batch.js';
export {
  type Checkpoint,
  checkCheckpoint,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.js';
export { listCoordinates, readBitmap } from './coordinates.js';
export { type DumpContent, DumpMalformed, formatDump, openDump } from './dump.js';
export { type Entry, makeEntry, tagOf } from './entry.js';
export { parseEntry } from './entry-form.js';
export { describeFinding, type Finding } from './finding.js';
export type { EntryDraft, Ledger, Receipt, SubjectDraft } from './ledger.js';
export type {
  Batch,
  CheckpointKeeper,
  LedgerReader,
  LedgerStore,
  LogHead,
} from './ledger-store.js';
export {
  checkConsistency,
  checkInclusion,
  type HashReader,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  rootOf,
  type Subtree,
} from './merkle.js';
export { checkNote, formatVkey, type NoteKey, parseVkey, signNote } from './note.js';
export { type LedgerProofs, openProofs } from './proofs.js';
export { checkReceipt, formatReceipt, parseReceipt, type ReceiptFault } from './receipt.js';
export type {
  CheckpointRow,
  EntryRow,
  LedgerRow,
  LogRow,
  NodeRow,
  SaltRow,
  SubjectRow,
} from './rows.js';
export { compareRows } from './rows.js';
export { LedgerDamaged } from './settle.js';
export { type Evidence, type Verdict, verifyRows } from './verify.js';
export { type LedgerReadiness, type LedgerWriter, openLedger, originOf } from './writer.js';
