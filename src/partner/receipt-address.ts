/** Receipts for an address of the supervisory authority: NDJSON by POST over HTTPS, taken where it answers 2xx. */
import { formatStanding, type ReceiptSink, type Standing } from '../ledger/index.js';

/** Milliseconds. */
const PATIENCE = 10_000;

/** What it has is remembered in `taken`, a sink that keeps only what the address has taken. */
export function openReceiptAddress(url: URL, taken: ReceiptSink): ReceiptSink {
  return {
    last: () => taken.last(),
    async take(receipts) {
      await post(url, receipts);
      await taken.take(receipts.slice(-1));
    },
  };
}

/** Rejects by a constant: what the other end says is nobody's business. */
async function post(url: URL, receipts: readonly Standing[]): Promise<void> {
  const body = receipts.map((receipt) => `${formatStanding(receipt)}\n`).join('');
  const headers = { 'content-type': 'application/x-ndjson' };
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers,
    signal,
    redirect: 'error',
  }).catch(() => undefined);
  await answer?.body?.cancel();
  if (answer?.ok !== true) throw new Error('receipts: the address did not take them');
}
