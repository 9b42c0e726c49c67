export { type RetiredKeys, retireSubjectKeys, wrapSubjectKeys } from './retire.js';
export { checkSubjectKeys, openSubjectKeys, type SubjectKeys } from './ring.js';
