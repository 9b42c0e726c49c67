/** How the receipt of an answer is verified: against a key that the caller knows, or the one that the gateway tells. */
import { type Failed, failed, type ReceiptState } from './outcome.js';
import { type Question, read, type Sent } from './post.js';
import { type ReceiptEvidence, verifyReceipt } from './receipt/index.js';
import type { Understood } from './understand.js';

/**
 * `key`: the verifier key of the log as the Parties exchanged it (`sorgu keys show` at the gateway). Without it the
 * gateway's own word is taken (`GET /ledger/key`): that proves the entry to whoever trusts the gateway's certificate.
 * `false`: receipts are handed on and not verified.
 */
export type Verify = { readonly key?: string } | false;

/** An answer whose receipt is in question. */
export interface Evidence extends Pick<Question, 'headers' | 'signal'> {
  readonly sent: Sent;
  readonly understood: Pick<Understood, 'isSealed' | 'exchange'>;
}

type Verified = Extract<ReceiptState, { state: 'verified' }>;

export type Verifier = (evidence: Evidence) => Promise<ReceiptState | Failed>;

interface VerifierOptions extends Pick<Question, 'fetch'> {
  readonly origin: string;
  readonly verify: Verify;
}

/**
 * Makes the verifier of a client. For the client's life it keeps a key that the gateway told, and which entries it was
 * shown: the same answer twice is two entries.
 */
export function openVerifier({ origin, fetch, verify }: VerifierOptions): Verifier {
  const url = `${origin}/ledger/key`;
  const seen = new Set<string>();
  let known = verify === false ? undefined : verify.key;
  return async ({ sent, understood, ...asking }) => {
    const { receipt: header, body } = sent;
    if (header === null) return understood.isSealed ? failed('RECEIPT_MISSING') : { state: 'none' };
    if (verify === false) return { state: 'notVerified', header };
    known ??= (await read({ url, fetch, ...asking }))?.trim();
    if (known === undefined) return failed('KEY_UNAVAILABLE');
    const evidence = { vkey: known, body, ...askedOn(understood) };
    return once(seen, await verdictOn(header, evidence));
  };
}

const askedOn = ({ exchange }: Evidence['understood']) =>
  exchange === null ? {} : { asked: exchange };

async function verdictOn(header: string, evidence: ReceiptEvidence): Promise<Verified | Failed> {
  const verdict = await verifyReceipt(header, evidence);
  if (verdict.verdict === 'FAILED') return failed('RECEIPT_REFUSED', verdict.step);
  const { origin, index } = verdict;
  return { state: 'verified', header, origin, index };
}

/** What was verified, the first time; the header may differ where a later checkpoint proves the entry again. */
function once(seen: Set<string>, verdict: Verified | Failed): Verified | Failed {
  if ('outcome' in verdict) return verdict;
  const place = `${verdict.index} ${verdict.origin}`;
  if (seen.has(place)) return failed('RECEIPT_REPEATED');
  seen.add(place);
  return verdict;
}
