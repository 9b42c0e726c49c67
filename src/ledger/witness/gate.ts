/**
 * The gate between the gateway and its ledger: after a restore from a backup the log may be shorter than what was
 * witnessed, and whatever were sealed in it would overwrite history. Nothing is sealed, hence nothing released, before
 * the witness has shown that it is not; and nothing any more once it is proven that a log lost or changed entries.
 */
import { Refusal } from '../../base/index.js';
import type { LedgerWriter } from '../writer.js';

/** What is done while a witness is out of reach. */
export type OutOfReach = 'REFUSE' | 'SERVE';

/** What closes every log: proven loss or change of entries. */
export type Condemnation = 'BEHIND_WITNESS' | 'REWRITTEN';

export interface WitnessGate {
  /** Says that the witness of a log has answered, and that the log agrees with what it showed. */
  confirm(log: string): void;
  /** Says that a log is proven to have lost or changed entries. Nothing takes it back while the process lives. */
  condemn(reason: Condemnation): void;
  /** Why nothing may be sealed in a log now; null where it may. */
  reasonAgainst(log: string): Condemnation | 'WITNESS_AWAITED' | null;
  /** The same of the ledger as a whole, for who asks whether the gateway is ready. */
  reason(): Condemnation | 'WITNESS_AWAITED' | null;
}

/** @param witnessed the logs that have a witness, by their counterpart */
export function openGate(witnessed: readonly string[], outOfReach: OutOfReach): WitnessGate {
  const awaited = new Set(outOfReach === 'REFUSE' ? witnessed : []);
  let condemned: Condemnation | null = null;
  return {
    confirm: (log) => void awaited.delete(log),
    condemn(reason) {
      condemned ??= reason;
    },
    reasonAgainst: (log) => condemned ?? (awaited.has(log) ? 'WITNESS_AWAITED' : null),
    reason: () => condemned ?? (awaited.size > 0 ? 'WITNESS_AWAITED' : null),
  };
}

/** The ledger behind its gate. */
export function gateLedger(ledger: LedgerWriter, gate: WitnessGate): LedgerWriter {
  return {
    async seal(draft, body) {
      if (gate.reasonAgainst(draft.log) !== null) {
        throw new Refusal('LEDGER_UNAVAILABLE', { retryAfter: 5 });
      }
      return ledger.seal(draft, body);
    },
    async ready() {
      const reason = gate.reason();
      return reason === null ? ledger.ready() : { ready: false, reason };
    },
    close: () => ledger.close(),
  };
}
