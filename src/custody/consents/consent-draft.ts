/** The consent that answers an ask in full, as its signatory may sign it (11(2), 11(3)); a narrower one may be signed too. */
import type { CustodyMessage } from '../messages/message.js';
import type { Consent } from './consent.js';

/** The draft, dated now; null of what asks for no consent. The id is that of the ask: one ask, one consent. */
export function consentDraft(
  { id, act, matter, instrument, about, from, to }: CustodyMessage,
  now: number,
): Consent | null {
  if (act.step !== 'ASK' || act.kind === 'RECTIFICATION') return null;
  const { scope, purpose, until } = act;
  const given = {
    ...{ id, matter, instrument, about, scope, purpose, until },
    ...{ provider: to, holder: from, givenAt: new Date(now).toISOString() },
  };
  return act.kind === 'PURPOSE_CHANGE'
    ? { v: 1, kind: 'PURPOSE_CHANGE_CONSENT', ...given }
    : { v: 1, kind: 'ONWARD_TRANSFER_CONSENT', ...given, recipient: act.recipient };
}
