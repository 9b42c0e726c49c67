/** What a partner's message came to: what its receipt says. */
import type { Delivery, NoticeReceipt } from '../requests/index.js';
import type { ArrivalFault } from './arrival.js';

export interface Taken {
  readonly delivery: Delivery;
  readonly code: ArrivalFault | null;
  /** Beside a notice of change that was recorded alone. */
  readonly notice?: NoticeReceipt;
}
