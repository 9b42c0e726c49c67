/**
 * Which images are drawn: JPEG (ISO/IEC 10918-1) with its frame header, and PNG (ISO/IEC 15948) without transparency or
 * interlacing, whose data go into the PDF untouched. Others would be decoded and packed again, in bytes that depend on
 * the machine. Attacker-controlled: only the headers are read.
 */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_POINTS = 10_000;
const PNG_SIGNATURE = '89504e470d0a1a0a';
/** Grey, red-green-blue, palette. */
const OPAQUE = [0, 2, 3];

/** In points of the image itself. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of an image that a letter shows; undefined for any other bytes. */
export function imageSize(content: Uint8Array): ImageSize | undefined {
  if (content.length > MOST_BYTES) return undefined;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const size = bytes.toString('hex', 0, 8) === PNG_SIGNATURE ? pngSize(bytes) : jpegSize(bytes);
  return size !== undefined && isBounded(size) ? size : undefined;
}

const isBounded = ({ width, height }: ImageSize): boolean =>
  width > 0 && height > 0 && width <= MOST_POINTS && height <= MOST_POINTS;

function pngSize(bytes: Buffer): ImageSize | undefined {
  const chunks = pngChunks(bytes);
  const isWhole = chunks[0] === 'IHDR' && chunks.includes('IDAT') && chunks.at(-1) === 'IEND';
  // A second header could make something else of what the first one says.
  if (!isWhole || chunks.lastIndexOf('IHDR') > 0 || chunks.includes('tRNS')) return undefined;
  const [colour = -1, compression, filter, interlace] = bytes.subarray(25, 29);
  const isPlain = OPAQUE.includes(colour) && compression === 0 && filter === 0 && interlace === 0;
  if (!isPlain || (colour === 3 && !chunks.includes('PLTE'))) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** The types of the chunks, as far as each lies whole in the file. */
function pngChunks(bytes: Buffer): readonly string[] {
  const types: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) break;
    types.push(bytes.toString('latin1', at + 4, at + 8));
    at += 12 + length;
  }
  return types;
}

/** Marker segments up to the frame header (SOF0 to SOF2: what PDF's DCTDecode takes), 8 bits, one or three colours. */
function jpegSize(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 10 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return marker <= 0xc2 ? frameSize(bytes.subarray(at)) : undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

// C4 is a Huffman table; the rest of the range are frames of one coding or another.
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4;

function frameSize(frame: Buffer): ImageSize | undefined {
  const [precision, colours] = [frame[4], frame[9]];
  if (precision !== 8 || (colours !== 1 && colours !== 3)) return undefined;
  return { height: frame.readUInt16BE(5), width: frame.readUInt16BE(7) };
}
