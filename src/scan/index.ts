export { inspectFile, isOfType, MEDIA_TYPES, type MediaType } from './files.js';
export {
  FINDING_KINDS,
  FINDING_SIGNS,
  type Finding,
  type FindingKind,
  type FindingSign,
} from './finding.js';
export { inspect, SCANNER } from './inspect.js';
