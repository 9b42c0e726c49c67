/** The lines to all partners: one each, opened when it is first needed, to the certificates that are registered now. */
import type { Agent } from 'node:https';
import { openLine, type TransportLimits, type TransportTls } from './line.js';

/** Where an authority's gateway listens, and the certificates registered for the host there. */
export interface Endpoint {
  /** `https://gateway.example:4443` */
  readonly origin: string;
  /** Fingerprints; two while one follows the other. */
  readonly certificates: readonly string[];
}

export interface Lines {
  to(authority: string, endpoint: Endpoint): Agent;
  /** Ends every connection. */
  close(): void;
}

interface KeptLine {
  /** The certificates it believes. */
  readonly believes: string;
  readonly line: Agent;
}

/** Opens none yet. */
export function openLines(options: {
  readonly tls: TransportTls;
  readonly limits: TransportLimits;
}): Lines {
  const lines = new Map<string, KeptLine>();
  return {
    to(authority, { certificates }) {
      const believes = certificates.join();
      const kept = lines.get(authority);
      if (kept?.believes === believes) return kept.line;
      // Nothing goes over a connection that was opened to a certificate since withdrawn.
      kept?.line.destroy();
      const line = openLine({ ...options, certificates });
      lines.set(authority, { believes, line });
      return line;
    },
    close() {
      for (const { line } of lines.values()) line.destroy();
      lines.clear();
    },
  };
}

/** Where a path stands at an origin; undefined for a text that is no https address. */
export function uriAt(origin: string, path: string): string | undefined {
  const uri = URL.canParse(origin) ? new URL(origin) : undefined;
  return uri?.protocol === 'https:' ? new URL(path, uri.origin).href : undefined;
}
