export {
  openPublicationImporter,
  type PublicationImporter,
  type RejectedPublication,
} from './importer.js';
export { openPublicationKeeper, openPublicationShelf } from './publications.js';
