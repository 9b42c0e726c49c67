/** The witness behind the door for other gateways. */
import type { WitnessAnswer } from '../../ledger/index.js';

/** Rejects with Refusal(UNAVAILABLE). */
export interface WitnessDesk {
  /** The authority whose gateway comes with this certificate (SHA-256 of its DER, base64url). */
  senderOf(certificate: string): string | undefined;
  /** Judges a submission of an authority about its own log; what is cosigned is on disk. Attacker-controlled. */
  addCheckpoint(authority: string, body: string): Promise<WitnessAnswer>;
  /** The last checkpoint that was cosigned of the authority's log. */
  latest(authority: string): Promise<string | undefined>;
}
