export { openPublicationKeeper, openPublicationShelf } from './publications.js';
