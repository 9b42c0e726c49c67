/** The claims of an access token (RFC 9068 section 2.2, RFC 8693 `act`, RFC 8705 `cnf`) and what they must say. */
import { z } from 'zod';
import type { JsonObject } from '../base/index.js';
import { type Caller, ROLES } from './caller.js';

/** What a token must fit, whoever presents it. Times in milliseconds since the epoch. */
export interface ClaimRules {
  readonly issuer: string;
  readonly audience: string;
  readonly now: number;
  /** Seconds that a token may live at most. */
  readonly longestLife: number;
}

/** Who the token speaks of, how long it is good, and the certificate it is bound to. */
export interface Claims {
  readonly caller: Caller;
  /** Milliseconds since the epoch: the first instant at which it is no longer good. */
  readonly expires: number;
  /** SHA-256 of the certificate's DER, base64url, or null for a bearer token. */
  readonly certificate: string | null;
}

/** Seconds by which the issuer's clock may be ahead of ours. */
const LEEWAY = 5;

// What is kept in the ledger or names a log is printable ASCII of bounded length; a unit may be written in any script.
const identifier = z.string().regex(/^[\x21-\x7e]{1,128}$/);
const authority = z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,16}$/);
const unit = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,128}$/u);
const thumbprint = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const seconds = z
  .number()
  .nonnegative()
  .max(Number.MAX_SAFE_INTEGER / 1000);

const claimsSchema = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string()).min(1)]),
  exp: seconds,
  iat: seconds,
  nbf: seconds.optional(),
  jti: identifier,
  sub: identifier,
  authority,
  unit: unit.optional(),
  role: z.enum(ROLES),
  // Strict: a chain of actors, or another way of binding, is something we could not honour.
  act: z.strictObject({ sub: identifier }).optional(),
  cnf: z.strictObject({ 'x5t#S256': thumbprint }).optional(),
});
type ParsedClaims = z.infer<typeof claimsSchema>;

/** Reads and judges the claims; undefined where any of them is missing, malformed, or not for us now. */
export function readClaims(payload: JsonObject, rules: ClaimRules): Claims | undefined {
  const { data: claims } = claimsSchema.safeParse(payload);
  if (claims === undefined || !isForUs(claims, rules) || !isNow(claims, rules)) return undefined;
  // A gateway never asks for itself: the ledger names the officer who is answerable.
  if (claims.role === 'PARTNER_GATEWAY' && claims.act === undefined) return undefined;
  return {
    caller: {
      officer: claims.sub,
      gateway: claims.act?.sub ?? null,
      authority: claims.authority,
      unit: claims.unit ?? null,
      role: claims.role,
    },
    expires: claims.exp * 1000,
    certificate: claims.cnf?.['x5t#S256'] ?? null,
  };
}

function isForUs({ iss, aud }: ParsedClaims, { issuer, audience }: ClaimRules): boolean {
  return iss === issuer && (Array.isArray(aud) ? aud.includes(audience) : aud === audience);
}

function isNow({ exp, iat, nbf }: ParsedClaims, { now, longestLife }: ClaimRules): boolean {
  const soon = now / 1000 + LEEWAY;
  // With the second and the third, no token is good beyond its longest life from now.
  if (exp * 1000 <= now || exp - iat > longestLife || iat > soon) return false;
  return nbf === undefined || nbf <= soon;
}
