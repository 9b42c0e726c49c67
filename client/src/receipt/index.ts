export { decodeReceipt, type Receipt } from './receipt.js';
export {
  type ReceiptEvidence,
  type ReceiptStep,
  type ReceiptVerdict,
  type SealedEntry,
  verifyReceipt,
} from './verify.js';
