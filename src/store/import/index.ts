export type { RejectedLine } from './batches.js';
export { type ImportCounts, type Importer, openImporter } from './open-importer.js';
