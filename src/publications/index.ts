export {
  type Decision,
  openPublicationDesk,
  type PublicationDesk,
  type PublicationDeskRooms,
} from './desk.js';
export type { PublicationLaw } from './law-faults.js';
export {
  type Attachment,
  type ChangedAct,
  PUBLICATION_FAULTS,
  type Publication,
  type PublicationDates,
  type PublicationFault,
  type PublicationFaultCode,
  type PublicationText,
  type PublicSource,
  SOURCE_LANGUAGES,
  type SourceLanguage,
} from './publication.js';
export { isPublicationId } from './publication-id.js';
export {
  contentOf,
  type Deciding,
  type Finding,
  type Inspect,
  type PlacedFinding,
  PUBLICATION_STATES,
  type PublicationState,
  type PublicationVersion,
  type Published,
  type Publishing,
  publish,
  release,
  withdraw,
} from './publish.js';
export { mediaTypeOf } from './read-attachments.js';
export { readPublication } from './read-publication.js';
export { SAMPLE_PUBLICATIONS } from './sample/index.js';
export { askedTerms, type SearchTerms, termsOf, wordsOf } from './search-words.js';
export type {
  PublicationKeeper,
  PublicationPage,
  PublicationQuery,
  PublicationShelf,
  ShownPublication,
  ShownVersion,
} from './shelf.js';
export { atomFeed } from './shown/atom.js';
export { publicationDocument } from './shown/document.js';
export { entryOf, pathOf } from './shown/entry.js';
export { changedAt, type Feed, type FeedAsked, listPath } from './shown/feed.js';
export { jsonFeed } from './shown/json-feed.js';
export { listPage, PAGE_POLICY, publicationPage } from './shown/page.js';
