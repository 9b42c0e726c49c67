/**
 * What a file is that was attached (9(1), 9(3)), told from its bytes alone: a scan, a signed PDF, or a detached or
 * enveloping CMS. Attacker-controlled. Nothing here verifies a signature: RSA and GOST are not ours to judge, and what
 * is recognised is never counted as one of our own.
 */
import { createHash } from 'node:crypto';

/** SCAN: an image of paper; PADES: a PDF that carries a signature; CMS: signed data of RFC 5652 in DER or BER. */
export const FILE_FORMATS = ['SCAN', 'PADES', 'CMS'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const MEDIA_TYPES = {
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  CMS: 'application/cms',
} as const;

/** Bytes. A letter of a dozen pages in grey at 200 dots an inch is shorter. */
export const LONGEST_FILE = 6 * 1024 * 1024;

/** What a PDF's last signature says it covers; whether it is good is another question. */
export type CoveredBytes = {
  /** SHA-256 of the bytes its range names, hexadecimal. */
  readonly sha256: string;
  /** False where bytes follow the range: something was added to the file after it. */
  readonly whole: boolean;
};

export type FileForm = {
  readonly format: FileFormat;
  readonly mediaType: (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];
  /** Of a signed PDF whose range can be read; null for everything else. */
  readonly covers: CoveredBytes | null;
};

/** The form of a file; undefined where it is none of these, or cut off. */
export function recogniseFile(content: Uint8Array): FileForm | undefined {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (isPdf(bytes)) return pdfForm(bytes);
  if (isPng(bytes)) return { format: 'SCAN', mediaType: MEDIA_TYPES.PNG, covers: null };
  if (isJpeg(bytes)) return { format: 'SCAN', mediaType: MEDIA_TYPES.JPEG, covers: null };
  if (isCms(bytes)) return { format: 'CMS', mediaType: MEDIA_TYPES.CMS, covers: null };
  return undefined;
}

/** SHA-256 of a file, hexadecimal. */
export const fileDigest = (content: Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

// A file that was cut off on its way lacks its end.
const isPdf = (bytes: Buffer): boolean =>
  /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8)) && bytes.subarray(-1024).includes('%%EOF');

const PNG_HEAD = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const PNG_END = Buffer.from('0000000049454e44ae426082', 'hex');
const isPng = (bytes: Buffer): boolean =>
  bytes.length > 45 && startsWith(bytes, PNG_HEAD) && bytes.subarray(-12).equals(PNG_END);

const JPEG_HEAD = Buffer.from('ffd8ff', 'hex');
const JPEG_END = Buffer.from('ffd9', 'hex');
const isJpeg = (bytes: Buffer): boolean =>
  bytes.length > 20 && startsWith(bytes, JPEG_HEAD) && bytes.subarray(-2).equals(JPEG_END);

/** ContentInfo with the content type id-signedData (1.2.840.113549.1.7.2): its head alone is read. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702a0', 'hex');
const END_OF_CONTENTS = Buffer.alloc(2);
function isCms(bytes: Buffer): boolean {
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  // A length of one byte, of several, or, in BER, one that is said by an end mark.
  const at = length > 0x80 ? 2 + (length & 0x7f) : 2;
  const isWhole =
    length === 0x80
      ? bytes.subarray(-2).equals(END_OF_CONTENTS)
      : bytes.length === at + definiteLength(bytes, at, length);
  return isWhole && at <= 6 && startsWith(bytes.subarray(at), SIGNED_DATA);
}

function definiteLength(bytes: Buffer, at: number, length: number): number {
  if (length < 0x80) return length;
  return at > 6 || at > bytes.length ? -1 : bytes.readUIntBE(2, at - 2);
}

const startsWith = (bytes: Buffer, head: Buffer): boolean =>
  bytes.subarray(0, head.length).equals(head);

const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;
const SIGNED = /\/SubFilter\s*\/(?:ETSI\.CAdES\.detached|adbe\.pkcs7\.detached)/;

function pdfForm(bytes: Buffer): FileForm {
  const text = bytes.toString('latin1');
  const range = SIGNED.test(text) ? [...text.matchAll(RANGE)].at(-1) : undefined;
  const mediaType = MEDIA_TYPES.PDF;
  if (range === undefined) return { format: 'SCAN', mediaType, covers: null };
  const [first = 0, length = 0, second = 0, rest = 0] = range.slice(1).map(Number);
  return { format: 'PADES', mediaType, covers: coveredBy(bytes, [first, length, second, rest]) };
}

// The two parts stand before and after the signature itself (ISO 32000-2, 12.8.1); any other range says nothing.
function coveredBy(
  bytes: Buffer,
  [first, length, second, rest]: readonly [number, number, number, number],
): CoveredBytes | null {
  const isRange = first === 0 && length > 0 && second > length && second + rest <= bytes.length;
  if (!isRange) return null;
  const sha256 = createHash('sha256')
    .update(bytes.subarray(0, length))
    .update(bytes.subarray(second, second + rest))
    .digest('hex');
  return { sha256, whole: second + rest === bytes.length };
}
