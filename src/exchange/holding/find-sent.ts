/** A request that this authority sent, with what may be read of it out of custody for a purpose (11(2)). */
import { accountable, type CustodyFile, heldNow, readableNow } from '../../custody/index.js';
import type { FindSent, SentReading, SentRequest } from '../../requests/index.js';
import type { CaseFile } from '../../store/index.js';
import { isClause } from '../../treaty/index.js';
import type { ExchangeRooms } from '../rooms.js';
import { type AnswerInForce, answerInForce } from './in-force.js';

type CustodyRooms = Pick<ExchangeRooms, 'cases' | 'custody' | 'custodyFiles' | 'consents'>;

const REASONS = {
  NOTHING_HELD: 'NOTHING_HELD',
  NOT_THIS_UNIT: 'NOT_THIS_UNIT',
  NOT_FOR_THIS_PURPOSE: 'PURPOSE_NOT_STATED',
} as const;

/** Opens the look-up that `withCustody` weighs grants from. */
export function openFindSent(rooms: CustodyRooms): FindSent {
  return async ({ request, purpose, unit }) => {
    const [file, holdings, kept] = await Promise.all([
      rooms.cases.load(request),
      rooms.custody.holdings(request),
      rooms.custodyFiles.load(request),
    ]);
    const answer = file && answerInForce(file.case.chain);
    if (file === undefined || !isWhole(file)) return undefined;
    const consents = await rooms.consents(request);
    const sources = answer === undefined ? [] : [answer.source, ...broughtSince(kept)];
    const now = rooms.custody.now();
    const of = heldNow(holdings, sources);
    const question = { holdings: of, purpose, unit, askedBy: file.unit, consents, now };
    return sentOf(file, answer, readingOf(readableNow(question), sources));
  };
}

/** What a correction or a recall brought is held under the digest of the message that opened it. */
const broughtSince = (kept: CustodyFile | undefined): readonly string[] =>
  (kept === undefined ? [] : accountable(kept)).flatMap(({ steps: [first] }) =>
    first === undefined ? [] : [first.digest],
  );

// While its chain is at fault an operator decides; nothing of it is shown.
const isWhole = ({ case: kept }: CaseFile): boolean =>
  kept.side === 'REQUESTING' && kept.fault === null;

function sentOf(
  file: CaseFile,
  answer: AnswerInForce | undefined,
  reading: SentReading,
): SentRequest {
  const { head, state } = file.case;
  const { instrument, requestingAuthority, officers } = file;
  return {
    ...{ id: head.id, digest: head.request, instrument, requestingAuthority, state, officers },
    asOf: answer?.conclusion.asOf ?? 0,
    reading,
  };
}

function readingOf(
  readable: ReturnType<typeof readableNow>,
  sources: readonly string[],
): SentReading {
  if (readable.under === null) return { ground: null, why: REASONS[readable.why] };
  const { under, basis, subjects } = readable;
  if (!isClause(basis)) return { ground: null, why: 'PURPOSE_NOT_STATED' };
  const { purpose, provider } = under;
  const tagKeys = new Map(subjects.map(({ n, tagKey }) => [n, tagKey]));
  return { ground: { sources, purpose, provider, tagKeys }, basis, subjects };
}
