/** What the gateway can say. Every language has a text for every key; a catalogue that lacks one does not compile. */
import type { AnswerCode, DocumentReason, ErrorCode } from '../base/index.js';

/** Why an item is withheld, as the policy room names it. */
export const WITHHOLD_KEYS = [
  'NOT_IN_INSTRUMENT',
  'NOT_FOR_PURPOSE',
  'IN_DISPUTE',
  'NOT_FOR_SUBJECT',
] as const;
export type WithholdKey = (typeof WITHHOLD_KEYS)[number];

export type MessageKey = ErrorCode | AnswerCode | DocumentReason | WithholdKey;

/** One language's texts. Constant: nothing that was sent is ever put into them. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
