/** Who a partner is on the wire: the key its gateway signs with, and the certificates it may come with. */
import { hash, X509Certificate } from 'node:crypto';
import type { VerificationKey } from '../jose/verification-key.js';

export interface PartnerKey {
  readonly key: VerificationKey;
  readonly authority: string;
  /** Fingerprints of the client certificates registered for this authority; two while one follows the other. */
  readonly certificates: readonly string[];
}

/** The partner whose key is good now, by `keyid`. Asked for every message, so that a revocation holds from the next. */
export type FindPartner = (keyid: string) => Promise<PartnerKey | undefined>;

/** SHA-256 of a certificate's DER, base64url (`x5t#S256`, RFC 8705). Throws for a text that is none in PEM. */
export const fingerprintOf = (pem: string): string =>
  hash('sha256', new X509Certificate(pem).raw, 'base64url');
