/** Who may call. Wiring alone. */
import type { Clock } from './base/index.js';
import type { Config } from './config.js';
import { openDevelopmentIssuer, openIdentity } from './identity/index.js';

/** Who may call: in production by the issuer of the settings, in development by one of our own unless they name one. */
export async function openCallers(
  { mode, tokens, dataDir }: Config,
  clock: Clock,
  bindCertificates = mode === 'production',
) {
  if (tokens !== null) {
    const { issuer, audience, jwks } = tokens;
    const identity = openIdentity({ issuer, audience, keys: jwks, clock, mode, bindCertificates });
    return { identity, sign: null };
  }
  const { issuer, audience, keys, sign } = await openDevelopmentIssuer({ clock, dataDir });
  const identity = openIdentity({
    issuer,
    audience,
    keys: { set: keys },
    clock,
    mode,
    bindCertificates,
  });
  return { identity, sign };
}
