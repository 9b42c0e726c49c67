/** A key that signs bytes with Ed25519 (RFC 8032) and does not show itself: a file now, a token later. */
export interface Signer {
  /** The raw public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Returns the signature, 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
