/**
 * Inputs that are declined are kept, so that their sender hears the same again, and a sender could fill the store with
 * them. So a case keeps no more than some, and of one authority no more are taken on a day. What is lawful is no decline:
 * it is taken whatever was declined before.
 */
import type { Clock } from '../base/index.js';
import { caseOf, declinedInputs, deliver, type Envelope } from '../requests/index.js';
import type { Declines, ExchangeRooms } from './rooms.js';

/** Far more than any officer puts forward by mistake. */
export const MOST_OF_A_CASE = 64;
const MOST_OF_A_DAY = 1000;
const DAY = 86_400_000;

/** Opens the count. It is this process's own: a start begins anew, and what a case keeps stays bounded by the case. */
export function openDeclines(clock: Clock, most = MOST_OF_A_DAY): Declines {
  const days = new Map<string, { readonly since: number; count: number }>();
  return {
    count(authority) {
      const at = clock.now();
      const known = days.get(authority);
      const day = known !== undefined && at - known.since < DAY ? known : { since: at, count: 0 };
      days.set(authority, day);
      if (day.count >= most) return false;
      day.count += 1;
      return true;
    },
  };
}

/** Whether an envelope brings an input that would be declined, and is one too many to be kept. */
export async function isOneTooMany(
  { cases, declines, gateway, clock }: ExchangeRooms,
  { message, from }: Envelope,
): Promise<boolean> {
  if (message.kind !== 'INPUT') return false;
  const kept = await cases.load(caseOf(message));
  if (kept?.case.side !== 'REQUESTED' || kept.requestingAuthority !== from) return false;
  const before = declinedInputs(kept.case);
  const { case: after } = deliver(kept.case, message, { gateway, now: clock.now() });
  const isDeclined = after?.side === 'REQUESTED' && declinedInputs(after) > before;
  return isDeclined && (before >= MOST_OF_A_CASE || !declines.count(from));
}
