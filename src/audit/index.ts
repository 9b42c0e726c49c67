export { type Access, accessOf, accessOfSubject, type EntryPlace } from './access.js';
export { type Outlier, outliers } from './outliers.js';
export { type Repeat, Repeats } from './repeats.js';
export { type Deferral, dueReviews, subjectReport } from './report.js';
export { Sample } from './sample.js';
export { type AskerCount, type PurposeItemCount, type Statistics, Tally } from './tally.js';
