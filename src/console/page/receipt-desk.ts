/** Receipts, checked in the browser by the client's own checker against the key under which the log was first seen. */
import { type ReceiptVerdict, verifyReceipt } from '../../../client/src/receipt/index.js';

/** An answer with its receipt, and the headers it was asked with. */
export interface Sealed {
  /** The value of Exchange-Receipt. */
  readonly receipt: string;
  /** The answer's bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Headers;
}

/** As long as the page lives, a caller's log has one key: one that comes later is not believed. */
export function openReceiptDesk(): (sealed: Sealed) => Promise<ReceiptVerdict> {
  const keys = new Map<string, string>();
  return async ({ receipt, bytes, headers }) => {
    const caller = headers.get('Authorization') ?? '';
    const vkey = keys.get(caller) ?? (await loadKey(caller));
    if (vkey !== '') keys.set(caller, vkey);
    const asked = {
      request: headers.get('Exchange-Request') ?? '',
      purpose: headers.get('Exchange-Purpose') ?? '',
    };
    return verifyReceipt(receipt, { vkey, body: bytes, asked });
  };
}

/** Milliseconds. */
const PATIENCE = 5_000;

// Empty where the gateway tells none: no receipt is verified against it.
async function loadKey(caller: string): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE);
  const headers = { Authorization: caller };
  const response = await fetch('/ledger/key', { headers, signal, cache: 'no-store' }).catch(
    () => undefined,
  );
  return response?.ok === true ? (await response.text()).trimEnd() : '';
}
