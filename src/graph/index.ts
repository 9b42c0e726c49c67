export type {
  Answer,
  AskedCoordinate,
  DocumentParams,
  ExecuteOptions,
  Graph,
  JournalLine,
  Judgement,
  Operation,
} from './graph.js';
