export {
  answeredEntry,
  DOMESTIC_LOG,
  type JournalHead,
  logOf,
  refusedEntry,
  type Visit,
} from './journal.js';
export { enclosedEntry, type MovedCase, movedEntry } from './moves.js';
export { type Searched, searchedEntry } from './search.js';
