/** The client's certificate, to which its token is bound (RFC 8705 section 3.1). */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

// A Byte Sequence of RFC 8941: base64 between colons.
const byteSequence = /^:([A-Za-z0-9+/]{1,16000}={0,2}):$/;

/**
 * SHA-256 of the certificate's DER, base64url, or undefined without one. From the handshake; from Client-Cert (RFC
 * 9440) only behind a proxy that ends TLS, since anybody else could write that header.
 */
export function certificateOf(
  request: IncomingMessage,
  tlsTerminated: boolean,
): string | undefined {
  const der = tlsTerminated ? certificateOfHeader(request) : certificateOfSocket(request);
  return der && createHash('sha256').update(der).digest('base64url');
}

function certificateOfSocket({ socket }: IncomingMessage): Buffer | undefined {
  return socket instanceof TLSSocket ? socket.getPeerX509Certificate()?.raw : undefined;
}

function certificateOfHeader({ headers }: IncomingMessage): Buffer | undefined {
  const header = headers['client-cert'];
  const encoded = typeof header === 'string' ? byteSequence.exec(header)?.[1] : undefined;
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}
