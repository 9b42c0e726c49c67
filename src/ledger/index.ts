export type { EntryDraft, Ledger, Receipt, SubjectDraft } from './ledger.js';
