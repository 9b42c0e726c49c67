/** The sample that development shows: invented, in four languages, under both texts. As a file of the import would hold it. */
import type { Json } from '../../base/index.js';
import { UNDER_AZ_BE } from './azerbaijan-belgium.js';
import { UNDER_AZ_KZ } from './azerbaijan-kazakhstan.js';

export const SAMPLE_PUBLICATIONS: readonly Json[] = [...UNDER_AZ_KZ, ...UNDER_AZ_BE];
