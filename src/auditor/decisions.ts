/**
 * Whether decisions on reports (11(1)) are those that were sealed: whoever may write their table could defer what was
 * never deferred, or take back what came after. The last decision on a request in the log is the one that holds.
 */
import { DOMESTIC_LOG, lookDigest } from '../journal/index.js';
import { originOf, parseEntry } from '../ledger/index.js';
import type { KeptDeferral } from '../store/index.js';
import type { AuditorRooms } from './rooms.js';

type DecisionRooms = Pick<AuditorRooms, 'shelf' | 'head'>;

/** What else an auditor asks of a request: of a decision the digest tells no more than that it is none of these. */
const LOOKS: ReadonlySet<string> = new Set(
  ['request', 'evidence'].map((question) => lookDigest(question, null)),
);

/** Whether each of these requests has the decision that was sealed last, or none of both. */
export async function areSealed(
  rooms: DecisionRooms,
  requests: readonly string[],
  deferrals: readonly KeptDeferral[],
): Promise<boolean> {
  for (const request of requests) {
    const kept = deferrals.find((one) => one.request === request);
    if ((await lastDecision(rooms, request)) !== (kept && digestOf(kept))) return false;
  }
  return true;
}

const digestOf = ({ decision, reviewAt }: KeptDeferral): string =>
  lookDigest('decide', { decision, reviewAt });

const PAGE = 1_000;

/** The digest of the last decision on a request, as it stands in the log of the authority's own officers. */
async function lastDecision(
  { shelf, head }: DecisionRooms,
  request: string,
): Promise<string | undefined> {
  const origin = originOf(head.ownAuthority, DOMESTIC_LOG);
  let last: string | undefined;
  for (let after = { origin, index: -1 }; ; ) {
    const rows = await shelf.ofRequest(request, { first: PAGE, after });
    for (const { leaf } of rows.filter((row) => row.origin === origin)) {
      const entry = parseEntry(leaf);
      const isDecision = entry?.asking.role === 'AUDITOR' && !LOOKS.has(entry.operation);
      if (isDecision) last = entry.operation;
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < PAGE || end.origin !== origin) return last;
    after = { origin, index: end.index };
  }
}
