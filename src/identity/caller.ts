/** Who is calling: an officer of an authority in a role, or a partner gateway on an officer's behalf (RFC 9068). */
export const ROLES = [
  'PARTNER_GATEWAY',
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
  'EXECUTING_OFFICER',
  'AUDITOR',
  'DEVELOPER',
] as const;
type Role = (typeof ROLES)[number];

export interface Caller {
  /** The officer, by service number. */
  readonly officer: string;
  /** The gateway that asks on the officer's behalf (`act.sub`), or null. */
  readonly gateway: string | null;
  /** As the token states it; it need not be one that an instrument names. */
  readonly authority: string;
  readonly unit: string | null;
  readonly role: Role;
}

/** What the HTTP door saw of the one who calls. */
export interface Credentials {
  /** The Authorization header, as sent. */
  readonly authorization: string | undefined;
  /** SHA-256 of the client certificate's DER, base64url, where the connection had one. */
  readonly certificate: string | undefined;
  /** Its term, both ends inclusive: milliseconds since the epoch. */
  readonly certified?: { readonly from: number; readonly until: number };
  /** The authority whose router signed what is asked (RFC 9421), at a door that looks for it. */
  readonly signer?: string | undefined;
}

export interface Identity {
  /** Recognises the caller; rejects with Refusal(UNAUTHENTICATED). */
  recognise(credentials: Credentials): Promise<Caller>;
}
