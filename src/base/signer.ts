/** A key that signs bytes with Ed25519 (RFC 8032) and does not show itself: a file now, a token later. */
export interface Signer {
  /** The raw public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Returns the signature, 64 bytes. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** How messages are signed (RFC 8725 section 3.1: nothing that can be confused). EdDSA stands for Ed25519 alone. */
export type MessageAlgorithm = 'EdDSA' | 'ES256';

/** The public half of a signing key (RFC 7517), closed: nothing stands in it that is not needed to verify. */
export type PublicJwk = {
  readonly kid: string;
  readonly use: 'sig';
} & (
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string; readonly alg: 'EdDSA' }
  | {
      readonly kty: 'EC';
      readonly crv: 'P-256';
      readonly x: string;
      readonly y: string;
      readonly alg: 'ES256';
    }
);

const FORMS: readonly Readonly<Record<string, string>>[] = [
  { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: '', x: '' },
  { kty: 'EC', crv: 'P-256', alg: 'ES256', use: 'sig', kid: '', x: '', y: '' },
];
/** What stands for the empty texts: 32 bytes in base64url. */
const coordinateForm = /^[A-Za-z0-9_-]{43}$/;

/**
 * Whether a value has the form of such a key; whether it is one, whoever verifies with it finds out. Closed: what stood in
 * it besides would travel to a partner, who takes no more than that.
 */
export function isPublicJwk(value: unknown): value is PublicJwk {
  if (typeof value !== 'object' || value === null) return false;
  const members = Object.entries(value);
  return FORMS.some(
    (form) =>
      members.length === Object.keys(form).length &&
      members.every(([name, given]) => {
        const fixed = Object.hasOwn(form, name) ? form[name] : undefined;
        if (fixed === undefined || typeof given !== 'string') return false;
        return fixed === '' ? coordinateForm.test(given) : given === fixed;
      }),
  );
}

/** A key that signs messages between gateways and does not show itself: in a file, or in a token. */
export interface MessageSigner {
  /** The thumbprint of the public key (RFC 7638). */
  readonly kid: string;
  readonly alg: MessageAlgorithm;
  readonly publicJwk: PublicJwk;
  /** Returns 64 bytes: Ed25519's signature, or r and s of ECDSA over SHA-256 (RFC 7518 section 3.4). */
  sign(message: Uint8Array): Promise<Uint8Array>;
}
