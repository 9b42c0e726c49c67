export type {
  Accesses,
  Audited,
  AuditHallDesk,
  DeferralWish,
  Sampled,
} from './audit/desk.js';
export type { CaseDesk } from './cases/desk.js';
export type { AskingOfficer, CaseOfficer } from './cases/officer.js';
export type {
  ActivityDeskAnswer,
  ActivityStep,
  Cleared,
  ContactDeskAnswer,
  ContactPoint,
  ContactWish,
  CooperationFault,
  CooperationHallDesk,
  MonitoredFigure,
  MonitoredPeriod,
  MonitoringAnswer,
} from './cooperation/desk.js';
export { type HashedDocument, hashDocuments } from './document/hash-documents.js';
export { openTurns } from './execution/turns.js';
export type {
  Answer,
  DocumentParams,
  ExecuteOptions,
  Graph,
  Judgement,
  Operation,
} from './graph.js';
export type { CaseHall } from './hall.js';
export type { LifeAnswer, LifeHallDesk, ShownLife, StatedAct } from './life/desk.js';
export { type GraphOptions, openGraph, openSubgraph, SchemaFault } from './open-graph.js';
export type { PublicationHall } from './publications/reading.js';
export type {
  AskedReadmission,
  ReadmissionDone,
  ReadmissionHallDesk,
  ReadmissionStep,
} from './readmission/desk.js';
export type {
  ReadReport,
  ReportCaller,
  ReportDeskAnswer,
  ReportHallDesk,
  ReportPage,
  ReportPlace,
} from './reports/desk.js';
export { buildGraphSchema, printSdl } from './schema.js';
export { buildStateSubgraph } from './subgraph/state-subgraph.js';
