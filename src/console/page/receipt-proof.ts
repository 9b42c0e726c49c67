/** The receipt of the last answer in words: where the answer stands, or which step of the check failed. */
import { createElement as h, type ReactElement } from 'react';
import type { ReceiptStep, ReceiptVerdict } from '../../../client/src/receipt/index.js';
import { useSpeech } from './speech.js';

const REASONS = {
  UNSUPPORTED: 'STEP_UNSUPPORTED',
  FORM: 'STEP_FORM',
  KEY: 'STEP_KEY',
  CHECKPOINT: 'STEP_CHECKPOINT',
  LEAF: 'STEP_LEAF',
  INCLUSION: 'STEP_INCLUSION',
  BODY: 'STEP_BODY',
  ASKED: 'STEP_ASKED',
} as const satisfies Readonly<Record<ReceiptStep, string>>;

/** Says how the check of a receipt ended. */
export function ReceiptProof({ proof }: { readonly proof: ReceiptVerdict }): ReactElement {
  const { say } = useSpeech();
  if (proof.verdict === 'FAILED') {
    const { step } = proof;
    const text = say('PROOF_FAILS', { step, reason: say(REASONS[step]) });
    return h('p', { className: 'proof failed', role: 'alert' }, text);
  }
  const { origin, index, size } = proof;
  const text = say('PROOF_HOLDS', { origin, index, size });
  return h('p', { className: 'proof verified' }, text);
}
