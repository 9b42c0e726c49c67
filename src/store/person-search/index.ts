export type {
  FoundCandidate,
  SearchAnswer,
  SearchedBy,
  SearchPass,
  SearchPersons,
  SearchQuestion,
  SearchScope,
} from './question.js';
export { openPersonSearch } from './search.js';
