export { type KeptDeferral, openDeferrals, type ReportDeferrals } from './deferrals.js';
export {
  type AboutPerson,
  type AuditShelf,
  type FoundRow,
  openAuditShelf,
  type StoredEntry,
} from './shelf.js';
