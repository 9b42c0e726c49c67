/**
 * What a command repeats of an answer: codes of closed lists, and text without control characters. Whoever answers at an
 * address may have said anything, to an operator's terminal too.
 */
import { z } from 'zod';
import { ANSWER_CODES, AUDIT_FAULTS, ERROR_CODES } from '../base/index.js';
import { EXCHANGE_KEYS } from '../words/index.js';
import { CommandFault } from './tools.js';

/** The code of a refusal, or of an error beside data. */
export const errorCode = z.enum([...ERROR_CODES, ...ANSWER_CODES]);

/** Why the auditor's bench tells nothing. */
export const auditFault = z.enum(AUDIT_FAULTS);

/** Why a step of custody was not made. */
export const custodyCode = z.enum([...EXCHANGE_KEYS.CUSTODY, ...EXCHANGE_KEYS.FAULT]);

const control = /[^\P{Cc}\n\t]/u;

/** Lines of a document that a terminal shows as they are. */
export const plainText = z.string().refine((text) => !control.test(text));

/** Reads it, or rejects with a constant: a parser's own message would repeat what was sent. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (!read.success) throw new CommandFault((say) => say('NO_GATEWAY'));
  return read.data;
}
