export { claimedCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
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
export {
  type Batch,
  type CheckpointKeeper,
  type LedgerReader,
  type LedgerStore,
  type LogHead,
  TicketsSpent,
} from './ledger-store.js';
export { leafHash, type Subtree } from './merkle.js';
export { checkNote, formatVkey, type NoteKey, parseVkey, signNote } from './note.js';
export {
  isDisclosure,
  type PlacedLeaf,
  pairLeaves,
  RECONCILIATION_PATH,
  type Unpaired,
} from './pairing.js';
export { type LedgerProofs, loadHashes, openProofs } from './proofs.js';
export {
  bearsLeaf,
  checkReceipt,
  checkStanding,
  formatReceipt,
  openReceipt,
  parseReceipt,
  type Standing,
} from './receipt.js';
export { compareRows, type LedgerRow } from './rows.js';
export { formatStanding, parseStanding } from './standing-text.js';
export { hashOver, runUnder, type StoredRun } from './stored-nodes.js';
export { type TaggedRequest, type TagWindow, tagScopes } from './tag-scopes.js';
export { type ReceiptSink, type Told, tellNext } from './telling.js';
export { parseTilePath } from './tiles.js';
export { type Evidence, type Verdict, verifyRows } from './verify.js';
export { cosign, cosignedAt, witnessNameOf } from './witness/cosignature.js';
export {
  type Condemnation,
  gateLedger,
  type OutOfReach,
  openGate,
  type WitnessGate,
} from './witness/gate.js';
export {
  isEvidence,
  judgeSubmission,
  openSubmission,
  WITNESS_REFUSALS,
  type WitnessedHead,
  type WitnessRefusal,
} from './witness/judge.js';
export {
  SIZE_TYPE,
  WITNESS_PATHS,
  WITNESS_STATUS,
  type WitnessAnswer,
} from './witness/protocol.js';
export {
  proveGrowth,
  type StoredLog,
  standingOf,
  type WitnessStanding,
} from './witness/standing.js';
export { formatSubmission } from './witness/submission.js';
export { type LedgerWriter, openLedger, originOf } from './writer.js';
