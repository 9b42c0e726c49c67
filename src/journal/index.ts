export {
  answeredEntry,
  DOMESTIC_LOG,
  type JournalHead,
  logOf,
  refusedEntry,
  type Visit,
} from './journal.js';
