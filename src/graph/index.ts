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
export { type GraphOptions, openGraph, SchemaFault } from './open-graph.js';
export { buildGraphSchema, printSdl } from './schema.js';
