/** What callers are told while there is no room: a code, and nothing of what happens inside. */
import { z } from 'zod';
import type { Received } from '../kill/load.js';

const away = z.strictObject({
  errors: z.tuple([
    z.strictObject({
      message: z.string(),
      extensions: z.strictObject({ code: z.enum(['UNAVAILABLE', 'LEDGER_UNAVAILABLE']) }),
    }),
  ]),
});

/** How many of those who are told that it is away are told otherwise than that. */
export function countUnclear(received: readonly Received[]): number {
  return received.filter(({ status, body }) => status === 503 && !isClear(body)).length;
}

function isClear(body: Buffer): boolean {
  try {
    return away.safeParse(JSON.parse(body.toString())).success;
  } catch {
    return false;
  }
}
