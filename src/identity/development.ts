/**
 * The issuer of the sample: makes its own key and signs tokens for invented personas. Key and issuer carry a mark by
 * which production knows and refuses them.
 */
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, importJWK, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import { type Clock, type Ids, systemIds } from '../base/index.js';
import type { Caller } from './caller.js';

export const DEVELOPMENT_ISSUER = 'https://development.sorgu.invalid';
const DEVELOPMENT_AUDIENCE = 'sorgu-development';
/** Every development key's id begins so. */
export const DEVELOPMENT_KID = 'development-';

/** Seconds: twelve hours, so that an example copied in the morning works in the evening. */
const LIFE = 43_200;

export interface DevelopmentIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** The public key, as a set that `openIdentity` takes. */
  readonly keys: JSONWebKeySet;
  /** Signs an access token for a persona, good for twelve hours; bound to a certificate by its fingerprint (RFC 8705). */
  sign(persona: Caller, certificate?: string): Promise<string>;
}

export interface DevelopmentOptions {
  readonly clock: Clock;
  readonly ids?: Ids;
  /** Where the key is kept, so that tokens survive a restart; without it the key lives as long as the process. */
  readonly dataDir?: string;
}

/** Opens the development issuer; makes its key where there is none yet. */
export async function openDevelopmentIssuer(
  options: DevelopmentOptions,
): Promise<DevelopmentIssuer> {
  const { clock, ids = systemIds, dataDir } = options;
  const secret = dataDir === undefined ? makeKey() : keptKey(join(dataDir, 'keys'));
  const kid = DEVELOPMENT_KID + (await calculateJwkThumbprint({ ...secret })).slice(0, 16);
  const key = await importJWK(secret, 'EdDSA');
  const { kty, crv, x } = secret;
  return {
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    keys: { keys: [{ kty, crv, x, kid, alg: 'EdDSA', use: 'sig' }] },
    sign(persona, certificate) {
      const binding = certificate === undefined ? {} : { cnf: { 'x5t#S256': certificate } };
      const claims = JSON.stringify({ ...claimsFor(persona, clock, ids), ...binding });
      return new CompactSign(new TextEncoder().encode(claims))
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
        .sign(key);
    },
  };
}

function claimsFor(persona: Caller, clock: Clock, ids: Ids): Readonly<Record<string, unknown>> {
  const iat = Math.floor(clock.now() / 1000);
  const { officer, gateway, authority, unit, role } = persona;
  return {
    iss: DEVELOPMENT_ISSUER,
    aud: DEVELOPMENT_AUDIENCE,
    client_id: gateway ?? 'sorgu-development',
    sub: officer,
    authority,
    ...(unit === null ? {} : { unit }),
    role,
    ...(gateway === null ? {} : { act: { sub: gateway } }),
    iat,
    exp: iat + LIFE,
    jti: ids.uuid(),
  };
}

const keySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});
type DevelopmentKey = z.infer<typeof keySchema>;

function makeKey(): DevelopmentKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return keySchema.parse(privateKey.export({ format: 'jwk' }) satisfies JWK);
}

function keptKey(folder: string): DevelopmentKey {
  const file = join(folder, 'development-issuer.jwk.json');
  return readKey(file) ?? keepKey(folder, file);
}

function readKey(file: string): DevelopmentKey | undefined {
  try {
    return keySchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    // Missing or half written: a new key costs a development machine nothing but its old tokens.
    return undefined;
  }
}

function keepKey(folder: string, file: string): DevelopmentKey {
  const key = makeKey();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Written beside and renamed, so that a crash leaves the old key or the new one.
  const fresh = `${file}.new`;
  writeFileSync(fresh, JSON.stringify(key), { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
  return key;
}
