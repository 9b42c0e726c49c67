/** The client's certificate, to which its token is bound (RFC 8705 section 3.1). */
import { createHash, X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

export interface ClientCertificate {
  /** SHA-256 of its DER, base64url. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch, both inclusive: its term (RFC 5280 section 4.1.2.5). */
  readonly from: number;
  readonly until: number;
}

// A Byte Sequence of RFC 8941: base64 between colons.
const byteSequence = /^:([A-Za-z0-9+/]{1,16000}={0,2}):$/;

/**
 * The certificate, or undefined without one. From the handshake; from Client-Cert (RFC 9440) only behind a proxy that
 * ends TLS, since anybody else could write that header. Whether its term has ended is not looked at here.
 */
export function certificateOf(
  request: IncomingMessage,
  tlsTerminated: boolean,
): ClientCertificate | undefined {
  const certificate = tlsTerminated ? certificateOfHeader(request) : certificateOfSocket(request);
  return (
    certificate && {
      fingerprint: createHash('sha256').update(certificate.raw).digest('base64url'),
      from: Date.parse(certificate.validFrom),
      until: Date.parse(certificate.validTo),
    }
  );
}

function certificateOfSocket({ socket }: IncomingMessage): X509Certificate | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
}

/** Attacker-controlled where the proxy lets it through; what is no certificate counts as none. */
function certificateOfHeader({ headers }: IncomingMessage): X509Certificate | undefined {
  const header = headers['client-cert'];
  const encoded = typeof header === 'string' ? byteSequence.exec(header)?.[1] : undefined;
  if (encoded === undefined) return undefined;
  try {
    return new X509Certificate(Buffer.from(encoded, 'base64'));
  } catch {
    return undefined;
  }
}
