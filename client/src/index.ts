export type { FaultCode, RefusalCode, RefusalReason } from './codes.js';
export type { Closed, Guarded, Surfaced } from './guarded.js';
export { type Client, type ClientOptions, openClient } from './open-client.js';
export * from './operations.generated.js';
export type { Answered, Exchange, Failed, Outcome, ReceiptState, Refused } from './outcome.js';
export type { Operation, Outline, OutlineField } from './outline.js';
export type { Verify } from './verify.js';
