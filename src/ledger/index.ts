export { parseCheckpoint, signCheckpoint } from './checkpoint.js';
export { checkConsistency } from './consistency.js';
export { listCoordinates, readBitmap } from './coordinates.js';
export { DumpMalformed, formatDump, openDump } from './dump.js';
export { type Entry, makeEntry, type TagScope, tagOf } from './entry.js';
export { parseEntry } from './entry-form.js';
export {
  type EvidenceSection,
  evidenceSubtrees,
  formatEvidence,
  type ShownEntry,
} from './evidence.js';
export { describeFinding } from './finding.js';
export { checkInclusion } from './inclusion.js';
export type { EntryDraft, Ledger, Receipt, SubjectDraft } from './ledger.js';
export type {
  Batch,
  CheckpointKeeper,
  LedgerReader,
  LedgerStore,
  LogHead,
} from './ledger-store.js';
export { type HashReader, leafHash, type Subtree } from './merkle.js';
export { checkNote, formatVkey, parseVkey, signNote } from './note.js';
export { type LedgerProofs, openProofs } from './proofs.js';
export { checkReceipt, formatReceipt, openReceipt, parseReceipt } from './receipt.js';
export { compareRows, type LedgerRow } from './rows.js';
export { type TaggedRequest, type TagWindow, tagScopes } from './tag-scopes.js';
export { type Evidence, type Verdict, verifyRows } from './verify.js';
export { type LedgerWriter, openLedger, originOf } from './writer.js';
