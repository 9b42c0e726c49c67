export type { BatchLimits, RejectedLine } from './batches.js';
export {
  type DeleteCounts,
  type ImportCounts,
  type Importer,
  type ImporterOptions,
  type ImportWish,
  openImporter,
} from './open-importer.js';
