/** The digest of a message's content (RFC 9530), SHA-256 alone. */
import { hash } from 'node:crypto';
import { formatBytes } from './structured-fields.js';

/** The value of Content-Digest for these bytes. It has one form, so that checking is comparing. */
export const contentDigest = (body: Uint8Array): string =>
  `sha-256=${formatBytes(hash('sha256', body, 'buffer'))}`;
