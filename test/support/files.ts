/** Files as they are attached to a case: the smallest that are what they say, with bytes of an invented letter. */
import { createHash } from 'node:crypto';

const pdf = (body: string): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n${body}\n%%EOF\n`, 'latin1');

/** The scan of a letter; `mark` makes it another one. */
export const scanOf = (mark: string): Buffer => pdf(`% scan ${mark}`);

export const PNG: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
export const JPEG: Buffer = Buffer.from(
  `ffd8ffe000104a46494600010100000100010000${'ffdb0043'.padEnd(20, '0')}ffd9`,
  'hex',
);

/** A detached signature over a line of JSON, made with `openssl cms -sign` and a key of nobody (27 November 2026). */
export const CMS: Buffer = Buffer.from(
  'MIIBtAYJKoZIhvcNAQcCoIIBpTCCAaECAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBMYIBfjCCAXoCAQEwKzAT' +
    'MREwDwYDVQQDDAhJbnZlbnRlZAIUFQpBhnFdfcWH+ZlM5d2VHrjim/EwCwYJYIZIAWUDBAIBoIHkMBgGCSqGSIb3DQEJ' +
    'AzELBgkqhkiG9w0BBwEwHAYJKoZIhvcNAQkFMQ8XDTI2MTEyNzAzNDgwMVowLwYJKoZIhvcNAQkEMSIEIJex8RJBgTKV' +
    'HFv7A2slk5I+vVAwqHOTokMQGektRKzFMHkGCSqGSIb3DQEJDzFsMGowCwYJYIZIAWUDBAEqMAsGCWCGSAFlAwQBFjAL' +
    'BglghkgBZQMEAQIwCgYIKoZIhvcNAwcwDgYIKoZIhvcNAwICAgCAMA0GCCqGSIb3DQMCAgFAMAcGBSsOAwIHMA0GCCqG' +
    'SIb3DQMCAgEoMAoGCCqGSM49BAMCBEgwRgIhAPjFxbdJXbI3P7mGEVr8LfI9A8V1s4fx/9hWVD57F64pAiEAyoUUybJQ' +
    'euGycmd0p6QNQ5rCXi2qlkYVDkgNDrEj7YY=',
  'base64',
);

const FILTER = '/SubFilter /ETSI.CAdES.detached';
const numbers = (range: readonly number[]): string =>
  range.map((n) => String(n).padStart(6, '0')).join(' ');

/** A PDF whose signature names a range of bytes; by default the right one, with nothing behind it. */
export function signedPdf(change: { range?: readonly number[]; added?: string } = {}): Buffer {
  const contents = `<${'00'.repeat(32)}>`;
  const write = (range: readonly number[]) =>
    pdf(`2 0 obj << ${FILTER} /ByteRange [${numbers(range)}] /Contents ${contents} >> endobj`);
  const draft = write([0, 0, 0, 0]);
  const gap = draft.indexOf('<00');
  const after = gap + contents.length;
  const range = change.range ?? [0, gap, after, draft.length - after];
  return Buffer.concat([write(range), Buffer.from(change.added ?? '')]);
}

/** SHA-256 of what the signature of `signedPdf()` covers. */
export function coveredBySignedPdf(): string {
  const bytes = signedPdf();
  const gap = bytes.indexOf('<00');
  const after = bytes.indexOf('>', gap) + 1;
  const hash = createHash('sha256').update(bytes.subarray(0, gap));
  return hash.update(bytes.subarray(after)).digest('hex');
}

/** A letter that came an hour ago, as it is registered. */
export const paperAt = (now: number) => ({
  content: scanOf('letter').toString('base64'),
  receivedAt: new Date(now - 3_600_000).toISOString(),
  registryNumber: '77-15/2026',
});
