/** The receipt of the last answer in words: where the answer stands, or which step of the check failed. */
import { createElement as h, type ReactElement } from 'react';
import type { ReceiptStep, ReceiptVerdict } from '../../../client/src/receipt/index.js';

const WORDS: Readonly<Record<ReceiptStep, string>> = {
  UNSUPPORTED: 'this browser has no Ed25519 here, so nothing is known of it.',
  FORM: 'the header is no receipt.',
  KEY: "the gateway's key is not that of the log named.",
  CHECKPOINT: 'the checkpoint is not signed by the key of the log.',
  LEAF: 'the entry is not the one that its hash is of.',
  INCLUSION: 'the proof does not lead from the entry to the signed tree.',
  BODY: 'the entry is about other bytes than these.',
  ASKED: 'the entry is about another request or purpose.',
};

/** Says how the check of a receipt ended. */
export function ReceiptProof({ proof }: { readonly proof: ReceiptVerdict }): ReactElement {
  if (proof.verdict === 'FAILED') {
    const text = `Receipt not verified, ${proof.step}: ${WORDS[proof.step]}`;
    return h('p', { className: 'proof failed', role: 'alert' }, text);
  }
  const { origin, index, size } = proof;
  const text = `Receipt verified in this browser: log ${origin}, index ${index}, size ${size}.`;
  return h('p', { className: 'proof verified' }, text);
}
