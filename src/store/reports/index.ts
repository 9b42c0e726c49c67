export { type KeptReport, openReports, type ReportQuery, type Reports } from './reports.js';
export { openSealedSteps, type SealedStep, type SealedSteps } from './sealed-steps.js';
